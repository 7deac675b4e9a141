import { expect, test } from "vitest";
import { earlyCheck } from "@/components/form/early-check";
import { PersonForm } from "@/domain/account/schema";
import { EndAccessInput } from "@/domain/provider/access-schema";

const person = {
  name: "Ana Ruiz",
  idKind: "CC",
  idNumber: "1020304050",
  email: "ana@b.co",
  mobile: "3001234567",
};

function formOf(texts: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(texts)) form.set(name, text);
  return form;
}

test("browser validation finds the same errors as the action, and none of untouched fields", async () => {
  const check = earlyCheck(PersonForm);
  expect(await check(formOf({ ...person, name: "", email: "ana" }))).toEqual({
    name: "nameMissing",
    email: "emailWithoutAt",
  });
  expect(await check(formOf(person))).toEqual({});
  expect(await check(formOf({ ...person, mobile: "" }))).toEqual({ mobile: "phoneMissing" });
});

test("a text that cannot be parsed is an error of its field, as in the action", async () => {
  expect(await earlyCheck(PersonForm)(formOf({ ...person, name: "Ana\u0000" }))).toEqual({
    name: "unreadable",
  });
});

test.each([
  ["nothing chosen", {}, "whoMissing"],
  ["something else", { who: "nobody" }, "whoMissing"],
  ["everybody", { who: "all" }, undefined],
])("a field that may be one of two things says its own words: %s", async (_what, chosen, answer) => {
  const rest = { provider: crypto.randomUUID(), seen: "", reason: "La empresa cerró." };
  expect((await earlyCheck(EndAccessInput)(formOf({ ...rest, ...chosen }))).who).toBe(answer);
});
