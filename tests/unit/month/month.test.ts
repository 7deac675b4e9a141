import { expect, test } from "vitest";
import {
  daysOfMonth,
  monthAfter,
  monthBefore,
  monthsUpTo,
  offeredMonths,
  percentile,
  readMonthParam,
} from "@/domain/month/month";

test("without a month in the address it is the last whole one, of Bogotá's day", () => {
  expect(readMonthParam(undefined, "2026-11-29")).toBe("2026-10");
  expect(readMonthParam("", "2027-01-01")).toBe("2026-12");
});

test.each([
  ["2026-11", "2026-11"],
  ["2026-12", "future"],
  ["2027-01", "future"],
  ["9999-12", "unknown"],
  ["2026-13", "unknown"],
  ["2026-00", "unknown"],
  ["2026-1", "unknown"],
  ["0000-01", "unknown"],
  ["octubre", "unknown"],
  ["2026-10-01", "unknown"],
  ["12026-10", "unknown"],
  ["2026-010", "unknown"],
  ["2026x10", "unknown"],
  ["1900-01", "1900-01"],
  ["1899-12", "unknown"],
  [" 2026-10 ", "2026-10"],
  ["2026-12 ", "future"],
  [["2026-09", "2026-10"], "2026-10"],
])("the month %j of an address, in November 2026, is %s", (text, month) => {
  expect(readMonthParam(text, "2026-11-29")).toBe(month);
});

test("a month has all its days, and the running one ends today", () => {
  expect(daysOfMonth("2026-10", "2026-11-29")).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(daysOfMonth("2026-11", "2026-11-29")).toEqual({ from: "2026-11-01", to: "2026-11-29" });
  expect(daysOfMonth("2028-02", "2028-03-01")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
});

test("months follow each other over the turn of a year", () => {
  expect([monthBefore("2027-01"), monthAfter("2026-12"), monthAfter("2027-01")]).toEqual([
    ...["2026-12", "2027-01", "2027-02"],
  ]);
});

test("two years of months are offered, and an older one that was chosen", () => {
  const offered = offeredMonths("2026-11-29", "2026-10");
  expect([offered[0], offered.length, offered.at(-1)]).toEqual(["2026-11", 25, "2024-11"]);
  expect(offeredMonths("2026-11-29", "2020-02").at(-1)).toBe("2020-02");
});

test("a percentile is a value that occurs, by nearest rank", () => {
  expect([percentile([], 0.5), percentile([3], 0.9), percentile([2, 1], 0)]).toEqual([null, 3, 1]);
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3);
  expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9)).toBe(9);
});

test("the course of six months goes back over the turn of the year", () => {
  expect(monthsUpTo("2027-02", 6)).toEqual([
    ...["2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02"],
  ]);
});
