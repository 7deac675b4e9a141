import { expect, test } from "vitest";
import { type OrderRules, openKinds, readOrderRow } from "@/domain/import/row";
import { orderCells } from "@/tests/support/factories/order";

const rules: OrderRules = {
  kinds: new Map([
    ["AS", 20_000_000],
    ["BE", 100_000],
    ["VJ", 100_000],
  ]),
  closedKinds: new Set(["BE"]),
  agreements: new Map([["820246633", "2027-12-31"]]),
  today: "2026-11-28",
};
const read = (cells: Parameters<typeof orderCells>[1], more: Partial<OrderRules> = {}) => {
  const row = readOrderRow(7, orderCells(1, cells), { ...rules, ...more });
  return "data" in row ? row.data : row.faults;
};
const fault = (column: string, cell: string, code: string, fact?: string) => [
  { line: 7, column, cell, code, fact },
];

test("a line is read to the order that is stored", () => {
  expect(read({ NRODCTO: "h0001", NIT_PROVEEDOR: "820.246.633", SEDE: "", CONCEPTO: " " })).toEqual({
    kindCode: "AS",
    number: "H0001",
    numberKey: "H0001",
    affiliateIdKind: "CC",
    affiliateId: "1043000001",
    affiliateName: "Ana Ñúñez",
    issuedOn: "2026-11-01",
    validUntil: "2026-12-15",
    value: 135_000,
    concept: "",
    providerNit: "820246633",
    office: "",
    state: "issued",
    coreUsedOn: null,
  });
});

test.each([
  [{ TIPODCTO: " as " }, { kindCode: "AS" }],
  [{ TIPODCTO: "be" }, { kindCode: "BE" }],
  [
    { TIPO_ID: " ce ", NIT: "412345" },
    { affiliateIdKind: "CE", affiliateId: "412345" },
  ],
  [{ ESTADO: " vigente " }, { state: "issued" }],
  [{ ESTADO: "Anulada" }, { state: "annulled" }],
  [{ ESTADO: "UTILIZADA" }, { state: "used", coreUsedOn: null }],
  [{ VENCE: "01/11/2026" }, { validUntil: "2026-11-01" }],
  [{ NIT_PROVEEDOR: " " }, { providerNit: null }],
  [{ ESTADO: "UTILIZADA", FECHA_USO: "01/11/2026" }, { coreUsedOn: "2026-11-01" }],
  [{ ESTADO: "UTILIZADA", FECHA_USO: "28/11/2026" }, { coreUsedOn: "2026-11-28" }],
])("the cells %o are read as %o", (cells, data) => {
  expect(read(cells)).toMatchObject(data);
});

test.each([
  ["TIPODCTO", "", "empty"],
  ["TIPODCTO", "XX", "unknown_kind", "AS, VJ"],
  ["TIPO_ID", " ", "empty"],
  ["TIPO_ID", "XX", "unknown_id_kind"],
  ["NIT", "12", "id_shape", "CC"],
  ["NOMBRE", "123", "not_a_name"],
  ["NOMBRE", "x".repeat(121), "too_long", "120"],
  ["FECHA", "31/12/2019", "day_too_early", "2020-01-01"],
  ["FECHA", "hoy", "day_shape"],
  ["VENCE", "07/06/2199", "day_too_late", "2199-06-06"],
  ["VENCE", "31/10/2026", "before_start", "2026-11-01"],
  ["VALOR", "1.000.000.000", "value_too_large", "999999999"],
  ["NIT_PROVEEDOR", "900.123.457", "no_agreement"],
  ["NIT_PROVEEDOR", "-", "negative"],
  ["ESTADO", "", "empty"],
  ["ESTADO", "VIGENTES", "unknown_state"],
  ["CONCEPTO", "x".repeat(201), "too_long", "200"],
  ["SEDE", "x".repeat(81), "too_long", "80"],
])("the cell %s «%s» is refused with %s %s", (column, cell, code, fact?: string) => {
  expect(read({ [column]: cell })).toEqual(fault(column, cell, code, fact));
});

test("the day of a use is compared with what its line says, as far as that can be read", () => {
  const used = { ESTADO: "UTILIZADA" };
  expect(read({ ...used, FECHA_USO: "29/11/2026" })).toEqual(
    fault("FECHA_USO", "29/11/2026", "day_to_come", "2026-11-28"),
  );
  expect(read({ ...used, FECHA_USO: "31/10/2026" })).toEqual(
    fault("FECHA_USO", "31/10/2026", "before_start", "2026-11-01"),
  );
  expect(read({ FECHA_USO: "05/11/2026" })).toEqual(fault("FECHA_USO", "05/11/2026", "day_without_use"));
  expect(read({ ESTADO: "USADA", FECHA_USO: "05/11/2026" })).toEqual(
    fault("ESTADO", "USADA", "unknown_state"),
  );
  expect(read({ ...used, FECHA: "hoy", FECHA_USO: "31/10/2026" })).toEqual(
    fault("FECHA", "hoy", "day_shape"),
  );
  expect(read({ FECHA: "hoy", VENCE: "31/10/2026" })).toEqual(fault("FECHA", "hoy", "day_shape"));
});

test("days of a line that the file raises a doubt about are refused, its use too", () => {
  const dayDoubt = { monthFirst: 3, english: false, turned: null };
  const cells = { FECHA: "01/11/2026", VENCE: "2026-12-15", ESTADO: "UTILIZADA", FECHA_USO: "05/11/2026" };
  expect(read(cells, { dayDoubt })).toEqual([
    ...fault("FECHA", "01/11/2026", "day_order", "3"),
    ...fault("FECHA_USO", "05/11/2026", "day_order", "3"),
  ]);
});

test("a line has all its faults at once", () => {
  const row = readOrderRow(7, {}, rules);
  expect(row).toEqual({ faults: [{ line: 7, column: "", cell: "", code: "no_order" }] });
  const named = readOrderRow(7, { NRODCTO: "1" }, rules);
  expect(
    "faults" in named && named.faults.map(({ column, cell, code }) => `${column}${cell} ${code}`),
  ).toEqual([
    ...[
      "TIPODCTO empty",
      "TIPO_ID empty",
      "NIT empty",
      "NOMBRE empty",
      "FECHA empty",
      "VENCE empty",
      "VALOR empty",
    ],
    "ESTADO empty",
  ]);
});

test("a line that begins with the word for a sum is no order, whatever else it holds", () => {
  const none = [{ line: 7, column: "", cell: "", code: "no_order" }];
  for (const TIPODCTO of ["TOTAL", " totales", "Gran total", "GRAN  TOTAL 12", "subtotal AS"])
    expect(read({ TIPODCTO }), TIPODCTO).toEqual(none);
  for (const TIPODCTO of ["xTOTAL", "AS TOTAL", "TOTALX", "GRANTOTALX"])
    expect(read({ TIPODCTO }), TIPODCTO).toEqual(fault("TIPODCTO", TIPODCTO, "unknown_kind", "AS, VJ"));
});

test("kinds in use are those that are not closed", () => {
  expect(openKinds(rules)).toEqual(["AS", "VJ"]);
  expect(openKinds({ ...rules, closedKinds: undefined })).toEqual(["AS", "BE", "VJ"]);
});
