import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tableRows } from "../support/markdown-table";
import { missingTests, testReferences } from "../support/test-titles";

const rows = tableRows(readFileSync("docs/security/threat-model.md", "utf8"), "Frauds and failures");

test("each of the 23 frauds has its control", () => {
  expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 23 }, (_, at) => at + 1));
  expect(rows.filter(([, fraud = "", control = ""]) => fraud.length < 10 || control.length < 20)).toEqual([]);
});

test("each control is held by tests that exist", () => {
  expect(
    rows.filter(([, , , tests = ""]) =>
      tests.split("<br>").some((part) => testReferences(part).length !== 1),
    ),
  ).toEqual([]);
  expect(missingTests(rows.flatMap(([, , , tests = ""]) => testReferences(tests)))).toEqual([]);
});
