import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { geometryOf, type PaperSize, paperSizes } from "@/domain/print/geometry";
import { paperWords } from "@/domain/print/words";
import { writeOrders } from "@/domain/print/write-orders";
import { makePaperOrder, paperCaja } from "@/tests/support/factories/paper";
import { readPdf } from "@/tests/support/read-pdf";

/** Signs hang below their line by this part of their size. */
const BELOW = 0.25;

async function draw(changes: Parameters<typeof makePaperOrder>[0], size: PaperSize) {
  const stream = new PassThrough();
  const orders = [makePaperOrder(changes)];
  const [bytes] = await Promise.all([buffer(stream), writeOrders(orders, { caja: paperCaja, size }, stream)]);
  const pieces = (await readPdf(bytes)).pages[0]?.pieces.filter(({ text }) => text.trim() !== "") ?? [];
  const once = pieces.findIndex(
    ({ text }) => paperWords.once.startsWith(text) || paperWords.parts.startsWith(text),
  );
  return { table: pieces.slice(0, once), box: pieces[once], below: pieces.slice(once + 1) };
}

const words = [
  "María",
  "de",
  "los",
  "Ángeles",
  "Castañeda",
  "WWWWWWWW",
  "il",
  "Útiles",
  "escolares",
  "Barranquilla",
];
const textUpTo = (most: number) =>
  fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 40, size: "max" })
    .map((chosen) => chosen.join(" ").slice(0, most).trim());

test.each(paperSizes)(
  "whatever the texts of an order are, no block of a %s sheet lies on another",
  async (size) => {
    const g = geometryOf[size];
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          ...{
            kindName: textUpTo(60),
            affiliateName: textUpTo(120),
            concept: textUpTo(200),
            office: textUpTo(80),
          },
          ...{ provider: fc.option(textUpTo(200)), partialUse: fc.boolean() },
          value: fc.integer({ min: 1, max: 999_999_999 }),
        }),
        async (changes) => {
          const { table, box, below } = await draw(changes, size);
          expect(box?.at).toBeGreaterThan(g.once.top);
          for (const { text, at, size: letters } of table)
            expect(at + letters * BELOW, text).toBeLessThan(g.once.top);
          for (const { text, at, size: letters } of below)
            expect(at - letters, text).toBeGreaterThan(g.once.top + g.once.size);
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  },
);

test("long texts of a half sheet take the air between its rows first, so that ordinary ones stay as large", async () => {
  const sizes = async (changes: Parameters<typeof makePaperOrder>[0]) =>
    (await draw(changes, "half_letter")).table.map(({ size }) => size);
  const ordinary = await sizes({});
  expect(Math.max(...ordinary)).toBe(geometryOf.half_letter.value);
  const long = await sizes({
    provider: "Óptica Visión Caribe, NIT 900.481.516-6",
    office: "Sede Centro, oficina 302",
  });
  expect(Math.max(...long)).toBe(geometryOf.half_letter.value);
});
