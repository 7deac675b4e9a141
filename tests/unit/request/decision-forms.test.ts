import { expect, test } from "vitest";
import { LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import {
  ApproveInput,
  MarkInput,
  RejectInput,
  ReturnInput,
  requestFormWith,
  requestTexts,
  TakeBackInput,
} from "@/domain/request/schema";

const requestId = "018f0000-0000-4000-8000-000000000001";
const sent = { requestId, seen: "{}", returnReason: "", rejectReason: "" };
const faults = (schema: typeof ReturnInput | typeof RejectInput, fields: object) =>
  (schema.safeParse({ ...sent, ...fields }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")} ${message}`,
  );

test("a request goes back for ticked reasons, each once, and what no box of the step carries is left out", () => {
  const reasons = (returnCode: unknown) => ReturnInput.parse({ ...sent, returnCode }).reasons;
  expect(reasons("E1")).toEqual([{ code: "E1" }]);
  expect(reasons(["D2.rut", "E1", "D2.rut"])).toEqual([{ code: "D2", document: "rut" }, { code: "E1" }]);
  expect(reasons(["N1", "E2", 7, null, "x"])).toEqual([{ code: "E2" }]);
  const rejected = (rejectCode: unknown) => RejectInput.parse({ ...sent, rejectCode }).reasons;
  expect(rejected(["N2", "E1", "N3"])).toEqual([{ code: "N2" }, { code: "N3" }]);
});

test("what was written by hand is a reason of its own, after the ticked ones", () => {
  expect(ReturnInput.parse({ ...sent, returnCode: "E1", returnReason: " Llame.\r\nHoy. " })).toEqual({
    ...{ requestId, seen: "{}", list: "", own: "Llame.\nHoy." },
    reasons: [{ code: "E1" }, { code: "E9" }],
  });
  expect(RejectInput.parse({ ...sent, rejectCode: "N2", rejectReason: "Llame.\rHoy, Jose\u0301" })).toEqual({
    ...{ requestId, seen: "{}", list: "", own: "Llame.\nHoy, José" },
    reasons: [{ code: "N2" }, { code: "N9" }],
  });
  expect(RejectInput.parse({ ...sent, rejectCode: "N2" }).reasons).toEqual([{ code: "N2" }]);
});

test.each([
  ["returnReason", ReturnInput, "returnCode", "E1"],
  ["rejectReason", RejectInput, "rejectCode", "N2"],
] as const)("%s needs ten letters where nothing is ticked, and never has more than 600", (...of) => {
  const [reason, schema, code, ticked] = of;
  expect(faults(schema, {})).toEqual([`${reason} reasonMissing`]);
  expect(faults(schema, { [reason]: "x".repeat(9) })).toEqual([`${reason} reasonMissing`]);
  expect(faults(schema, { [reason]: ` ${"x".repeat(9)} ` })).toEqual([`${reason} reasonMissing`]);
  expect(faults(schema, { [reason]: "x".repeat(10) })).toEqual([]);
  expect(faults(schema, { [code]: ticked, [reason]: "x" })).toEqual([]);
  expect(faults(schema, { [reason]: "x".repeat(600) })).toEqual([]);
  for (const codes of [undefined, ticked])
    expect(faults(schema, { [code]: codes, [reason]: "x".repeat(601) })).toEqual([`${reason} reasonLong`]);
  expect(faults(schema, { [reason]: undefined })).toContain(`${reason} reasonMissing`);
  expect(faults(schema, { [code]: Array(60).fill(ticked) })).toEqual([]);
  expect(faults(schema, { [code]: Array(61).fill(ticked) })).toHaveLength(1);
});

test("a decision keeps the list that it was opened from, unless that is too long or no text", () => {
  expect(ApproveInput.parse({ ...sent, list: "estado=nueva" }).list).toBe("estado=nueva");
  for (const list of [undefined, "x".repeat(201), 1])
    expect(ApproveInput.parse({ ...sent, list }).list, String(list)).toBe("");
  expect(ApproveInput.parse({ ...sent, list: "x".repeat(200) }).list).toHaveLength(200);
  expect(TakeBackInput.parse({ requestId, list: "ver=limpias" })).toEqual({ requestId, list: "ver=limpias" });
  expect(MarkInput.safeParse({ requestId, document: requestId, mark: "bad" }).success).toBe(false);
  expect(MarkInput.parse({ requestId, document: requestId, mark: "none" }).mark).toBe("none");
});

const typed = { bank: "1007", accountKind: "savings", accountNumber: "01687366007" };
const texts = { agreementNumber: " CV\u200b–1 ", note: " Listo " };

test("the texts of a request are read in one spelling, and what is left out is nothing", () => {
  expect(requestTexts(null).parse(texts)).toMatchObject({ agreementNumber: "CV-1", note: "Listo" });
  expect(requestTexts(null).parse({})).toMatchObject({ agreementNumber: null, note: null });
});

test.each(["form with documents", "texts alone"])("an account is asked for as its form says: %s", (kind) => {
  const accountFaults = (rule: "needed" | "optional" | null, fields: object) => {
    const schema = kind === "texts alone" ? requestTexts(rule) : requestFormWith([], () => false, rule);
    return (schema.safeParse({ ...texts, ...fields }).error?.issues ?? []).map(
      ({ path, message }) => `${path.join(".")} ${message}`,
    );
  };
  expect(accountFaults("needed", {})).toEqual([
    "bank bankMissing",
    "accountKind accountKindMissing",
    "accountNumber accountNumberMissing",
  ]);
  expect([...accountFaults("optional", {}), ...accountFaults("needed", typed)]).toEqual([]);
  expect(accountFaults("optional", { ...typed, bank: "x" })).toEqual(["bank bankMissing"]);
  expect(accountFaults(null, { ...typed, bank: "x" })).toEqual([]);
  // Once for the field that is too long, not once more for all of them.
  expect(accountFaults("needed", { accountNumber: "1".repeat(81) })).toEqual([
    "accountNumber accountNumberWrong",
  ]);
});

test("a form without a rule for the account does not ask for one", () => {
  expect(requestFormWith([], () => false).safeParse({ ...texts, bank: "x" }).success).toBe(true);
});

test("a document of a form is told what is wrong with it, up to the last byte", () => {
  const fileOf = (bytes: number, name: string) => new File([new Uint8Array(bytes)], name);
  const form = requestFormWith([{ field: "rut", needed: true }], () => false);
  const faultOf = (rut: unknown) =>
    (form.safeParse({ ...texts, rut }).error?.issues ?? []).map(({ path, message }) => [path[0], message]);
  for (const nothing of [undefined, null, "rut.pdf", fileOf(0, "")])
    expect(faultOf(nothing)).toEqual([["rut", "missing"]]);
  expect(faultOf(fileOf(0, "rut.pdf"))).toEqual([["rut", "empty"]]);
  expect(faultOf(fileOf(3, ""))).toEqual([]);
  expect(faultOf(fileOf(LARGEST_DOCUMENT_BYTES, "rut.pdf"))).toEqual([]);
  expect(faultOf(fileOf(LARGEST_DOCUMENT_BYTES + 1, "rut.pdf"))).toEqual([["rut", "tooBig"]]);
});
