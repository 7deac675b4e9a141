import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { paperSizes } from "@/domain/print/geometry";
import { writeOrders } from "@/domain/print/write-orders";
import { makePaperOrder, paperCaja } from "@/tests/support/factories/paper";
import { readPdf } from "@/tests/support/read-pdf";

test.each(paperSizes)(
  "a %s sheet with the widest allowed texts is one page without a lost letter",
  async (size) => {
    const wide = (letter: string, count: number) => `${letter.repeat(11)} `.repeat(20).slice(0, count).trim();
    const order = makePaperOrder({
      kindName: wide("W", 60),
      number: "W".repeat(19).concat("8"),
      affiliateName: wide("Ñ", 120),
      concept: wide("M", 200),
      provider: `${wide("W", 200)}, NIT 843.464.097-3`,
      office: wide("Ü", 80),
      value: 777_777_777,
    });
    const stream = new PassThrough();
    const [bytes] = await Promise.all([
      buffer(stream),
      writeOrders([order], { caja: paperCaja, size }, stream),
    ]);
    const { pages, count } = await readPdf(bytes);
    expect(count).toBe(1);
    const letters = pages[0]?.text.replace(/\s/g, "") ?? "";
    for (const text of [
      order.kindName,
      order.number,
      order.affiliateName,
      order.concept,
      order.provider,
      order.office,
    ])
      expect(letters).toContain((text ?? "").replace(/\s/g, ""));
    for (const { at } of pages[0]?.pieces ?? []) expect(at).toBeLessThan(pages[0]?.height ?? 0);
  },
);
