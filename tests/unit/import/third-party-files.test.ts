import { expect, test } from "vitest";
import { orderColumns } from "@/model/order-field";
import { foreignRow, foreignText, readForeign } from "@/tests/support/third-party-file";

const header = [...orderColumns];
const good = foreignText([header, foreignRow()]);
const whole = {
  number: "0810001",
  affiliateIdKind: "CC",
  affiliateId: "1043000001",
  affiliateName: "María Ñáñez",
  value: 135_000,
  concept: "Calzado",
  issuedOn: "2026-11-01",
  validUntil: "2026-12-15",
  providerNit: "820246633",
  office: "CAC Prado",
  state: "issued",
};
const table = [...new TextDecoder("macintosh").decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128))];
const macRoman = (text: string) =>
  Buffer.from([...text].map((sign) => (sign < "\u0080" ? sign.charCodeAt(0) : 128 + table.indexOf(sign))));
const framed = (cells: readonly string[]) => ["", ...cells, ""];

/** The output of each program, and the one order in it. */
const read: [from: string, bytes: Buffer | string][] = [
  ["Excel, “CSV UTF-8”", `\ufeff${good}`],
  ["Excel, “Texto Unicode”", Buffer.from(`\ufeff${foreignText([header, foreignRow()], "\t")}`, "utf16le")],
  ["a script, UTF-16 without its mark", Buffer.from(good, "utf16le")],
  ["a Java program, UTF-16 of the other end", Buffer.from(good, "utf16le").swap16()],
  ["two programs, each with a mark of its own", `\ufeff\ufeff${good}`],
  ["an old Mac, lines that end with CR", macRoman(foreignText([header, foreignRow()], ";", "\r"))],
  [
    "LibreOffice, every text in quotes",
    foreignText(
      [header, foreignRow()].map((row) => row.map((cell) => `"${cell}"`)),
      ",",
    ),
  ],
  ["Google Sheets, commas", foreignText([header, foreignRow()], ",", "\n")],
  ["Access, bars", foreignText([header, foreignRow()], "|")],
  ["SAP, a table framed by bars", foreignText([framed(header), framed(foreignRow())], "|")],
  ["SAP, days with points", foreignText([header, foreignRow({ FECHA: "01.11.2026", VENCE: "15.12.2026" })])],
  ["AS/400, days in figures", foreignText([header, foreignRow({ FECHA: "20261101", VENCE: "20261215" })])],
  [
    "Oracle, days with the name of the month",
    foreignText([header, foreignRow({ FECHA: "01-NOV-2026", VENCE: "15-DIC-2026" })]),
  ],
  [
    "SQL Server, days with seven decimals",
    foreignText([header, foreignRow({ FECHA: "2026-11-01 00:00:00.0000000" })]),
  ],
  [
    ".NET in Colombia",
    foreignText([
      header,
      foreignRow({ FECHA: "1/11/2026 12:00:00 a. m.", VENCE: "15/12/2026 12:00:00 a. m." }),
    ]),
  ],
  ["Excel's mark for the separator", `sep=;\r\n${good}`],
  [
    "texts kept from Excel as formulas",
    foreignText([
      header,
      foreignRow({ NRODCTO: '="0810001"', NIT: '"=""1043000001"""', NIT_PROVEEDOR: '="820246633"' }),
    ]),
  ],
  [
    "a header with line breaks inside quotes",
    foreignText([header.map((name) => (name === "NIT_PROVEEDOR" ? '"NIT\nPROVEEDOR"' : name)), foreignRow()]),
  ],
  [
    "columns the other way round, small letters",
    foreignText([header.map((name) => name.toLowerCase()).reverse(), foreignRow().reverse()]),
  ],
  ["a mark before each name of a column", foreignText([header.map((name) => `\ufeff${name}`), foreignRow()])],
  [
    "300 columns, most of them empty",
    foreignText([
      [...header, ...Array.from({ length: 288 }, (_, at) => `C${at}`)],
      [...foreignRow(), ...Array<string>(288).fill("")],
    ]),
  ],
  [
    "the check digit in a column of its own",
    foreignText([
      [...header, "DV"],
      [...foreignRow(), "3"],
    ]),
  ],
  [
    "other columns twice",
    foreignText([
      [...header, "X", "X"],
      [...foreignRow(), "1", "2"],
    ]),
  ],
  ["DOS, with its end of text", `${good}\u001a`],
  ["rows of blanks and separators", `${good}   \r\n ; ;;;;;;;;;;\r\n`],
  [
    "thin and hard spaces among the figures",
    foreignText([header, foreignRow({ NIT: "1\u2009043\u2009000\u2009001", VALOR: "$\u00a0135\u202f000" })]),
  ],
];

test.each(read)("an order in a file of %s is parsed completely", async (_, bytes) => {
  const { orders, refused } = await readForeign(Buffer.from(bytes));
  expect(refused).toEqual([]);
  expect(orders).toEqual([expect.objectContaining(whole)]);
});

/** What is found in a cell, and the words by which a person mends it. */
const odd: [cell: string, words: RegExp][] = [
  ["=A1", /^odd_cell: Es una fórmula y no el dato\. .*péguela como valores/],
  ['="0810022"&A1', /^odd_cell: Es una fórmula/],
  ["[NULL]", /^no_data_word: “\[NULL\]” es la palabra.*Escriba el dato/],
  ["(null)", /^no_data_word: “\(null\)”/],
  ["<NULL>", /^no_data_word: “<NULL>”/],
  ["null", /^no_data_word: “null”/],
  ["\\N", /^no_data_word: “\\N”/],
  ["NaN", /^no_data_word: “NaN”/],
  ["NaT", /^no_data_word: “NaT”/],
  ["<NA>", /^no_data_word: “<NA>”/],
  ["#N/A", /^odd_cell: Dice #N\/A: una fórmula .* dio error\. Corrija la fórmula o escriba el dato/],
  ["#N/D", /^odd_cell: Dice #N\/D/],
  ["#¡REF!", /^odd_cell: Dice #¡REF!/],
  ["#¿NOMBRE?", /^odd_cell: Dice #¿NOMBRE\?/],
  ["#DIV/0!", /^odd_cell: Dice #DIV\/0!/],
  ["Err:502", /^odd_cell: Dice Err:502/],
  ["########", /^odd_cell: Dice ###: la columna era muy angosta/],
  ["'0810022", /^odd_cell: Comienza con un apóstrofo\. Quítelo/],
];
test.each(odd)("%s is named as the error, in a number, a date and an amount", async (cell, words) => {
  for (const column of ["NRODCTO", "NIT", "FECHA", "VALOR", "NIT_PROVEEDOR"] as const) {
    const { orders, refused } = await readForeign(
      Buffer.from(foreignText([header, foreignRow({ [column]: cell })])),
    );
    expect(orders, column).toEqual([]);
    expect(refused, column).toHaveLength(1);
    expect(refused[0]?.replace(`2 ${column} `, "")).toMatch(words);
  }
});

test.each([
  ["Mar?a Nu?ez", "odd_letters"],
  ["JOS¿ P¿REZ", "odd_letters"],
  ["Mar\\u00eda", "odd_letters"],
  ['"Mar&iacute;a"', "odd_letters"],
  ['"Nu&#241;ez"', "odd_letters"],
  ["NA", "no_data_word"],
])("the name %s with lost letters is refused: %s", async (NOMBRE, code) => {
  const { orders, refused } = await readForeign(Buffer.from(foreignText([header, foreignRow({ NOMBRE })])));
  expect(orders).toEqual([]);
  expect(refused).toEqual([expect.stringContaining(`2 NOMBRE ${code}: `)]);
});

test.each([
  ["1.35E+05", "scientific"],
  ["135,000", "value_shape"],
  ["135000.00", "value_shape"],
  ["-0", "value_not_positive"],
  ["13,5%", "value_shape"],
  ["COP 135.000", "value_letter"],
])("the ambiguous amount %s is refused: %s", async (VALOR, code) => {
  const { refused } = await readForeign(Buffer.from(foreignText([header, foreignRow({ VALOR })])));
  expect(refused).toEqual([expect.stringContaining(`2 VALOR ${code}: `)]);
});

test("sums, rules and repeated headers among the orders are refused once each", async () => {
  const none = Array<string>(12).fill("");
  const at = (column: number, cell: string) => none.map((_, index) => (index === column ? cell : ""));
  const { orders, refused } = await readForeign(
    Buffer.from(
      foreignText([
        header,
        header.map((name) => "-".repeat(name.length)),
        foreignRow(),
        header,
        foreignRow({ NRODCTO: "0810002" }),
        at(0, "TOTAL"),
        at(1, "Total"),
        at(4, "Subtotal CAC Prado"),
      ]),
    ),
  );
  expect(orders).toHaveLength(2);
  expect(refused.map((text) => text.slice(0, 12))).toEqual(
    [2, 4, 6, 7, 8].map((line) => `${line}  no_order:`.slice(0, 12)),
  );
});

test.each([
  ["carets", foreignText([header, foreignRow()], "^"), "separator"],
  [
    "blanks of fixed width",
    foreignText(
      [header, foreignRow()].map((row) => row.map((cell) => cell.padEnd(15))),
      "",
    ),
    "separator",
  ],
  ["no header", foreignText([foreignRow()], "\t"), "no_header"],
  ["a PDF", "%PDF-1.4\n1 0 obj", "not_text"],
  ["a text of Word", "{\\rtf1\\ansi TIPODCTO}", "not_text"],
  ["the XML of Excel 2003", '<?xml version="1.0"?><Workbook/>', "markup"],
  [
    "a wanted column twice",
    foreignText([
      [...header, "NIT"],
      [...foreignRow(), "1"],
    ]),
    "columns",
  ],
])("a file of %s is refused whole with an error message", async (_, text, code) => {
  const { orders, refused } = await readForeign(Buffer.from(text));
  expect(orders).toEqual([]);
  expect(refused).toEqual([expect.stringMatching(new RegExp(`^${code}: .*\\.$`))]);
});

test("an unclosed quote before the header hides no order", async () => {
  const { orders, refused } = await readForeign(Buffer.from(`"Órdenes de hoy\r\n${good}`));
  expect(orders).toHaveLength(1);
  expect(refused).toEqual([]);
});

test("a month-first file is refused by its line, and an ambiguous one gets a warning", async () => {
  const us = await readForeign(
    Buffer.from(
      foreignText(
        [
          header,
          foreignRow({ FECHA: "11/1/2026", VENCE: "12/5/2026" }),
          foreignRow({ NRODCTO: "0810002", FECHA: "11/2/2026", VENCE: "12/15/2026" }),
        ],
        ",",
      ),
    ),
  );
  expect(us.orders).toEqual([]);
  expect(us.refused[0]).toBe(
    "2 FECHA day_order: No se sabe cuál es el día y cuál el mes: la línea 3 de este archivo parece tener el mes primero. Exporte las fechas como año-mes-día, por ejemplo 2027-01-31.",
  );
  const silent = await readForeign(
    Buffer.from(foreignText([header, foreignRow({ FECHA: "1/11/2026", VENCE: "1/12/2026" })])),
  );
  expect(silent.orders).toHaveLength(1);
  expect(silent.notes.at(-1)).toBe(
    "Ninguna fecha muestra si el día va antes que el mes. Se leyó el día primero: “1/11/2026” es el 1 de noviembre de 2026. Si no es así, exporte las fechas como año-mes-día.",
  );
});
