import { expect, test } from "vitest";
import type { z } from "zod";
import { readFilters } from "@/app/admin/_orders/list-address";
import { CompanyForm, PersonForm, RecoverInput } from "@/domain/account/schema";
import { CajaInput, CompareModeInput } from "@/domain/caja/schema";
import { readLookupCode } from "@/domain/lookup/lookup-code";
import { LookUpInput, PaperValueInput } from "@/domain/lookup/schema";
import { DraftInput } from "@/domain/order/draft/schema";
import { checkCodeOf, printedCheckCode } from "@/domain/order-code/check-code";
import { KindInput } from "@/domain/order-kind/schema";
import { readProofName } from "@/domain/proof/number";
import { CorrectionText } from "@/domain/request/schema";
import { SettleInput } from "@/domain/settlement/schema";
import { UseInput } from "@/domain/use/schema";
import { searchedNit } from "@/model/identity/nit";
import { historyKeys } from "@/tests/support/history-keys";

const uuid = "018f0000-0000-4000-8000-000000000001";
const company = {
  nit: "900123456",
  checkDigit: "8",
  legalName: "Tienda",
  municipality: "Barranquilla",
  address: "Cra 14 # 5-10",
  phone: "(605) 323 5000",
};
const person = {
  name: "Ana Pérez",
  idKind: "CC",
  idNumber: "1042555318",
  email: "ana@correo.com",
  mobile: "300 123 4567",
};
const draft = {
  order: uuid,
  affiliateIdKind: "CC",
  affiliateId: "1042555318",
  affiliateName: "Ana Núñez",
  kindCode: "AS",
  value: "480000",
  provider: "",
  concept: "Calzado",
  issuedOn: "2026-11-25",
  validUntil: "",
  office: "CAC Prado",
};
const caja = {
  ...company,
  name: "Caja",
  portalName: "Plataforma Hanna",
  hours: "Lunes",
  email: "contacto@caja.example",
  city: "Barranquilla",
  importMaxAgeHours: "24",
  policy: "x".repeat(40),
};
const kind = {
  code: "as",
  name: "Adelanto",
  numberPrefix: "h",
  numberLength: "8",
  validity: "days",
  validityDays: "30",
  largestValue: "500.000",
  providerRule: "either",
  position: "1",
};
const lookUp = { idNumber: "1042555318", kindCode: "AS", number: "4521" };
const cufe = "a10b".repeat(24);
const settle = { providerId: uuid, uses: uuid, to: "invoiced", invoice: "FE-2041", cufe, value: "480000" };
const code = checkCodeOf(Buffer.from("5a13c7e4099b20f1", "hex"));

/** One field of what a form comes to; the form's faults where it is refused. */
function part(schema: z.ZodType, form: object, name: string): unknown {
  const read = schema.safeParse(form);
  return read.success ? (read.data as Record<string, unknown>)[name] : read.error.issues;
}

const nits = [
  "900123456",
  "900.123.456-8",
  "900 123 456 - 8",
  "NIT 900.123.456–8",
  "Nit: 900,123,456",
  "９００１２３４５６",
  "9OO123456-8",
  "\u202a900123456\u202c",
  "\u200b900\u00a0123\u202f456",
];
const ids = [
  "1042555318",
  "C.C. 1'042.555.318",
  "１０４２５５５３１８",
  "1O42555318",
  "\u202d1042-555-318\u202c",
];
const amounts = [
  "480000",
  "$ 480.000",
  "480.000,00",
  "４８０．０００",
  "48O.000",
  "\u200b480\u00a0000",
  "480,000",
];
const phones = [
  "3001234567",
  "+57 300 123 4567",
  "(300) 123-4567",
  "Cel. 300.123.4567",
  "３００１２３４５６７",
  "3OO1234567",
  "\u202a300\u00a0123–4567",
];

/** Every field of the product in which something that identifies is typed: schema, what is typed, what is read. */
const typedFields: [field: string, read: (typed: string) => unknown, typed: string[], value: unknown][] = [
  ["NIT of a company", (nit) => part(CompanyForm, { ...company, nit }, "nit"), nits, "900123456"],
  ["NIT of the caja", (nit) => part(CajaInput, { ...caja, nit }, "nit"), nits, "900123456-8"],
  [
    "provider of an order",
    (provider) => part(DraftInput, { ...draft, provider }, "providerNit"),
    nits,
    "900123456",
  ],
  [
    "provider of a list",
    (text) => readFilters((name) => (name === "proveedor" ? text : "")).providerNit ?? "",
    nits,
    "900123456",
  ],
  ["a searched NIT", searchedNit, nits, "900123456"],
  [
    "check digit",
    (checkDigit) => part(CompanyForm, { ...company, checkDigit }, "checkDigit"),
    ["8", " 8 ", "８", "-8", "\u202d8"],
    8,
  ],
  ["ID of a person", (idNumber) => part(PersonForm, { ...person, idNumber }, "idNumber"), ids, "1042555318"],
  [
    "ID of an affiliate",
    (affiliateId) => part(DraftInput, { ...draft, affiliateId }, "affiliateId"),
    ids,
    "1042555318",
  ],
  ["amount of an order", (value) => part(DraftInput, { ...draft, value }, "value"), amounts, 480_000],
  [
    "amount of a use",
    (amount) => part(UseInput, { lookupId: uuid, key: uuid, amount }, "amount"),
    amounts,
    480_000,
  ],
  [
    "amount of a paper",
    (paperValue) =>
      part(PaperValueInput, { lookupId: uuid, paperValue, holder: "equal", paper: "equal" }, "paperValue"),
    amounts,
    480_000,
  ],
  [
    "amount of a list",
    (text) => readFilters((name) => (name === "valor-desde" ? text : "")).valueFrom?.toString() ?? "",
    amounts,
    "480000",
  ],
  [
    "value to type from",
    (from) => part(CompareModeInput, { mode: "type_from", from }, "from"),
    amounts,
    480_000,
  ],
  ["mobile", (mobile) => part(PersonForm, { ...person, mobile }, "mobile"), phones, "+573001234567"],
  [
    "check code",
    (checkCode) => part(LookUpInput, { ...lookUp, checkCode }, "checkCode"),
    [printedCheckCode(code), code.toLowerCase(), code.replace(/^.../, "$&–"), `\u200b${code}`],
    code,
  ],
  [
    "number of an order in the history",
    (text) => historyKeys(text).at(-1),
    ["0004521", "No. 4521", "OOO4521", "４５２１", "AS 4521", "as-4521", "AS4521"],
    "4521",
  ],
  [
    "code of a proof",
    (typed) => readProofName(typed)?.code,
    ["C-2026-000001-7K3M4Q2P", "c 2026 OOO001 7k3m4q2p", "Ｃ-2026–000001–7K3M4Q2P"],
    "7K3M4Q2P",
  ],
  [
    "code of a look-up",
    (typed) => readLookupCode(typed)?.from.slice(0, 8),
    ["7K3M-4Q2P", "7k3m 4q2p", "\u202a7K3M–4Q2P"],
    readLookupCode("7K3M4Q2P")?.from.slice(0, 8),
  ],
  [
    "invoice",
    (invoice) => part(SettleInput, { ...settle, invoice }, "invoice"),
    ["FE-2041", " FE–2041", "ＦＥ-2041", "FE\u200b-2041"],
    "FE-2041",
  ],
  ["value of an invoice", (value) => part(SettleInput, { ...settle, value }, "value"), amounts, 480_000],
  [
    "CUFE",
    (typed) => part(SettleInput, { ...settle, cufe: typed }, "cufe"),
    [
      cufe,
      cufe.toUpperCase(),
      cufe.replaceAll("0", "O"),
      cufe.replace(/(.{8})/g, "$1-"),
      `\u202a${cufe}\u202c`,
    ],
    cufe,
  ],
  [
    "code of a kind",
    (code) => part(KindInput, { ...kind, code }, "code"),
    ["AS", " as ", "ＡＳ", "A\u200bS"],
    "AS",
  ],
  [
    "letters of a series",
    (numberPrefix) => part(KindInput, { ...kind, numberPrefix }, "numberPrefix"),
    ["H", "h", "Ｈ"],
    "H",
  ],
  [
    "length of numbers",
    (numberLength) => part(KindInput, { ...kind, numberLength }, "numberLength"),
    ["8", "８", " 8\u202f"],
    8,
  ],
  [
    "e-mail",
    (email) => part(RecoverInput, { email }, "email"),
    ["ana@correo.com", " Ana@Correo.COM", "ana＠correo.com", "ana\u200b@correo.com"],
    "ana@correo.com",
  ],
  [
    "number of a convenio",
    (typed) => part(CorrectionText, { agreementNumber: typed, note: "" }, "agreementNumber"),
    ["CV-1", " CV–1 ", "ＣＶ-1", "CV\u00ad-1"],
    "CV-1",
  ],
];

test.each(typedFields)("%s is parsed in every spelling", (_, read, typed, value) => {
  for (const one of typed) expect(read(one), one).toEqual(value);
});
