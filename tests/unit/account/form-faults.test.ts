import { expect, test } from "vitest";
import type { z } from "zod";
import { CompanyInput, municipalityCode, municipalityNames } from "@/domain/account/company";
import {
  ChoosePasswordInput,
  Email,
  NewPassword,
  PersonForm,
  purposesOf,
  SignInInput,
} from "@/domain/account/schema";

/** Each fault as "field message", in the form's order; [] is a form that is taken. */
const faultsOf = (schema: z.ZodType, typed: unknown) =>
  (schema.safeParse(typed).error?.issues ?? []).map(({ path, message }) => [...path, message].join(" "));

const company = {
  nit: "900123456",
  checkDigit: "8",
  legalName: "Tienda",
  municipality: "Barranquilla",
  address: "Cra 14 # 5-10",
  phone: "6053235000",
};
const person = { name: "Ana", idKind: "CC", idNumber: "1042555318", email: "a@b.co", mobile: "3001234567" };

test.each<[what: string, typed: Record<string, unknown>, faults: string[]]>([
  ["nothing wrong", {}, []],
  ["a NIT with its digit in both places", { nit: "900.123.456-8" }, []],
  ["ten digits that end with it", { nit: "9001234568" }, []],
  ["no NIT", { nit: undefined }, ["nit nitMissing"]],
  ["an empty NIT", { nit: " " }, ["nit nitMissing"]],
  ["a NIT that is none", { nit: "12" }, ["nit nitWrong"]],
  ["no check digit", { checkDigit: undefined }, ["checkDigit checkDigitMissing"]],
  [
    "a NIT with a wrong digit of its own, and none apart",
    { nit: "900123456-1", checkDigit: "" },
    ["checkDigit checkDigitWrong"],
  ],
  ["a NIT with its digit, and none apart", { nit: "900123456-8", checkDigit: "" }, []],
  [
    "ten digits of which the last may be it",
    { nit: "9001234568", checkDigit: "" },
    ["checkDigit checkDigitMissing"],
  ],
  ["two check digits", { checkDigit: "88" }, ["checkDigit checkDigitMissing", "checkDigit checkDigitWrong"]],
  ["another check digit", { checkDigit: "7" }, ["checkDigit checkDigitWrong"]],
  ["a wrong one behind the NIT", { nit: "900123456-7" }, ["checkDigit checkDigitWrong"]],
  ["no phone", { phone: " " }, ["phone phoneMissing"]],
  ["a phone that is none", { phone: "12" }, ["phone phoneWrong"]],
  ["a place that is none", { municipality: "Macondo" }, ["municipality municipalityUnknown"]],
])("the company's step with %s", (_, typed, faults) => {
  expect(faultsOf(CompanyInput, { ...company, ...typed })).toEqual(faults);
});

test.each<[what: string, typed: Record<string, unknown>, faults: string[]]>([
  ["no ID number", { idNumber: " \u200b" }, ["idNumber idNumberMissing"]],
  ["a number of another kind", { idKind: "TI", idNumber: "123" }, ["idNumber idNumberWrong"]],
  ["zeros alone", { idKind: "CE", idNumber: "0000" }, ["idNumber idNumberWrong"]],
  ["no mobile", { mobile: "" }, ["mobile phoneMissing"]],
  ["no e-mail", { email: " " }, ["email emailMissing", "email emailWithoutAt"]],
])("the person's step with %s", (_, typed, faults) => {
  expect(faultsOf(PersonForm, { ...person, ...typed })).toEqual(faults);
});

test("an e-mail is read in lower case, with and without its limits' sentences", () => {
  expect(Email.parse(" Ana@Correo.CO ")).toBe("ana@correo.co");
  expect(faultsOf(Email, "ana.correo.co")).toEqual(["emailWithoutAt"]);
  expect(SignInInput.parse({ email: " Ana@Correo.CO ", password: "x" }).email).toBe("ana@correo.co");
});

test("the purposes of a consent are the two that an account needs, and the third when it was ticked", () => {
  expect(purposesOf({})).toEqual(["account", "terms"]);
  expect(purposesOf({ messages: "1" })).toEqual(["account", "terms", "messages"]);
});

test("a new password says one fault at a time", () => {
  expect(faultsOf(NewPassword, "")).toEqual(["passwordMissing"]);
  expect(faultsOf(NewPassword, "corta")).toEqual(["passwordShort"]);
  expect(faultsOf(NewPassword, "aaaaaaaaaaaaaaaa")).toEqual(["passwordCommon"]);
  expect(faultsOf(NewPassword, "el gato duerme al sol")).toEqual([]);
  const token = "A_-9".padEnd(43, "x");
  expect(faultsOf(ChoosePasswordInput, { token, password: "el gato duerme al sol" })).toEqual([]);
});

test("each municipality that is suggested is read back, and its short name where only one has it", () => {
  const names = municipalityNames();
  expect(names).toContain("Barranquilla, Atlántico");
  expect(names.length).toBeGreaterThan(1_100);
  for (let at = 0; at < names.length; at += 100)
    expect(municipalityCode(names[at] ?? ""), names[at]).toMatch(/^\d{5}$/);
  expect(municipalityCode("SOLEDAD")).toBe("08758");
});
