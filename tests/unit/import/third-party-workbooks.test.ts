import { expect, test } from "vitest";
import { orderColumns } from "@/model/order-field";
import { foreignRow, readForeign } from "@/tests/support/third-party-file";
import { archiveOf, workbookParts } from "@/tests/support/workbook";

type Cells = Partial<Record<(typeof orderColumns)[number], string>>;
const text = (value: string) => `<c t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const headerRow = (at = 1) => `<row r="${at}">${orderColumns.map(text).join("")}</row>`;
/** A good row of text cells; `cells` are others, as XML. */
const row = (at: number, cells: Cells = {}) =>
  `<row r="${at}">${foreignRow()
    .map((value, column) => cells[orderColumns[column] ?? "SEDE"] ?? text(value))
    .join("")}</row>`;
const book = (rows: string, more: Parameters<typeof workbookParts>[1] = {}) =>
  archiveOf(workbookParts(rows, more));
const format = (code: string) => ({ formats: `<numFmt numFmtId="164" formatCode="${code}"/>` });

const whole = {
  affiliateId: "1043000001",
  affiliateName: "María Ñáñez",
  value: 135_000,
  issuedOn: "2026-11-01",
  validUntil: "2026-12-15",
  providerNit: "820246633",
};

const read: [what: string, bytes: Buffer][] = [
  [
    "numbers in number cells",
    book(
      headerRow() +
        row(2, {
          NRODCTO: number("810001"),
          NIT: number("1043000001"),
          VALOR: number("135000"),
          NIT_PROVEEDOR: number("820246633"),
        }),
    ),
  ],
  [
    "numbers stored in powers of ten",
    book(headerRow() + row(2, { NIT: number("1.043000001E9"), VALOR: number("1.35E5") })),
  ],
  [
    "an amount shown in powers of ten",
    book(headerRow() + row(2, { VALOR: number("135000", 2) }), format("0.00E+00")),
  ],
  [
    "a number shown with an E that is no power",
    book(headerRow() + row(2, { NIT: number("1043000001", 2) }), format("0\\E+;&quot;0E+0&quot;0")),
  ],
  ["an amount with the noise of a sum", book(headerRow() + row(2, { VALOR: number("134999.99999999997") }))],
  [
    "an amount shown in COP",
    book(headerRow() + row(2, { VALOR: number("135000", 2) }), format("[$COP] #,##0.00")),
  ],
  [
    "an amount shown in pesos of Colombia",
    book(headerRow() + row(2, { VALOR: number("135000", 2) }), format("[$$-240A]\\ #,##0")),
  ],
  ["days", book(headerRow() + row(2, { FECHA: number("46327", 1), VENCE: number("46371", 1) }))],
  [
    "days counted from 1904",
    book(headerRow() + row(2, { FECHA: number("44865", 1), VENCE: number("44909", 1) }), {
      book: '<x:workbookPr date1904="1"/>',
    }),
  ],
  ["days as text behind Excel's apostrophe", book(headerRow() + row(2, { FECHA: text("01/11/2026") }))],
  [
    "days written as ISO",
    book(
      headerRow() +
        row(2, {
          FECHA: '<c t="d"><v>2026-11-01T00:00:00</v></c>',
          VENCE: '<c t="d"><v>2026-12-15T00:00:00</v></c>',
        }),
    ),
  ],
  [
    "text with hard spaces",
    book(headerRow() + row(2, { VALOR: text("135\u00a0000"), NIT: text("\u00a01043000001\u00a0") })),
  ],
  [
    "a name in two letterings",
    book(
      headerRow() +
        row(2, {
          NOMBRE:
            '<c t="inlineStr"><is><r><t xml:space="preserve">María </t></r><r><rPr><b/></rPr><t>Ñáñez</t></r></is></c>',
        }),
    ),
  ],
  [
    "a shared name with a phonetic run",
    book(headerRow() + row(2, { NOMBRE: '<c t="s"><v>0</v></c>' }), {
      strings:
        '<si><r><t>María</t></r><r><t xml:space="preserve"> Ñáñez</t></r><rPh sb="0" eb="1"><t>mari</t></rPh><phoneticPr/></si>',
    }),
  ],
  ["a line break within a name", book(headerRow() + row(2, { NOMBRE: text("María_x000D_\nÑáñez") }))],
  [
    "line breaks in the header",
    book(
      headerRow().replace(">NIT_PROVEEDOR<", ">NIT_&#10;PROVEEDOR<").replace(">NIT<", ">NIT &#10;<") + row(2),
    ),
  ],
  [
    "a title above and rows of blanks below",
    book(
      `<row r="1">${text("Órdenes de noviembre")}</row>${headerRow(3)}${row(4)}<row r="5">${orderColumns.map(() => text(" ")).join("")}</row>`,
    ),
  ],
  [
    "a formula with its result",
    book(headerRow() + row(2, { NIT_PROVEEDOR: '<c t="str"><f>B2</f><v>820246633</v></c>' })),
  ],
];

test.each(read)("an order in a workbook with %s is parsed completely", async (_, bytes) => {
  const { orders, refused } = await readForeign(bytes);
  expect(refused).toEqual([]);
  expect(orders).toEqual([expect.objectContaining(whole)]);
});

const scientific: [what: string, code: string, cells: Cells, words: RegExp][] = [
  ["an order's number", "0.00E+00", { NRODCTO: number("8000000", 2) }, /^2 NRODCTO scientific/],
  [
    "a passport's number",
    "##0.0E+0;[Red]-##0.0E+0",
    { TIPO_ID: text("PA"), NIT: number("45000000000000", 2) },
    /^2 NIT scientific/,
  ],
  ["a NIT", "0E-0", { NIT_PROVEEDOR: number("820246633", 2) }, /^2 NIT_PROVEEDOR scientific/],
];

test.each(scientific)(
  "%s that a workbook shows as %s may be a text such as 8E6, and is refused",
  async (_, code, cells, words) => {
    const seen = await readForeign(book(headerRow() + row(2, cells), format(code)));
    expect(seen.orders).toEqual([]);
    expect(seen.refused).toEqual([expect.stringMatching(words)]);
  },
);

test.each([11, 48])(
  "the format %i that every spreadsheet knows shows numbers in powers of ten",
  async (id) => {
    const parts = workbookParts(headerRow() + row(2, { NRODCTO: number("8000000", 1) })).map((part) => ({
      ...part,
      content: String(part.content).replace(
        '<xf numFmtId="0"/><xf numFmtId="14"/>',
        `<xf/><xf numFmtId="${id}"/>`,
      ),
    }));
    const { refused } = await readForeign(archiveOf(parts));
    expect(refused).toEqual([expect.stringMatching(/^2 NRODCTO scientific/)]);
  },
);

const refused: [what: string, cells: Cells, words: RegExp][] = [
  ["zero below zero", { VALOR: number("-0") }, /^2 VALOR value_not_positive/],
  ["a percentage", { VALOR: number("0.135", 2) }, /^2 VALOR value_shape/],
  ["a truth for a state", { ESTADO: '<c t="b"><v>1</v></c>' }, /^2 ESTADO odd_cell/],
  [
    "an error of a formula",
    { NIT_PROVEEDOR: '<c t="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c>' },
    /^2 NIT_PROVEEDOR odd_cell: Dice #N\/A/,
  ],
  [
    "a formula that found nothing",
    { NIT_PROVEEDOR: '<c t="str"><f>IFERROR(B2,"")</f><v></v></c>' },
    /^2 NIT_PROVEEDOR odd_cell: Es una fórmula que no dio nada.*borre la fórmula/,
  ],
  [
    "a day for a number",
    { NRODCTO: number("46327", 1) },
    /^2 NRODCTO odd_cell: La hoja de cálculo puso una fecha/,
  ],
  [
    "a number longer than a cell holds",
    { TIPO_ID: text("PPT"), NIT: number("12345678901234567890") },
    /^2 NIT odd_cell: El número es más largo/,
  ],
  ["a day without its format", { FECHA: number("46327") }, /^2 FECHA day_shape/],
  ["a day with an hour", { FECHA: number("46327.5", 1) }, /^2 FECHA day_shape: .*sin hora/],
  ["the day zero", { FECHA: number("0", 1) }, /^2 FECHA day_too_early/],
];

test.each(refused)("%s in a workbook is refused with a message that names it", async (_, cells, words) => {
  const seen = await readForeign(book(headerRow() + row(2, cells), format("0.00%")));
  expect(seen.orders).toEqual([]);
  expect(seen.refused).toEqual([expect.stringMatching(words)]);
});

test("cells covered by a merged cell are refused with a message", async () => {
  const content = `<worksheet><sheetData>${headerRow()}${row(2)}${row(3, { NRODCTO: text("0810002") })}</sheetData><mergeCells><mergeCell ref="K2:K3"/></mergeCells></worksheet>`;
  const parts = workbookParts("").map((part) =>
    part.name.endsWith("sheet1.xml") ? { ...part, content } : part,
  );
  const { orders, refused } = await readForeign(archiveOf(parts));
  expect(orders).toHaveLength(1);
  expect(refused).toEqual([
    expect.stringMatching(/^3 SEDE odd_cell: La celda está combinada con otra\. Sepárelas/),
  ]);
});

test.each([
  [
    "300 columns",
    book(
      `<row r="1">${Array.from({ length: 300 }, (_, at) => text(orderColumns[at] ?? `C${at}`)).join("")}</row>${row(2)}`,
    ),
    /^too_wide: .*256/,
  ],
  ["nothing in it", book(""), /^empty/],
  [
    "its only sheet hidden deeply",
    archiveOf(
      workbookParts(headerRow() + row(2)).map((part) =>
        part.name === "xl/workbook.xml"
          ? {
              ...part,
              content:
                '<workbook><sheets><sheet name="Base" state="veryHidden" r:id="rId7"/></sheets></workbook>',
            }
          : part,
      ),
    ),
    /^hidden_sheet: .*“Base”/,
  ],
])("a workbook with %s is refused whole with an error message", async (_, bytes, words) => {
  const { orders, refused } = await readForeign(bytes);
  expect(orders).toEqual([]);
  expect(refused).toEqual([expect.stringMatching(words)]);
});
