import { expect, test } from "vitest";
import { type AgreementLine, agreementWarnings, changedColumns, withEmail } from "@/domain/agreement/plan";
import { agreementExample, readAgreementRow } from "@/domain/agreement/row";
import { agreementSample } from "@/domain/agreement/sample";
import { AgreementInput } from "@/domain/agreement/schema";
import { requestTexts } from "@/domain/request/schema";

const read = (cells: Record<string, string>) => readAgreementRow(7, cells);

test("the example of the template is a line that is read", () => {
  expect(read(agreementExample)).toMatchObject({ data: { number: "CV-2026-014", phone: "+576053325127" } });
});

test("a line that names no convenio is one fault, whatever else it holds", () => {
  const line = { line: 7, column: "", cell: "", code: "no_order" };
  expect(read({ ...agreementExample, CONVENIO: "", NIT: " ", RAZON_SOCIAL: "TOTAL" })).toEqual({
    faults: [line],
  });
  expect(read({})).toEqual({ faults: [line] });
  for (const column of ["CONVENIO", "NIT", "RAZON_SOCIAL"] as const) {
    const faults = read({ [column]: agreementExample[column] });
    expect(faults, column).not.toEqual({ faults: [line] });
  }
});

test("a fault says its line, column and cell, and the day that it is held against", () => {
  expect(read({ ...agreementExample, HASTA: "2026-12-31" })).toEqual({
    faults: [{ line: 7, column: "HASTA", cell: "2026-12-31", code: "before_start", fact: "2027-01-01" }],
  });
  const { DV: _, ...without } = agreementExample;
  expect(read(without)).toEqual({
    faults: [{ line: 7, column: "DV", cell: "", code: "empty", fact: undefined }],
  });
});

test.each([
  ["NIT", "x", ["NIT nit_shape"]],
  ["DV", " 6 ", []],
  ["DV", "6x", ["DV check_digit"]],
  ["DV", "x6", ["DV check_digit"]],
  ["CORREO", " a@b.co ", []],
  ["CORREO", " \u200b", []],
  ["TELEFONO", " 3001234567 ", []],
  ["TELEFONO", " -3001234567", ["TELEFONO negative"]],
  ["TELEFONO", "300123456O", ["TELEFONO letter_o"]],
  ["TELEFONO", "O573001234567", ["TELEFONO letter_o"]],
  ["MUNICIPIO", " 08001 ", []],
  ["MUNICIPIO", "8001x", ["MUNICIPIO unknown_municipality"]],
  ["DESDE", "ayer", ["DESDE day_shape"]],
])("the cell %s of a convenio with “%s” has the faults %j", (column, cell, faults) => {
  const row = read({ ...agreementExample, [column]: cell });
  expect("faults" in row ? row.faults.map((fault) => `${fault.column} ${fault.code}`) : []).toEqual(faults);
});

test("a convenio's number and e-mail are the same ones in a file, by hand and in a request", () => {
  const texts = { note: "", bank: "", accountKind: "", accountNumber: "" };
  const days = { startsOn: "2026-11-01", endsOn: "2026-12-31", reason: "Contrato firmado" };
  const byHand = { nit: "900123456-8", legalName: "Tienda", ...days };
  for (const typed of ["CV-2026-014", "cv-2026-014", " CV–2026–014 ", "cv\u22122026\u2011014"]) {
    expect(read({ ...agreementExample, CONVENIO: typed }), typed).toMatchObject({
      data: { number: "CV-2026-014" },
    });
    expect(AgreementInput.parse({ ...byHand, number: typed }).number).toBe("CV-2026-014");
    expect(requestTexts(null).parse({ ...texts, agreementNumber: typed }).agreementNumber).toBe(
      "CV-2026-014",
    );
  }
  for (const typed of [" a@b.co", "a@b.co\u200b", "\u2060Ana@b.co"]) {
    const email = typed.includes("Ana") ? "Ana@b.co" : "a@b.co";
    expect(read({ ...agreementExample, CORREO: typed }), typed).toMatchObject({ data: { email } });
    expect(AgreementInput.parse({ ...byHand, number: "CV-1", email: typed }).email).toBe(email);
  }
  const accented = { ...byHand, number: "CV-1", email: "info@peñalosa.com" };
  expect(AgreementInput.parse(accented).email).toBe("info@peñalosa.com");
  const hidden = read({ ...agreementExample, CONVENIO: "CV-\u200b1" });
  expect(hidden).toMatchObject({ faults: [{ column: "CONVENIO", code: "control_characters" }] });
});

test.each([
  ["info@peñalosa.com", "info@peñalosa.com"],
  ["peña.gómez@x.co", "peña.gómez@x.co"],
  ["pen\u0303a@x.co", "peña@x.co"],
  ["r&r@x.co", "r&r@x.co"],
  ["a@xn--pealosa-5za.com", "a@xn--pealosa-5za.com"],
  ["a@b.co,", "a@b.co"],
  ["a@b.co ;", "a@b.co"],
  ["a@b.co.", "a@b.co"],
  [`${"a".repeat(249)}@b.co`, `${"a".repeat(249)}@b.co`],
  ["a@b.co x", undefined],
  ["x a@b.co", undefined],
  ["a@b@c.co", undefined],
  ["@b.co", undefined],
  ["a@.co", undefined],
  ["a@b.", undefined],
  ["nadie", undefined],
  ["mailto:a@b.co", undefined],
  ["mailto:ñ@b.co", undefined],
  ["a@b.co; c@d.co", undefined],
  ["Convenios<a@b.co>", undefined],
  ["Peña <ñ@b.co>", undefined],
  ["info@peÃ±alosa.com", undefined],
  ["info@pe?alosa.com", undefined],
  ["pe?a@b.co", undefined],
  ["a@pеnalosa.com".replace("e", "\u0435"), undefined],
  ["a\u3164@ñ.co", undefined],
  ["a\u0000ñ@b.co", undefined],
  ["ñ\u034f@b.co", undefined],
  [`${"ñ".repeat(250)}@b.co`, undefined],
  [`a@b.co${",".repeat(100_000)}x`, undefined],
])("a convenio goes in with the e-mail “%s” read as %s", (CORREO, email) => {
  const row = read({ ...agreementExample, CORREO });
  if ("faults" in row) throw new Error(JSON.stringify(row.faults));
  expect(row.data.email).toBe(email);
  const warnings = agreementWarnings([{ line: 7, data: row.data }]);
  // The address is personal data, so the warning does not repeat it.
  expect(warnings).toEqual(email ? [] : [{ line: 7, code: "email_unread", fact: "" }]);
});

test("a formula or an apostrophe in the e-mail is a fault as in every cell, and so is another cell beside it", () => {
  const codes = (cells: Record<string, string>) => {
    const row = read({ ...agreementExample, ...cells });
    return "faults" in row ? row.faults.map(({ column, code }) => `${column} ${code}`) : [];
  };
  expect(codes({ CORREO: '=HYPERLINK("a@b.co")' })).toEqual(["CORREO odd_cell"]);
  expect(codes({ CORREO: "NULL" })).toEqual(["CORREO no_data_word"]);
  expect(codes({ CORREO: "nadie", DESDE: "ayer" })).toEqual(["DESDE day_shape"]);
});

test("a convenio keeps its e-mail where the file's cannot be read, and one without any begins without", () => {
  const row = read({ ...agreementExample, CORREO: "nadie" });
  if ("faults" in row) throw new Error(JSON.stringify(row.faults));
  const stored = { ...row.data, email: "a@b.co" };
  expect(changedColumns(withEmail(row.data, stored), stored)).toEqual([]);
  expect(withEmail(row.data, undefined).email).toBeNull();
  expect(withEmail({ ...row.data, email: null }, stored).email).toBeNull();
});

test("a check digit is judged by its shape where its NIT is none", () => {
  const faults = (DV: string) => {
    const row = read({ ...agreementExample, NIT: "x", DV });
    return "faults" in row ? row.faults.map(({ column, code }) => `${column} ${code}`) : [];
  };
  expect(faults("6")).toEqual(["NIT nit_shape"]);
  for (const DV of ["6x", "x6", "66"]) expect(faults(DV)).toEqual(["NIT nit_shape", "DV check_digit"]);
});

test("the first convenios of a file are shown as they were read, and later ones whose letters could be spoilt", () => {
  const lines = Array.from({ length: 8 }, (_, at): AgreementLine => {
    const row = read({ ...agreementExample, RAZON_SOCIAL: at === 6 ? "Ñandú" : "Tienda" });
    if ("faults" in row) throw new Error(JSON.stringify(row.faults));
    return { line: at + 2, data: row.data };
  });
  const sample = agreementSample();
  sample.add(lines);
  expect(sample.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 8]);
  expect(sample.rows.at(-1)).toEqual({
    line: 8,
    number: "CV-2026-014",
    nit: "900765432",
    checkDigit: 6,
    legalName: "Ñandú",
    startsOn: "2027-01-01",
    endsOn: "2027-12-31",
  });
});
