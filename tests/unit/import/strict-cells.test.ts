import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay, readPesos } from "@/domain/import/cells";
import { readNit, readOrderNumber } from "@/domain/import/identifiers";
import { readOrderRow } from "@/domain/import/row";
import { readName, readText } from "@/domain/import/text";
import { FIRST_CODE_DAY, LARGEST_CODE_VALUE, LAST_CODE_DAY } from "@/domain/order-code/code";
import { nitCheckDigit } from "@/model/identity/nit";
import { orderColumns } from "@/model/order-field";
import { orderCells } from "@/tests/support/factories/order";

const rules = {
  kinds: new Map([["AS", 20_000_000]]),
  agreements: new Map([["820246633", "2027-12-31"]]),
  today: "2026-11-28",
};
const faultsOf = (cells: Record<string, string>) => {
  const read = readOrderRow(2, orderCells(1, cells), rules);
  return "faults" in read ? read.faults.map(({ column, code }) => `${column} ${code}`) : [];
};

test("every accepted order number has one spelling only", () => {
  const sign = fc.constantFrom(..."0123456789AaEeO.,-/ +\u00a0'");
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 12 }), (cell) => {
      const read = readOrderNumber(cell);
      if (read.ok) expect(read.value).toBe(cell.trim().toUpperCase());
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ["-820246633", "negative"],
  ["-3", "negative"],
  ["-", "negative"],
  ["820246633-3-9", "nit_shape"],
  ["820246633-4", "check_digit"],
  ["820246633.0", "decimals"],
  ["8.2E8", "scientific"],
  ["0", "nit_shape"],
  ["NULL", "no_data_word"],
  ["nan", "no_data_word"],
  ["N/A", "no_data_word"],
  [".", "nit_shape"],
  ["''", "nit_shape"],
  ["\u200b", "control_characters"],
  ["¿fórmula sin resultado?", "odd_cell"],
])('%s is not read as "any provider": %s', (cell, code) => {
  expect(faultsOf({ NIT_PROVEEDOR: cell })).toEqual([`NIT_PROVEEDOR ${code}`]);
});

test("an optional column is empty only when its cell is empty", () => {
  const optional = ["CONCEPTO", "NIT_PROVEEDOR", "SEDE"] as const;
  for (const column of optional) expect(faultsOf({ [column]: " \u00a0 " })).toEqual([]);
  const nothing = fc.constantFrom(
    "-",
    "--",
    ".",
    "NULL",
    "nan",
    "#N/D",
    "\u200b",
    "\u00ad",
    "¿?",
    "?",
    "0",
    "'",
  );
  fc.assert(
    fc.property(nothing, (cell) => {
      const read = readOrderRow(2, orderCells(1, { NIT_PROVEEDOR: cell }), rules);
      expect("faults" in read).toBe(true);
    }),
  );
});

test("a NIT with a valid check digit is accepted, and with a wrong one refused", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 9_999_999_999 }), fc.nat(9), (number, digit) => {
      const read = readNit(`${number}-${digit}`);
      if (digit === nitCheckDigit(String(number))) expect(read).toEqual({ ok: true, value: String(number) });
      else expect(read).toMatchObject({ ok: false, code: "check_digit" });
    }),
  );
});

test.each([
  ["01/11/2026 12:00:00 a. m.", "2026-11-01"],
  ["01/11/2026 12:00:00 a.\u00a0m.", "2026-11-01"],
  ["01/11/2026 12:00 AM", "2026-11-01"],
  ["1/11/2026 0:00:00", "2026-11-01"],
  ["2026-11-01 00:00:00.000", "2026-11-01"],
])("the date %s is accepted", (cell, value) => {
  expect(readDay(cell)).toEqual({ ok: true, value });
});

test.each([
  ["01/11/2026 12:00:00 p. m.", "day_shape"],
  ["01/11/2026 08:00", "day_shape"],
  ["31/02/2206", "no_such_day"],
  ["15/12/2206", "day_too_late"],
  ["31/12/9999", "day_too_late"],
  ["01/01/1899", "day_too_early"],
])("the date %s is refused: %s", (cell, code) => {
  expect(readDay(cell)).toMatchObject({ ok: false, code });
});

test("an order that does not fit the printed code's fields is refused", () => {
  expect(faultsOf({ FECHA: "31/12/2019" })).toEqual(["FECHA day_too_early"]);
  expect(faultsOf({ FECHA: "01/01/2020" })).toEqual([]);
  expect(faultsOf({ VENCE: "06/06/2199" })).toEqual([]);
  expect(faultsOf({ VENCE: "07/06/2199" })).toEqual(["VENCE day_too_late"]);
  expect([FIRST_CODE_DAY, LAST_CODE_DAY]).toEqual(["2020-01-01", "2199-06-06"]);
  const large = { ...rules, kinds: new Map([["AS", LARGEST_CODE_VALUE + 1]]) };
  const valued = (VALOR: number) => readOrderRow(2, orderCells(1, { VALOR: String(VALOR) }), large);
  expect(valued(LARGEST_CODE_VALUE)).toHaveProperty("data");
  expect(valued(LARGEST_CODE_VALUE + 1)).toHaveProperty("faults");
});

test.each([
  ["Mar¡a ¥ ¤ez", "odd_letters"],
  ["Mar’a „‡–ez", "odd_letters"],
  ["JOSE MU#OZ", "odd_letters"],
  ["Nu~ez Pe\\a", "odd_letters"],
  ["N%C3%BA", "odd_letters"],
  ["Mar+AO0-a", "odd_letters"],
  ["NÃºÃ±ez", "twice_encoded"],
  ["N\ufffdez", "control_characters"],
  ["N\u0081ez", "control_characters"],
  ["N\u200bez", "control_characters"],
  ["N\ud800ez", "control_characters"],
  ["1043000001", "not_a_name"],
  ["محمد الأحمد", "paper_letters"],
  ["Ana 🎉 Peña", "paper_letters"],
])("the name %s is refused: %s", (cell, code) => {
  expect(readName(cell, 120)).toMatchObject({ ok: false, code });
});

test.each([
  ["Łukasz Đurić", "Lukasz Duric"],
  ["Ana\nPeña", "Ana Peña"],
  ["María D’Angelo-Núñez", "María D’Angelo-Núñez"],
  ["Jose\u0301", "José"],
  ["SÃO JOÃO", "SÃO JOÃO"],
])("the name %s is stored in letters that can be printed", (cell, value) => {
  expect(readName(cell, 120)).toEqual({ ok: true, value });
});

test("an accepted text can be parsed again and stays the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (cell) => {
      const read = readText(cell, 200, { optional: true });
      if (read.ok) expect(readText(read.value, 200, { optional: true })).toEqual(read);
    }),
    { numRuns: 500 },
  );
});

test('every column refuses "no data", each with its reason', () => {
  for (const column of orderColumns.filter((name) => name !== "NIT_PROVEEDOR"))
    expect(faultsOf({ [column]: "NULL" })[0]).toBe(`${column} no_data_word`);
});

test("an amount has one currency sign and groups of three digits", () => {
  const right = ["135000", "$135.000", "$ 135.000,00", "135 000", "135\u00a0000", "  $ 135000 "];
  for (const cell of right) expect(readPesos(cell, 500_000), cell).toEqual({ ok: true, value: 135_000 });
  for (const cell of [
    "0.135",
    "001.000",
    "135\n000",
    "0 135",
    "1 3 5",
    "13 5000",
    "135 000.000",
    "$$135000",
    "135 .000",
    "135.000 000",
  ])
    expect(readPesos(cell, 500_000), cell).toEqual({ ok: false, code: "value_shape" });
  for (const cell of ["-135000", "-$ 135.000", "$-135.000", "−135 000"])
    expect(readPesos(cell, 500_000), cell).toEqual({ ok: false, code: "value_not_positive" });
});

test("a total row below the orders is one error; a line with a number, an ID or a name is an order", () => {
  const total = Object.fromEntries(orderColumns.map((column) => [column, ""]));
  expect(readOrderRow(9, { ...total, TIPODCTO: "TOTAL", VALOR: "270000" }, rules)).toEqual({
    faults: [{ line: 9, column: "", cell: "", code: "no_order" }],
  });
  for (const column of ["NRODCTO", "NIT", "NOMBRE"])
    expect(readOrderRow(9, { ...total, [column]: "1" }, rules)).not.toMatchObject({
      faults: [{ code: "no_order" }],
    });
});

test("the day of the core's use is a day that has come, on or after the order's, and goes with a use only", () => {
  const usedOn = (FECHA_USO: string, ESTADO = "UTILIZADA") => {
    const read = readOrderRow(2, orderCells(1, { ESTADO, FECHA_USO }), rules);
    return "faults" in read
      ? read.faults.map(({ column, code }) => `${column} ${code}`)
      : read.data.coreUsedOn;
  };
  expect(usedOn("")).toBeNull();
  expect(usedOn(" ", "VIGENTE")).toBeNull();
  expect(usedOn("01/11/2026")).toBe("2026-11-01");
  expect(usedOn("28-NOV-2026")).toBe("2026-11-28");
  expect(usedOn("20261102 00:00:00")).toBe("2026-11-02");
  expect(usedOn("31/10/2026")).toEqual(["FECHA_USO before_start"]);
  expect(usedOn("29/11/2026")).toEqual(["FECHA_USO day_to_come"]);
  for (const state of ["VIGENTE", "ANULADA"])
    expect(usedOn("05/11/2026", state)).toEqual(["FECHA_USO day_without_use"]);
  for (const cell of ["hoy", "05/11/26", "5 de noviembre", "05/11/2026 10:42", "11/2026", "0"])
    expect(usedOn(cell)).toEqual(["FECHA_USO day_shape"]);
  expect(usedOn("31/11/2026")).toEqual(["FECHA_USO no_such_day"]);
  expect(usedOn("11/28/2026")).toEqual(["FECHA_USO no_such_day"]);
  expect(usedOn("#N/D")).toEqual(["FECHA_USO odd_cell"]);
  expect(usedOn("NULL")).toEqual(["FECHA_USO no_data_word"]);
  expect(usedOn("ayer", "USADA")).toEqual(["ESTADO unknown_state", "FECHA_USO day_shape"]);
});
