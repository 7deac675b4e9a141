import { expect, test } from "vitest";
import { orderColumns } from "@/model/order-field";
import { inAlphabet } from "@/tests/support/alphabets";
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

test.each([
  ["Windows", "windows-1252", "cp850"],
  ["DOS", "cp850", "windows-1252"],
  ["Windows", "windows-1252", "macintosh"],
  ["an old Mac", "macintosh", "cp850"],
] as const)(
  "in a file of %s the lines that another alphabet wrote are refused by line",
  async (_, most, one) => {
    const rowOf = (NOMBRE: string, at: number) =>
      foreignText([foreignRow({ NOMBRE, NRODCTO: `081000${at}` })]);
    const own = ["José Muñoz", "María Peña", "Núñez Gómez", "Iván Ibáñez"];
    const other = ["Luis Márquez", "Rosa Pérez García", "Úrsula Ruiz"];
    const { orders, refused } = await readForeign(
      Buffer.concat([
        Buffer.from(foreignText([[...orderColumns]])),
        ...own.map((name, at) => inAlphabet(rowOf(name, at), most)),
        ...other.map((name, at) => inAlphabet(rowOf(name, at + 4), one)),
      ]),
    );
    expect(orders).toMatchObject(own.map((affiliateName) => ({ affiliateName })));
    expect(refused.map((text) => text.split(":")[0])).toEqual(
      [6, 7, 8].map((line) => `${line}  mixed_letters`),
    );
  },
);

test("the signs that only Windows has come in as they were written", async () => {
  const texts = ["Útiles – “Ñandú”", "Línea €", "L’hoeste Ž"];
  const rows = texts.map((CONCEPTO, at) =>
    foreignRow({ CONCEPTO, NOMBRE: "Dino Dell’orto", NRODCTO: `081000${at}` }),
  );
  const { orders } = await readForeign(inAlphabet(foreignText([[...orderColumns], ...rows]), "windows-1252"));
  // The paper has no Ž, as of any text.
  const concepts = ["Útiles – “Ñandú”", "Línea €", "L’hoeste Z"];
  expect(orders).toMatchObject(concepts.map((concept) => ({ concept, affiliateName: "Dino Dell’orto" })));
});

test("neither a formula nor a mark that does not show becomes any provider, or a name", async () => {
  const cells = [
    { NIT_PROVEEDOR: "\ufeff" },
    { NIT_PROVEEDOR: '=""' },
    { NIT_PROVEEDOR: '=" "' },
    { NOMBRE: "=B2" },
    { CONCEPTO: "=A1&B1" },
    { SEDE: "=BUSCARV(A2,H:I,2,0)" },
  ];
  const rows = cells.map((cell, at) => foreignRow({ ...cell, NRODCTO: `081000${at}` }));
  const { orders, refused } = await readForeign(Buffer.from(foreignText([[...orderColumns], ...rows])));
  expect(orders).toEqual([]);
  expect(refused.map((text) => text.split(":")[0])).toEqual([
    "2 NIT_PROVEEDOR control_characters",
    "3 NIT_PROVEEDOR odd_cell",
    "4 NIT_PROVEEDOR odd_cell",
    "5 NOMBRE odd_cell",
    "6 CONCEPTO odd_cell",
    "7 SEDE odd_cell",
  ]);
});

test("lines that were added to a file of UTF-16 in other bytes never make an order", async () => {
  const whole = foreignText([[...orderColumns], foreignRow()]);
  const added = foreignText([foreignRow({ NRODCTO: "0810002" }), foreignRow({ NRODCTO: "0810003" })]);
  const { orders, refused } = await readForeign(
    Buffer.concat([Buffer.from(`\ufeff${whole}`, "utf16le"), Buffer.from(added)]),
  );
  expect(orders).toHaveLength(1);
  expect(refused).toHaveLength(1);
});
