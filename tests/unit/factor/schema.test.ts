import { expect, test } from "vitest";
import type { z } from "zod";
import {
  AddPasskeyInput,
  ConfirmTotpInput,
  ProveCodeInput,
  ProvePasskeyInput,
  ProvePasswordInput,
  RequestResetInput,
  ResetCodeInput,
} from "@/domain/factor/schema";
import { ID, x } from "@/tests/support/form-limits";

const faults = (schema: z.ZodType, form: object) =>
  (schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);

test.each([
  [undefined, "codeMissing"],
  ["", "codeMissing"],
  [" - ", "codeMissing"],
  ["12345", "codeWrong"],
  ["1234567", "codeWrong"],
  ["a".repeat(15), "codeWrong"],
  ["a".repeat(17), "codeWrong"],
  [`${" ".repeat(55)}123456`, "codeWrong"],
])("the code %j is refused: %s", (factorCode, fault) => {
  expect(faults(ProveCodeInput, { factorCode })).toContain(`factorCode ${fault}`);
});

test("a code of sixteen figures is one of the paper, and letters that look like figures are those", () => {
  const read = (factorCode: string) => ProveCodeInput.parse({ factorCode }).factorCode;
  expect(read("1234-5678-1234-5678")).toEqual({ kind: "paper", text: "1234567812345678" });
  expect(read("ab1O-cd2I-ef3L-gh45")).toEqual({ kind: "paper", text: "AB1OCD2IEF3LGH45" });
  expect(read(`${" ".repeat(54)}123456`)).toEqual({ kind: "totp", text: "123456" });
});

test("the first code of an application is six figures, and each fault has its sentence", () => {
  const faultsOf = (factorCode: unknown) => faults(ConfirmTotpInput, { factorCode });
  expect(ConfirmTotpInput.parse({ factorCode: "12O 9I5" }).factorCode).toBe("120915");
  expect(faultsOf(undefined)).toEqual(["factorCode codeMissing"]);
  expect(faultsOf("-")).toContain("factorCode codeMissing");
  for (const wrong of ["12345", "1234567", "abcd-efgh-jkmn-pqrs"])
    expect(faultsOf(wrong)).toEqual(["factorCode codeSixDigits"]);
  expect(faultsOf("1".padStart(61))).toContain("factorCode codeWrong");
});

test("a password is needed and has at most a thousand letters", () => {
  expect([x(1), x(1000)].flatMap((password) => faults(ProvePasswordInput, { password }))).toEqual([]);
  expect(faults(ProvePasswordInput, {})).toEqual(["password passwordMissing"]);
  expect(faults(ProvePasswordInput, { password: "" })).toEqual(["password passwordMissing"]);
  expect(faults(ProvePasswordInput, { password: x(1001) })).toEqual(["password passwordLong"]);
});

const key = { id: "a-_9", rawId: "a-_9", type: "public-key" };
const asked = { ...key, response: { clientDataJSON: "aa", attestationObject: "bb" } };
const proof = { ...key, response: { clientDataJSON: "aa", authenticatorData: "bb", signature: "cc" } };

test("a passkey's answer is read as JSON, and what is none is told as missing", () => {
  const add = (passkeyToken: unknown) => faults(AddPasskeyInput, { name: "Celular", passkeyToken });
  expect(AddPasskeyInput.parse({ name: " Mi  celular ", passkeyToken: JSON.stringify(asked) })).toEqual({
    ...{ name: "Mi celular", passkeyToken: asked },
  });
  for (const nothing of [undefined, "", "{", "a".repeat(20_001)])
    expect(add(nothing), String(nothing).slice(0, 5)).toEqual(["passkeyToken passkeyMissing"]);
  expect(add(JSON.stringify({ ...asked, type: "password" }))).toHaveLength(1);
  expect(add(JSON.stringify({ ...asked, id: "a b" }))).toHaveLength(1);
  expect(add(JSON.stringify(asked).padEnd(20_000))).toEqual([]);
});

test("a passkey that proves who is there may name its holder, or not", () => {
  const handleOf = (userHandle?: unknown) =>
    ProvePasskeyInput.parse({
      passkeyToken: JSON.stringify({ ...proof, response: { ...proof.response, userHandle } }),
    }).passkeyToken.response.userHandle;
  expect(["abc", undefined, null].map(handleOf)).toEqual(["abc", undefined, undefined]);
  expect(() => handleOf("a b")).toThrow();
});

test("the code of an administrator has eight letters, whatever stands between them", () => {
  const faultsOf = (factorCode: unknown) => faults(ResetCodeInput, { factorCode });
  for (const right of ["7K3M4Q2P", "7k3m-4q2p", " 7K3M 4Q2P ", "7K3M4Q2P".padStart(40)])
    expect(faultsOf(right), right).toEqual([]);
  for (const nothing of [undefined, "", " - "]) expect(faultsOf(nothing)).toEqual(["factorCode codeMissing"]);
  for (const wrong of ["7K3M4Q2", "7K3M4Q2PX", "7K3M4Q2P".padStart(41)])
    expect(faultsOf(wrong), wrong).toEqual(["factorCode resetCodeWrong"]);
});

test("why somebody may enrol again is said in ten letters at least", () => {
  const faultsOf = (reason: unknown) => faults(RequestResetInput, { person: ID, reason });
  expect([x(10), x(300)].flatMap(faultsOf)).toEqual([]);
  expect(faultsOf("")).toContain("reason resetReasonMissing");
  expect([x(9), ` ${x(9)}  `].flatMap(faultsOf)).toEqual([
    "reason resetReasonShort",
    "reason resetReasonShort",
  ]);
  expect(faultsOf(x(301))).toEqual(["reason tooLong:300"]);
});
