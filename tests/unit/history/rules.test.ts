import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, entrySignal, initialsOf, isFresh, resultGroups, shownName } from "@/domain/history/rules";
import { historyQuery, readHistoryFilters } from "@/domain/history/schema";
import { outcomes } from "@/model/verdict";

const none = readHistoryFilters(() => "");

test("each outcome, use and undo is in one result group and has a signal", () => {
  const all = Object.values(resultGroups).flat();
  expect([...all].sort()).toEqual([...outcomes, "use", "undo"].sort());
  for (const entry of all) expect(entrySignal(entryOf(entry))).not.toBe("");
});

test("an unknown outcome is an error, and an undo has a plain signal", () => {
  for (const word of ["", "usada", "toString"]) expect(() => entryOf(word)).toThrow(`unknown entry ${word}`);
  expect(entrySignal("undo")).toBe("plain");
  expect(entrySignal("not_found")).not.toBe("plain");
});

test("only a provider's own use is green", () => {
  const green = [...outcomes, "use", "undo"].filter((what) => entrySignal(entryOf(what)) === "go");
  expect(green).toEqual(["use"]);
});

test.each([
  ["María Elena Pérez", "M. E. P."],
  ["  ana   ruiz-díaz ", "A. R. D."],
  ["ana - ruiz", "A. R."],
  ["Ñandú", "Ñ."],
  ["", ""],
])("initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("after one day a name shows only the first letter of each word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      for (const part of shownName(name, false).split(" ").filter(Boolean))
        expect(Array.from(part.toLowerCase()).length).toBeLessThanOrEqual(4);
      expect(shownName(name, true)).toBe(name);
    }),
  );
});

test("a look-up is fresh for exactly one day", () => {
  const askedAt = new Date("2026-11-24T15:00:00Z");
  const later = (ms: number) => new Date(askedAt.getTime() + ms);
  expect(isFresh(askedAt, later(24 * 60 * 60_000 - 1))).toBe(true);
  expect(isFresh(askedAt, later(24 * 60 * 60_000))).toBe(false);
});

test("the default period is thirty days, the longest a year, whichever day was typed first", () => {
  expect(historyQuery(none, "2026-11-24", [])).toMatchObject({ from: "2026-10-26", to: "2026-11-24" });
  const years = { ...none, from: "2020-01-01", to: "2026-11-24" };
  expect(historyQuery(years, "2026-11-24", [])).toMatchObject({ from: "2025-11-24", to: "2026-11-24" });
  const reversed = { ...none, from: "2026-11-24", to: "2026-11-01" };
  expect(historyQuery(reversed, "2026-11-24", [])).toMatchObject({ from: "2026-11-01", to: "2026-11-24" });
});

test("an unknown filter value is ignored", () => {
  const filters: Record<string, unknown> = {
    from: "2026-02-31",
    to: ["2026-01-01"],
    result: "constructor",
    person: "1",
    place: "x",
    number: "<b>",
  };
  expect(readHistoryFilters((name) => filters[name])).toEqual(none);
  expect(readHistoryFilters((name) => (name === "number" ? " 000 4521 " : "")).number).toBe("4521");
});
