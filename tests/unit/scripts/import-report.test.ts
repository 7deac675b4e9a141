import { expect, test } from "vitest";
import { noFindings } from "@/domain/import/findings";
import { esCO } from "@/messages/es-CO";
import { reportText } from "@/scripts/import/report";

test("a dry run says like the run itself that a file without a good line is no load", () => {
  const isWarned = (counts: { lines: number; refusedLines: number }) =>
    reportText("Órdenes", { ...noFindings("a.csv", true, null), ...counts }).includes(esCO.imports.noOrders);
  expect(isWarned({ lines: 0, refusedLines: 0 })).toBe(true);
  expect(isWarned({ lines: 4, refusedLines: 4 })).toBe(true);
  expect(isWarned({ lines: 4, refusedLines: 3 })).toBe(false);
});

test("what a file came to begins with nothing found, done or refused", () => {
  const { notes, ...findings } = noFindings("a.csv", false, null);
  const { fileName, readBefore, ...rest } = findings;
  expect([fileName, readBefore, typeof notes]).toEqual(["a.csv", null, "object"]);
  for (const [name, value] of Object.entries(rest))
    expect(Array.isArray(value) ? value.length : Number(value), name).toBe(0);
});
