import { expect, test } from "vitest";
import { orderColumns } from "@/model/order-field";
import { foreignRow, foreignText, readForeign } from "@/tests/support/third-party-file";

const good = foreignText([[...orderColumns], foreignRow()]);

test("the letters of a mainframe and four bytes a letter are told apart from a text without a header", async () => {
  const ebcdic = Buffer.from(
    Array.from(good, (sign) => (/[A-Z]/.test(sign) ? sign.charCodeAt(0) + 0x80 : 0xf0)),
  );
  const wide = Buffer.concat(Array.from(`\ufeff${good}`, (sign) => Buffer.from(`${sign}\0`, "utf16le")));
  for (const bytes of [ebcdic, wide]) expect((await readForeign(bytes)).refused[0]).toMatch(/^not_text: /);
});

test("a total with the number of its orders is refused once", async () => {
  const { orders, refused } = await readForeign(Buffer.from(`${good}TOTAL;1;;;;;;135000;;;;\r\n`));
  expect(orders).toHaveLength(1);
  expect(refused.map((text) => text.split(":")[0])).toEqual(["3  no_order"]);
});
