import { expect, test } from "vitest";
import {
  type HistoryFilterName,
  historyQuery,
  readHistoryFilters,
  setHistoryFilters,
} from "@/domain/history/schema";

const id = "018f0000-0000-4000-8000-000000000001";
const none = readHistoryFilters(() => "");
const read = (typed: Partial<Record<HistoryFilterName, unknown>>) =>
  readHistoryFilters((name) => typed[name]);

test("filters are read without the blanks around them, and what is no text is none", () => {
  expect(
    read({
      ...{ from: " 2026-11-01 ", to: "2026-11-29", result: " forged ", person: ` ${id}`, place: `${id} ` },
      number: " 0004521 ",
    }),
  ).toEqual({
    ...{ from: "2026-11-01", to: "2026-11-29", result: "forged", person: id, place: id, number: "4521" },
  });
  expect(read({ from: null, to: 20261129, result: ["used"], person: [id], number: 4521 })).toEqual(none);
});

test.each([
  `${id}0`,
  `x${id}`,
  id.replace("-8000", ""),
  id.slice(1),
  id.replaceAll("-", ""),
  id.replace("f", "g"),
  id.toUpperCase(),
])("who is not named by an id is nobody: %s", (text) => {
  expect(read({ person: text, place: text })).toEqual(none);
});

test.each([
  ["adelanto por subsidios 0004521", "adelanto por subsidios 0004521"],
  ["bono  AB–12", "bono AB-12"],
  ["as 12", "AS12"],
  ["AB-12/3", "AB-12/3"],
  ["000", "0"],
  ["0012x", "0012X"],
  ["?", ""],
  [`${"-".repeat(59)}7`, `${"-".repeat(59)}7`],
  [`${"-".repeat(60)}7`, ""],
])("the number %j is looked for as %j", (typed, written) => {
  expect(read({ number: typed }).number).toBe(written);
});

test("without a first day the thirty days that end on the last one are read", () => {
  const days = (from: string, to: string) => {
    const query = historyQuery({ ...none, from, to }, "2026-11-29", []);
    return [query.from, query.to];
  };
  expect(days("", "")).toEqual(["2026-10-31", "2026-11-29"]);
  expect(days("", "2026-03-30")).toEqual(["2026-03-01", "2026-03-30"]);
  expect(days("2026-11-20", "")).toEqual(["2026-11-20", "2026-11-29"]);
  // A first day to come, with none to end on.
  expect(days("2026-12-24", "")).toEqual(["2026-11-29", "2026-12-24"]);
});

test("at most 366 days are read, the first and the last one counted", () => {
  const first = (from: string) => historyQuery({ ...none, from, to: "2026-11-29" }, "2026-11-29", []).from;
  expect(["2025-11-30", "2025-11-29", "2025-11-28"].map(first)).toEqual([
    "2025-11-30",
    "2025-11-29",
    "2025-11-29",
  ]);
});

test("each filter becomes a condition, and an empty one none", () => {
  expect(historyQuery(none, "2026-11-29", ["AS"])).toEqual({
    ...{ from: "2026-10-31", to: "2026-11-29", what: null, personId: null, placeId: null, numberKey: null },
  });
  const filters = { ...none, result: "annulled", person: id, place: "place", number: "as 12" };
  expect(historyQuery(filters, "2026-11-29", ["AS"])).toMatchObject({
    ...{ what: ["annulled", "replaced"], personId: id, placeId: "place", numberKey: "AS12 12" },
  });
  expect(historyQuery({ ...none, result: "toString" }, "2026-11-29", []).what).toBeNull();
});

test("only the filters that are set go into an address", () => {
  expect(setHistoryFilters(none)).toEqual({});
  expect(setHistoryFilters({ ...none, result: "used", number: "7" })).toEqual({
    result: "used",
    number: "7",
  });
});
