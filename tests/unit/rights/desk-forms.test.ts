import { expect, test } from "vitest";
import type { z } from "zod";
import {
  AnswerRightsInput,
  AskMissingInput,
  CompleteAtDeskInput,
  CompleteRightsInput,
  ExtendRightsInput,
  FileRightsInput,
  OpenRightsInput,
  RightsIdentityInput,
} from "@/domain/rights/schema";
import { ID, x } from "@/tests/support/form-limits";

const faults = (schema: z.ZodType, form: object) =>
  (schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);
const number = "HD-2026-00120915";
const code = "0123456789ABCDEF";
const asked = {
  ...{ key: ID, kind: "consult", asker: "affiliate", name: "Ana", email: "ana@correo.com" },
  ...{ idKind: "CC", idNumber: "1042555318" },
};

test.each([
  "HD-2026-00120915",
  "radicado N HD 2026 00120915",
  "Radicado No. 2026-00120915",
  "Número HD202600120915",
  "n 202600120915",
])("the number of a request is read with the words before it: %s", (typed) => {
  expect(OpenRightsInput.parse({ number: typed, code }).number).toBe(number);
});

test.each(["2026-0012091", "HD-2026-001209150", "X 202600120915", "HDHD202600120915", "202600120915 x"])(
  "what is no number of a request is refused: %s",
  (typed) => expect(faults(OpenRightsInput, { number: typed, code })).toEqual(["number numberWrong"]),
);

test("a code that is left out, too short or too long is told apart", () => {
  const faultsOf = (typed: unknown) => faults(OpenRightsInput, { number, code: typed });
  expect(faultsOf(undefined)).toEqual(["code codeMissing"]);
  for (const nothing of ["", "  "]) expect(faultsOf(nothing)).toContain("code codeMissing");
  for (const wrong of [code.slice(1), `${code}0`]) expect(faultsOf(wrong)).toEqual(["code rightsCodeWrong"]);
});

test("the ID of who asks is needed and has the shape of its kind", () => {
  const faultsOf = (idNumber: unknown, idKind: unknown = "CC") =>
    faults(FileRightsInput, { ...asked, idNumber, idKind });
  expect(faultsOf(undefined)).toEqual(["idNumber idNumberMissing"]);
  for (const nothing of ["", " \u200b"]) expect(faultsOf(nothing)).toContain("idNumber idNumberMissing");
  for (const wrong of ["12", "0000", "1042555318".padStart(61)])
    expect(faultsOf(wrong), wrong).toContain("idNumber idNumberWrong");
  expect(faultsOf("1042555318".padStart(60))).toEqual([]);
  expect(faultsOf("AB12345", "PA")).toEqual([]);
  expect(faultsOf("AB12345")).toEqual(["idNumber idNumberWrong"]);
  for (const idKind of [null, "XX"]) expect(faultsOf("1042555318", idKind)).toContain("idKind idKindMissing");
});

test("what somebody writes may be left out, keeps its lines, and is no longer than its place", () => {
  const read = FileRightsInput.parse({ ...asked, words: " Jose\u0301\r\nMari\u0301a\r " });
  expect(read).toMatchObject({ words: "José\nMaría", holderName: "", proof: "" });
  for (const [field, longest] of [
    ["holderName", 120],
    ["proof", 400],
    ["words", 4_000],
  ] as const) {
    expect(faults(FileRightsInput, { ...asked, [field]: ` ${x(longest)} ` })).toEqual([]);
    expect(faults(FileRightsInput, { ...asked, [field]: x(longest + 1) })).toEqual([
      `${field} tooLong:${longest}`,
    ]);
  }
});

test("an heir who only writes blanks has not said whose data they are", () => {
  expect(faults(FileRightsInput, { ...asked, asker: "heir", holderName: " ", proof: "\n" })).toEqual([
    "holderName holderNameMissing",
    "proof proofMissing",
  ]);
  expect(faults(FileRightsInput, { ...asked, kind: "correct", words: " " })).toEqual([
    "words correctionMissing",
  ]);
});

const step = { number, version: "1" };

test.each([
  ["completing", CompleteRightsInput, {}, "textMissing"],
  ["asking for what is missing", AskMissingInput, step, "missingMissing"],
  ["extending", ExtendRightsInput, step, "reasonMissing"],
  ["writing down what came", CompleteAtDeskInput, step, "cameMissing"],
  ["doubting who asks", RightsIdentityInput, step, "identityMissing"],
  ["answering", AnswerRightsInput, { ...step, result: "granted" }, "answerMissing"],
] as [string, z.ZodType, object, string][])("%s needs words, of at most four thousand letters", (...of) => {
  const [, schema, form, missing] = of;
  const faultsOf = (text: unknown) => faults(schema, { ...form, text });
  for (const nothing of [undefined, "", " \n "]) expect(faultsOf(nothing)).toEqual([`text ${missing}`]);
  expect([x(1), ` ${x(4_000)}\n`].flatMap(faultsOf)).toEqual([]);
  expect(faultsOf(x(4_001))).toEqual(["text tooLong:4000"]);
  expect(schema.parse({ ...form, text: " a\r\nb\rc " })).toMatchObject({ text: "a\nb\nc" });
});

test("a step names a number and a version from one on", () => {
  const faultsOf = (changes: object) => faults(AskMissingInput, { ...step, text: "x", ...changes });
  expect(AskMissingInput.parse({ ...step, text: "x" }).version).toBe(1);
  for (const version of ["0", "1.5", "x"]) expect(faultsOf({ version }), version).toHaveLength(1);
  for (const wrong of ["HD-2026-1", `x${number}`, `${number}0`])
    expect(faultsOf({ number: wrong })).toHaveLength(1);
});
