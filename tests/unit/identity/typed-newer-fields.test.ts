import { expect, test } from "vitest";
import type { z } from "zod";
import { AgreementInput } from "@/domain/agreement/schema";
import { NameInput, NewPinInput } from "@/domain/branch/schema";
import { ConfirmTotpInput, ProveCodeInput } from "@/domain/factor/schema";
import { IncidentInput } from "@/domain/incident/schema";
import { ownerCode, ownerCodeHash } from "@/domain/provider/owner-code";
import { FileRightsInput, OpenRightsInput } from "@/domain/rights/schema";

const uuid = "018f0000-0000-4000-8000-000000000001";
const agreement = {
  number: "CV-1",
  nit: "900123456-8",
  legalName: "Tienda",
  email: "",
  startsOn: "2026-11-01",
  endsOn: "2026-12-31",
  reason: "Contrato firmado hoy",
};
const rights = {
  ...{ key: uuid, kind: "consult", asker: "affiliate", name: "Ana", email: "ana@correo.com" },
  ...{ idKind: "CC", idNumber: "1042555318" },
};
const incident = {
  ...{ key: uuid, version: "0", kind: "loss", detectedOn: "2026-11-26", knownOn: "2026-11-27" },
  ...{ data: ["identity"], happened: "Se perdió", measures: "Se cambió la llave" },
};

/** One field of what a form comes to; the form's faults where it is refused. */
function part(schema: z.ZodType, form: object, name: string): unknown {
  const read = schema.safeParse(form);
  return read.success ? (read.data as Record<string, unknown>)[name] : read.error.issues[0]?.message;
}
const pins = ["482915", "48 29 15", "４８２９１５", "48–29–15", "\u200b482\u00a0915", "4829I5"];
const agreementPart = (name: string, typed: string) =>
  part(AgreementInput, { ...agreement, [name]: typed }, name);

test.each<[field: string, read: (typed: string) => unknown, typed: string[], value: unknown]>([
  ["a new PIN", (pin) => part(NewPinInput, { pin }, "pin"), pins, "482915"],
  ["the PIN at a counter", (pin) => part(NameInput, { person: uuid, pin }, "pin"), pins, "482915"],
  [
    "the first code of an application",
    (factorCode) => part(ConfirmTotpInput, { factorCode }, "factorCode"),
    ["120915", "120 915", "１２０９１５", "I2O9I5"],
    "120915",
  ],
  [
    "a code of an application",
    (factorCode) => part(ProveCodeInput, { factorCode }, "factorCode"),
    ["120915", "120-915", "１２０ ９１５", "12O9I5"],
    { kind: "totp", text: "120915" },
  ],
  [
    "the number of a request about data",
    (number) => part(OpenRightsInput, { number, code: "0123456789ABCDEF" }, "number"),
    [
      "HD-2026-00120915",
      "hd 2026 0012 0915",
      "ＨＤ–2026–00120915",
      "202600120915",
      "Radicado No. HD-2O26-OO120915",
    ],
    "HD-2026-00120915",
  ],
  [
    "the ID of who asks",
    (idNumber) => part(FileRightsInput, { ...rights, idNumber }, "idNumber"),
    ["1042555318", "C.C. 1'042.555.318", "１０４２５５５３１８", "1O42555318"],
    "1042555318",
  ],
  [
    "the number of a convenio by hand",
    (number) => agreementPart("number", number),
    ["CV-1", " cv–1 ", "ＣＶ-1", "CV\u00ad-1"],
    "CV-1",
  ],
  [
    "the e-mail of a convenio by hand",
    (email) => agreementPart("email", email),
    ["ana@correo.com", " ana＠correo.com", "ana\u200b@correo.com"],
    "ana@correo.com",
  ],
  [
    "how many people of an incident",
    (people) => part(IncidentInput, { ...incident, people }, "people"),
    ["1200", "1.200", "1,200", "1'200", "１２００", "1 2OO"],
    1_200,
  ],
  [
    "the code of a new owner",
    (code) => ownerCodeHash(uuid, code).equals(ownerCodeHash(uuid, ownerCode(uuid))),
    [
      ownerCode(uuid),
      ownerCode(uuid).toLowerCase().replace("-", " "),
      ownerCode(uuid).replace("-", "–"),
    ].flatMap((code) => [
      code,
      Array.from(code, (sign) =>
        /\w/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
      ).join(""),
    ]),
    true,
  ],
])("%s is read however it is typed", (_, read, typed, value) => {
  for (const text of typed) expect(read(text), text).toEqual(value);
});

test("what is no number of people, no PIN or no name for the paper is told so", () => {
  for (const people of ["-5", "muchas", "1/2/x"])
    expect(part(IncidentInput, { ...incident, people }, "people")).toBe("peopleShape");
  expect(part(NewPinInput, { pin: " " }, "pin")).toBe("pinMissing");
  expect(part(NewPinInput, { pin: "48291a" }, "pin")).toBe("pinShape");
  expect(agreementPart("legalName", "Łódź Đurić S.A.S.")).toBe("Lódz Duric S.A.S.");
  expect(agreementPart("legalName", "شركة 🎉")).toBe("paperLetters");
});
