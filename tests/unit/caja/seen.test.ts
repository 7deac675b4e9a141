import { expect, test } from "vitest";
import { changedSince, ShownParts, seenParts } from "@/domain/seen";
import { Refusal } from "@/model/refusal";

const most = "x".repeat(40);

test("the parts that a page had shown are taken as they are, and compared by the database", () => {
  const shown = JSON.stringify({ state: "issued", [most]: most });
  expect(ShownParts.parse(shown)).toBe(shown);
  expect(ShownParts.parse(' { "state" : "issued" } ')).toBe('{"state":"issued"}');
  expect(seenParts(shown)).toEqual({ state: "issued", [most]: most });
  expect(seenParts(undefined)).toBeNull();
});

test.each([
  ["nothing", undefined],
  ["no text", 7],
  ["no JSON", "{"],
  ["a list", '["issued"]'],
  ["a part that is no text", '{"state":1}'],
  ["a part with a longer name than any", JSON.stringify({ [`${most}x`]: "1" })],
  ["a longer version than any", JSON.stringify({ state: `${most}x` })],
  ["more than 2,000 characters", `{}${" ".repeat(1_999)}`],
])("a page that posts %s had shown something else, so that all has changed", (_, posted) => {
  expect(ShownParts.parse(posted)).toBe("{}");
});

test("2,000 characters of parts are read", () => {
  const shown = '{"state":"issued"}'.padEnd(2_000);
  expect(ShownParts.parse(shown)).toBe('{"state":"issued"}');
});

test("the refusal of a stale decision names each part that changed", () => {
  const refusal = changedSince(["state", "value"]);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: "changed_since", about: [{ what: "state" }, { what: "value" }] });
});
