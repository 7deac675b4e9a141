import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldErrors } from "@/components/form/form-state";
import { formView } from "@/components/form/form-view";
import { CompanyInput, municipalityCode } from "@/domain/account/company";
import { CompanyForm, ConsentInput, PersonForm, purposesOf } from "@/domain/account/schema";
import { nitCheckDigit } from "@/model/identity/nit";

const company = {
  nit: "900123456",
  checkDigit: "8",
  legalName: " Tienda   La 14 ",
  municipality: "barranquilla, atlantico",
  address: "Cra 14 # 5-10",
  phone: "(605) 323 5000",
};
const person = {
  name: "Ana Pérez",
  idKind: "CC",
  idNumber: "1.042.555.318",
  email: " Ana@Correo.COM ",
  mobile: "300 123 4567",
};

const faultsOf = (schema: typeof CompanyForm | typeof CompanyInput | typeof PersonForm, input: unknown) => {
  const read = schema.safeParse(input);
  return read.success ? {} : fieldErrors(read.error);
};

test("company data are normalised the way they are compared", () => {
  expect(CompanyInput.parse(company)).toEqual({
    nit: "900123456",
    checkDigit: 8,
    legalName: "Tienda La 14",
    municipality: "08001",
    address: "Cra 14 # 5-10",
    phone: "+576053235000",
  });
});

test("an empty form reports every field at once", () => {
  expect(faultsOf(CompanyForm, {})).toEqual({
    nit: "nitMissing",
    checkDigit: "checkDigitMissing",
    legalName: "legalNameMissing",
    municipality: "municipalityMissing",
    address: "addressMissing",
    phone: "phoneMissing",
  });
  expect(Object.keys(faultsOf(PersonForm, {}))).toEqual(["name", "idKind", "idNumber", "email", "mobile"]);
});

test("a wrong check digit is rejected for every NIT", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000_000, max: 999_999_999 }),
      fc.integer({ min: 1, max: 9 }),
      (nit, off) => {
        const right = nitCheckDigit(String(nit));
        const typed = { ...company, nit: String(nit) };
        expect(faultsOf(CompanyForm, { ...typed, checkDigit: String(right) })).toEqual({});
        expect(faultsOf(CompanyForm, { ...typed, checkDigit: String((right + off) % 10) })).toEqual({
          checkDigit: "checkDigitWrong",
        });
      },
    ),
  );
});

test("a wrong check digit is reported together with the other errors", () => {
  expect(faultsOf(CompanyForm, { ...company, checkDigit: "1", address: "" })).toEqual({
    checkDigit: "checkDigitWrong",
    address: "addressMissing",
  });
});

test("a municipality is matched without case and accents, and an ambiguous name is rejected", () => {
  expect(municipalityCode("BARRANQUILLA, Atlántico")).toBe("08001");
  expect(municipalityCode("barranquilla")).toBe("08001");
  expect(municipalityCode("bogota d c")).toBe("11001");
  expect(municipalityCode("Villanueva")).toBeNull();
  expect(municipalityCode("")).toBeNull();
  expect(faultsOf(CompanyInput, { ...company, municipality: "Macondo" })).toEqual({
    municipality: "municipalityUnknown",
  });
});

test("an unknown municipality is told together with the other faults of its step", () => {
  const typed = { ...company, checkDigit: "1", phone: "12", municipality: "Bquilla" };
  expect(faultsOf(CompanyInput, typed)).toEqual({
    checkDigit: "checkDigitWrong",
    phone: "phoneWrong",
    municipality: "municipalityUnknown",
  });
});

test("an e-mail is stored in lower case, an ID without points, a mobile in E.164", () => {
  expect(PersonForm.parse(person)).toMatchObject({
    email: "ana@correo.com",
    idNumber: "1042555318",
    mobile: "+573001234567",
  });
});

test.each([
  [{ email: "ana.correo.com" }, { email: "emailWithoutAt" }],
  [{ email: "ana@" }, { email: "emailWrong" }],
  [{ mobile: "6053235000" }, { mobile: "mobileWrong" }],
  [{ idNumber: "AB12" }, { idNumber: "idNumberWrong" }],
  [{ idKind: "XX" }, { idKind: "idKindMissing" }],
])("a person with %j is refused with %j", (change, faults) => {
  expect(faultsOf(PersonForm, { ...person, ...change })).toEqual(faults);
});

test("two consents are required and the third is optional", () => {
  expect(ConsentInput.safeParse({ treatment: "1" }).success).toBe(false);
  expect(ConsentInput.safeParse({ terms: "1", messages: "1" }).success).toBe(false);
  expect(purposesOf(ConsentInput.parse({ treatment: "1", terms: "1" }))).toEqual(["account", "terms"]);
  expect(purposesOf(ConsentInput.parse({ treatment: "1", terms: "1", messages: "1" }))).toContain("messages");
});

test("a form shows submitted values before stored ones, and errors found early before those of the submit", () => {
  const words = {
    errorSummary: "",
    wait: "después de las {hora}",
    errors: { a: "Falta" },
    unreadableText: "",
  };
  const late = { status: "invalid", fields: { name: "a" }, values: { name: "typed" } } as const;
  expect(formView({ state: late, words, language: "es-CO", known: { name: "known" } }).text("name")).toBe(
    "typed",
  );
  expect(formView({ state: late, words, language: "es-CO" }).errors).toEqual([
    { name: "name", text: "Falta" },
  ]);
  expect(formView({ state: late, words, language: "es-CO", early: { other: "a" } }).errors).toEqual([
    { name: "other", text: "Falta" },
  ]);
  expect(
    formView({ state: { status: "idle" }, words, language: "es-CO", known: { name: "known" } }).text("name"),
  ).toBe("known");
});
