import { expect, test } from "vitest";
import { changedColumns, readAgreementBatch } from "@/domain/agreement/plan";
import { agreementColumns, readAgreementRow } from "@/domain/agreement/row";

const good = {
  CONVENIO: "CV-1",
  NIT: "900765432",
  DV: "6",
  RAZON_SOCIAL: "Ferretería El Tornillo S.A.S.",
  CORREO: "ventas@eltornillo.example",
  TELEFONO: "605 323 5000",
  MUNICIPIO: "8001",
  DESDE: "2026-01-01",
  HASTA: "2026-12-31",
};
const faults = (changes: Partial<typeof good>) => {
  const read = readAgreementRow(2, { ...good, ...changes });
  return "faults" in read ? read.faults.map(({ column, code, line }) => `${line} ${column} ${code}`) : [];
};
const data = (changes: Partial<typeof good> = {}) => {
  const read = readAgreementRow(2, { ...good, ...changes });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.data;
};

test("a valid line of convenios is parsed, and optional cells may be empty", () => {
  expect(data()).toEqual({
    number: "CV-1",
    nit: "900765432",
    checkDigit: 6,
    legalName: "Ferretería El Tornillo S.A.S.",
    email: "ventas@eltornillo.example",
    phone: "+576053235000",
    municipality: "08001",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
  });
  expect(data({ CORREO: " ", TELEFONO: " ", MUNICIPIO: " " })).toMatchObject({
    email: null,
    phone: null,
    municipality: null,
  });
  expect(data({ MUNICIPIO: "08001" }).municipality).toBe("08001");
  expect(data({ DESDE: "2026-12-31" }).startsOn).toBe("2026-12-31");
});

test("each invalid cell of a convenio has its error", () => {
  for (const column of agreementColumns.filter((name) => !["CORREO", "TELEFONO", "MUNICIPIO"].includes(name)))
    expect(faults({ [column]: "" })[0], column).toBe(`2 ${column} empty`);
  expect(faults({ DV: "7" })).toEqual(["2 DV check_digit"]);
  expect(faults({ DV: "91" })).toEqual(["2 DV check_digit"]);
  expect(faults({ DV: "x" })).toEqual(["2 DV check_digit"]);
  for (const email of ["nadie", "a@b", "a b@c.co", `${"a".repeat(250)}@c.co`])
    expect(data({ CORREO: email }).email, email).toBeUndefined();
  expect(faults({ CORREO: `${"a".repeat(249)}@c.co` })).toEqual([]);
  expect(faults({ TELEFONO: "12" })).toEqual(["2 TELEFONO phone_shape"]);
  expect(faults({ MUNICIPIO: "99999" })).toEqual(["2 MUNICIPIO unknown_municipality"]);
  expect(faults({ MUNICIPIO: "801" })).toEqual(["2 MUNICIPIO unknown_municipality"]);
  expect(faults({ HASTA: "2025-12-31" })).toEqual(["2 HASTA before_start"]);
  expect(faults({ RAZON_SOCIAL: "x".repeat(160) })).toEqual([]);
  expect(faults({ RAZON_SOCIAL: "x".repeat(161) })).toHaveLength(1);
  expect(faults({ NIT: "", DV: "" })).toHaveLength(2);
});

test("a convenio may end on a leap day, in a year that has one", () => {
  expect(data({ HASTA: "29/02/2028" }).endsOn).toBe("2028-02-29");
  expect(data({ DESDE: "29/02/2028", HASTA: "2028-02-29" })).toMatchObject({ startsOn: "2028-02-29" });
  for (const HASTA of ["29/02/2027", "29/02/2100", "30/02/2028"])
    expect(faults({ HASTA }), HASTA).toEqual(["2 HASTA no_such_day"]);
});

test("a convenio repeated in a file is counted, and one repeated with other data is refused with its first line", () => {
  const row = (line: number, cells: Record<string, string> | null) => ({
    line,
    cells,
    found: 3,
    expected: 9,
  });
  const seen = new Map();
  const read = (rows: ReturnType<typeof row>[]) => readAgreementBatch(rows, seen, (text) => text);
  const first = read([row(2, good), row(3, good), row(4, null), row(5, { ...good, DV: "" })]);
  expect(first).toMatchObject({ repeated: 1, lines: [{ line: 2 }] });
  expect(first.faults.map(({ line, code }) => [line, code])).toEqual([
    [4, "cells"],
    [5, "empty"],
  ]);
  const second = read([row(9, { ...good, HASTA: "2027-12-31" }), row(10, { ...good, CONVENIO: "CV-2" })]);
  expect(second.faults).toMatchObject([
    { line: 9, column: "CONVENIO", code: "other_data", fact: "2", cell: "CV-1" },
  ]);
  expect(second.lines).toMatchObject([{ line: 10 }]);
  const third = read([row(11, { ...good, CONVENIO: "CV-2", CORREO: "" })]);
  const fourth = read([
    row(12, { ...good, CONVENIO: "CV-3", CORREO: "" }),
    row(13, { ...good, CONVENIO: "CV-3", CORREO: "x" }),
  ]);
  expect([...third.faults, ...fourth.faults].map(({ line, code }) => [line, code])).toEqual([
    [11, "other_data"],
    [13, "other_data"],
  ]);
  expect(second.repeated).toBe(0);
});

test("differences from a known convenio are named by column", () => {
  expect(changedColumns(data(), data())).toEqual([]);
  expect(
    changedColumns(
      data({
        NIT: "890101994",
        DV: "9",
        RAZON_SOCIAL: "Otra",
        CORREO: "",
        TELEFONO: "",
        MUNICIPIO: "",
        DESDE: "2026-02-01",
        HASTA: "2027-12-31",
      }),
      { ...data(), checkDigit: 1 },
    ),
  ).toEqual(["NIT", "DV", "RAZON_SOCIAL", "CORREO", "TELEFONO", "MUNICIPIO", "DESDE", "HASTA"]);
  expect(changedColumns(data({ CONVENIO: "CV-9" }), data())).toEqual([]);
});

test("a phone altered by a spreadsheet is refused, neither repaired nor read as empty", () => {
  const cases: [string, string][] = [
    ["3001234567.0", "decimals"],
    ["3001234567,00", "decimals"],
    ["3.001.234.567,0", "decimals"],
    ["3,00123E+09", "scientific"],
    ["3.001234567E9", "scientific"],
    ["-3001234567", "negative"],
    ["3001234567-", "negative"],
    ["(3001234567)", "negative"],
    ["12/03/2026", "looks_like_day"],
    ["ENE-26", "looks_like_day"],
    ["300\u200b1234567", "control_characters"],
    ["3OO1234567", "letter_o"],
    ["6o53235000", "letter_o"],
    ["0", "phone_shape"],
    ["-", "negative"],
    ["#N/D", "odd_cell"],
    ["NULL", "no_data_word"],
    ["3001234567 / 6053235000", "phone_shape"],
    ["605 323 5000 ext. 12", "phone_shape"],
    ["3235000", "phone_shape"],
  ];
  for (const [phone, code] of cases)
    expect(faults({ TELEFONO: phone }), phone).toEqual([`2 TELEFONO ${code}`]);
  for (const [phone, read] of [
    ["(605) 323-5000", "+576053235000"],
    ["+57 300 123 4567", "+573001234567"],
    ["57 3001234567", "+573001234567"],
    ["300.123.4567", "+573001234567"],
    ["Cel. 300-123-4567", "+573001234567"],
  ] as const)
    expect(data({ TELEFONO: phone }).phone, phone).toBe(read);
});
