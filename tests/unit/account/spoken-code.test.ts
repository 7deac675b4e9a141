import { expect, test } from "vitest";
import { spokenCode, spokenCodeHash } from "@/domain/account/spoken-code";

const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const subjects = Array.from({ length: 50 }, (_, at) => `request ${at}`);

test("a code that is told has eight signs that nobody confuses, in two groups", () => {
  for (const subject of subjects)
    expect(spokenCode(key, subject)).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
});

test("each subject and each key has a code of its own, which is the same whenever it is shown", () => {
  expect(new Set(subjects.map((subject) => spokenCode(key, subject))).size).toBe(subjects.length);
  expect(spokenCode(other, "a")).not.toBe(spokenCode(key, "a"));
  expect(spokenCode(key, "a")).toBe(spokenCode(key, "a"));
});

test("the code told is the code typed, however it is written, for its own subject and key alone", () => {
  const code = spokenCode(key, "a");
  const hash = spokenCodeHash(key, "a", code);
  for (const typed of [code.toLowerCase(), code.replace("-", " "), ` ${code.replace("-", "–")}~`])
    expect(spokenCodeHash(key, "a", typed).equals(hash), typed).toBe(true);
  for (const [by, subject, typed] of [
    [key, "a", code.slice(0, -1)],
    [key, "a", spokenCode(key, "b")],
    [key, "b", code],
    [other, "a", code],
  ] as const)
    expect(spokenCodeHash(by, subject, typed).equals(hash), typed).toBe(false);
  // What is kept of it is no code itself.
  expect(hash.toString("hex")).not.toBe(spokenCodeHash(key, "", "").toString("hex"));
});
