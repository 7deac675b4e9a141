import { CajaInput, CompareModeInput } from "@/domain/caja/schema";
import { DraftInput, FormAnswers } from "@/domain/order/draft/schema";
import { AnnulInput, FindInput, ReasonInput } from "@/domain/order/schema";
import { KindInput } from "@/domain/order-kind/schema";
import { DecideReportInput } from "@/domain/report/schema";
import { SettleInput } from "@/domain/settlement/schema";
import { ID, letters, mail, numbers, tryLimits, upTo, x } from "@/tests/support/form-limits";

const draft = {
  order: ID,
  affiliateIdKind: "CC",
  affiliateId: "1042555318",
  affiliateName: "Ana Pérez",
  kindCode: "AS",
  value: "480000",
  concept: "Calzado",
  issuedOn: "2026-11-24",
  office: "CAC",
};
const kind = {
  code: "AS",
  name: "Adelanto",
  numberPrefix: "H",
  numberLength: "8",
  validity: "days",
  validityDays: "30",
  largestValue: "20000000",
  providerRule: "either",
  registersUse: "1",
  position: "1",
};
const caja = {
  name: "Caja",
  portalName: "Plataforma Hanna",
  legalName: "Caja de Compensación",
  nit: "890102044-1",
  phone: "6053235000",
  hours: "8 a 5",
  email: "a@b.co",
  address: "Calle 1",
  city: "Barranquilla",
  importMaxAgeHours: "24",
  policy: x(40),
};
const settle = { providerId: ID, uses: [ID], to: "objected", reason: x(10) };
const toInvoice = { ...settle, to: "invoiced", cufe: "a".repeat(96), invoice: "FE-1" };
const answer = { folio: "R-2026-000001", outcome: "nothing", orderAction: "leave" };
const orderReason = letters(10, 300, "orderReasonMissing", "orderReasonLong");
const forUse = { accepted: ["1"], refused: [[undefined, "useNeeded"]] as [undefined, string][] };
const cufe = "a".repeat(96);

tryLimits([
  ["caja", CajaInput, caja, "name", letters(1, 80, "nameMissing")],
  ["caja", CajaInput, caja, "legalName", letters(1, 200, "legalNameMissing")],
  ["caja", CajaInput, caja, "hours", letters(1, 120, "hoursMissing")],
  ["caja", CajaInput, caja, "phone", { accepted: ["123"], refused: [["12", "phoneShape"]] }],
  ["caja", CajaInput, caja, "phone", { accepted: [`123${x(37)}`], refused: [[`123${x(38)}`, "tooLong:40"]] }],
  ["caja", CajaInput, caja, "otherPhone", upTo(40)],
  ["caja", CajaInput, caja, "email", { accepted: [mail(254)], refused: [[mail(255), "tooLong:254"]] }],
  ["caja", CajaInput, caja, "address", letters(1, 200, "addressMissing")],
  ["caja", CajaInput, caja, "city", letters(1, 80, "cityMissing")],
  ["caja", CajaInput, caja, "importMaxAgeHours", numbers(1, 8760, "hoursRange")],
  ["caja", CajaInput, caja, "policy", letters(40, 60_000, "policyMissing", "policyLong")],
  [
    "search",
    FindInput,
    {},
    "number",
    { accepted: ["1".repeat(60)], refused: [["1".repeat(61), "searchShape"]] },
  ],
  ["search", FindInput, {}, "number", { accepted: ["1"], refused: [["...", "searchShape"]] }],
  [
    "comparing from",
    CompareModeInput,
    { mode: "type_from" },
    "from",
    { accepted: ["1"], refused: [["0", "compareFromShape"]] },
  ],
  ["draft", DraftInput, draft, "affiliateName", letters(3, 120, "tooShort:3")],
  ["draft", DraftInput, draft, "concept", letters(3, 200, "tooShort:3")],
  ["draft", DraftInput, draft, "office", letters(2, 80, "tooShort:2")],
  ["draft", DraftInput, draft, "value", numbers(1, 999_999_999, "valueShape", "valueTooLarge")],
  [
    "draft",
    DraftInput,
    draft,
    "validUntil",
    { accepted: ["", "2026-11-24"], refused: [["2026-11-23", "untilBeforeStart"]] },
  ],
  ["unfinished draft", FormAnswers, { order: ID }, "concept", upTo(300, null)],
  ["a change of an order", ReasonInput, { order: ID }, "reason", orderReason],
  ["annulling", AnnulInput, { order: ID, cause: "other" }, "reason", orderReason],
  ["kind", KindInput, kind, "code", letters(1, 10, "codeShape", "codeShape")],
  ["kind", KindInput, kind, "name", letters(3, 60, "tooShort:3")],
  ["kind", KindInput, kind, "numberPrefix", letters(1, 3, "prefixShape", "prefixShape")],
  ["kind", KindInput, kind, "numberLength", numbers(5, 20, "lengthShape")],
  ["kind", KindInput, { ...kind, numberPrefix: "AAA" }, "numberLength", numbers(7, 20, "lengthShape")],
  ["kind", KindInput, kind, "coreShortest", numbers(1, 20, "coreLengthShape")],
  ["kind", KindInput, { ...kind, coreShortest: "5" }, "coreLongest", numbers(5, 20, "coreLengthShape")],
  ["kind", KindInput, kind, "validityDays", numbers(1, 730, "daysShape")],
  ["kind", KindInput, kind, "largestValue", numbers(1, 999_999_999, "largestMissing")],
  ["kind", KindInput, kind, "approvalFrom", numbers(1, 20_000_000, "approvalShape")],
  ["kind", KindInput, kind, "position", numbers(1, 999, "positionShape")],
  ["kind with a claim", KindInput, { ...kind, claimFirst: "1" }, "registersUse", forUse],
  ["kind in parts", KindInput, { ...kind, partialUse: "1" }, "registersUse", forUse],
  ["report's answer", DecideReportInput, answer, "answer", upTo(600, "reasonLong")],
  ["settling", SettleInput, settle, "uses", { accepted: [[ID]], refused: [[[], "usesMissing"]] }],
  [
    "settling",
    SettleInput,
    settle,
    "uses",
    { accepted: [Array(100).fill(ID)], refused: [[Array(101).fill(ID), "usesMany"]] },
  ],
  ["objecting", SettleInput, settle, "reason", letters(10, 600, "reasonMissing", "reasonLong")],
  [
    "invoicing",
    SettleInput,
    toInvoice,
    "invoice",
    {
      accepted: ["1", `FEV1-${"1".repeat(15)}`],
      refused: [
        ["", "invoiceShape"],
        ["FEVEN-1", "invoiceShape"],
        [`F-${"1".repeat(16)}`, "invoiceShape"],
      ],
    },
  ],
  [
    "invoicing",
    SettleInput,
    toInvoice,
    "cufe",
    {
      accepted: [cufe],
      refused: [
        [cufe.slice(1), "cufeShape"],
        [`${cufe}a`, "cufeShape"],
      ],
    },
  ],
]);
