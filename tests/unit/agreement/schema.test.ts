import { expect, test } from "vitest";
import { AgreementInput } from "@/domain/agreement/schema";
import { mail, x } from "@/tests/support/form-limits";

const good = {
  number: "CV-1",
  nit: "900123456-8",
  legalName: "Tienda",
  startsOn: "2026-11-01",
  endsOn: "2026-12-31",
  reason: "Contrato firmado hoy",
};
/** Each fault as "field message"; [] is a form that is taken. */
const faults = (typed: Record<string, unknown>) =>
  (AgreementInput.safeParse({ ...good, ...typed }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")} ${message}`,
  );

test("a convenio by hand is read in one spelling, and is a new one without e-mail unless it says so", () => {
  const typed = {
    number: " cv \n  1\u200b ",
    legalName: "  Cafe\u0301   Łódź ",
    startsOn: "01/11/2026",
    reason: " Renovacio\u0301n  del\naño ",
  };
  expect(AgreementInput.parse({ ...good, ...typed })).toEqual({
    agreement: "",
    version: "",
    number: "CV 1",
    nit: { nit: "900123456", checkDigit: 8 },
    legalName: "Café Lódz",
    email: "",
    startsOn: "2026-11-01",
    endsOn: "2026-12-31",
    reason: "Renovación del año",
  });
  expect(AgreementInput.parse({ ...good, email: " Ana@Correo.co\u200b" }).email).toBe("Ana@Correo.co");
});

test.each<[what: string, typed: Record<string, unknown>, faults: string[]]>([
  ["no number", { number: " " }, ["number agreementNumberMissing"]],
  ["the longest number", { number: x(60) }, []],
  ["a longer one", { number: x(61) }, ["number textLong"]],
  ["no NIT", { nit: " " }, ["nit nitMissing"]],
  ["a NIT that is none", { nit: "12" }, ["nit nitShape"]],
  ["ten digits that may be two NITs", { nit: "8901020441" }, ["nit nitShape"]],
  ["a wrong check digit", { nit: "900123456-1" }, ["nit nitCheckDigit"]],
  ["the longest name", { legalName: x(160) }, []],
  ["a longer one", { legalName: x(161) }, ["legalName textLong"]],
  ["a control sign in its name", { legalName: "a\u0007b" }, ["legalName textLong"]],
  ["letters that no paper has", { legalName: "龍" }, ["legalName paperLetters"]],
  ["the longest e-mail", { email: mail(254) }, []],
  ["a longer one", { email: mail(255) }, ["email emailShape"]],
  ["an e-mail that is none", { email: "a@b" }, ["email emailShape"]],
  ["a day that is none", { startsOn: "ayer" }, ["startsOn dayShape"]],
  ["one day", { endsOn: "2026-11-01" }, []],
  ["an end before its beginning", { endsOn: "2026-10-31" }, ["endsOn endBeforeStart"]],
  ["… and another fault", { nit: "", endsOn: "2026-10-31" }, ["nit nitMissing", "endsOn endBeforeStart"]],
  ["an end before no day", { startsOn: "", endsOn: "2026-10-31" }, ["startsOn dayShape"]],
  ["nine letters of a reason", { reason: x(9) }, ["reason agreementReasonMissing"]],
  ["ten", { reason: x(10) }, []],
  ["three hundred and one", { reason: x(301) }, ["reason textLong"]],
])("a convenio by hand with %s", (_, typed, told) => {
  expect(faults(typed)).toEqual(told);
});
