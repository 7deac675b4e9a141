import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  calendarDay,
  daysBetween,
  inOrder,
  isCalendarDay,
  laterDay,
} from "@/model/calendar";
import { addWorkingDays, holidaysOf, isWorkingDay } from "@/model/working-day";

test.each([
  ["2026-11-29", true],
  ["2028-02-29", true],
  ["2100-02-29", false],
  ["2026-02-29", false],
  ["2026-02-30", false],
  ["2026-04-31", false],
  ["2026-00-10", false],
  ["2026-13-01", false],
  ["2026-11-00", false],
  ["2026-11-32", false],
  ["2026-1-05", false],
  ["26-11-29", false],
  ["x2026-11-29", false],
  ["+012026-11-29", false],
  ["2026-11", false],
  ["2026", false],
  ["2026-11-29x", false],
  ["2026-11-29T00:00:00Z", false],
  ["2026/11/29", false],
  ["", false],
])("whether %j is a day: %s", (text, is) => {
  expect(isCalendarDay(text)).toBe(is);
});

test("a day of parts lies between the years 1900 and 2200, both counted, and has two digits a part", () => {
  expect(calendarDay(1900, 1, 1)).toBe("1900-01-01");
  expect(calendarDay(2200, 12, 31)).toBe("2200-12-31");
  expect([calendarDay(1899, 12, 31), calendarDay(2201, 1, 1)]).toEqual([null, null]);
  expect([calendarDay(2026, 2, 0), calendarDay(2026, 0, 2), calendarDay(2026, 1, 32)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("days are counted over months, years and leap days, forth and back", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(daysBetween("2026-11-29", "2026-12-02")).toBe(3);
  expect(daysBetween("2026-12-02", "2026-11-29")).toBe(-3);
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      expect(daysBetween("2026-11-29", addDays("2026-11-29", days))).toBe(days);
    }),
  );
});

test.each([
  ["2026-11-15", 2, "2027-01-15"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-12-31", 0, "2026-12-31"],
  ["2026-12-01", 12, "2027-12-01"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-01-15", -1, "2025-12-15"],
])("%s and %i months are %s", (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

test("of two ends of a range the smaller one comes first, and a missing one stays where it is", () => {
  expect(inOrder(7, 3)).toEqual([3, 7]);
  expect(inOrder(3, 7)).toEqual([3, 7]);
  expect(inOrder(3, 3)).toEqual([3, 3]);
  expect(inOrder("2026-12-01", "2026-11-29")).toEqual(["2026-11-29", "2026-12-01"]);
  expect([inOrder(null, -1), inOrder(7, null), inOrder(null, null)]).toEqual([
    [null, -1],
    [7, null],
    [null, null],
  ]);
});

test("the later one of two days, whichever is named first", () => {
  expect(laterDay("2026-11-29", "2026-12-01")).toBe("2026-12-01");
  expect(laterDay("2026-12-01", "2026-11-29")).toBe("2026-12-01");
  expect(laterDay("2026-12-01", "2026-12-01")).toBe("2026-12-01");
});

/** Sundays of Easter as the Church publishes them, the earliest and the latest ones among them. */
test.each([
  "1818-03-22",
  "1943-04-25",
  "1961-04-02",
  "1981-04-19",
  "2000-04-23",
  "2008-03-23",
  "2011-04-24",
  "2019-04-21",
  "2024-03-31",
  "2025-04-20",
  "2038-04-25",
  "2049-04-18",
  "2076-04-19",
  "2100-03-28",
  "2199-04-14",
  "2285-03-22",
])("the holidays that move with Easter stand around Sunday %s", (easter) => {
  const holidays = holidaysOf(Number(easter.slice(0, 4)));
  for (const offset of [-3, -2, 43, 64, 71]) expect(holidays).toContain(addDays(easter, offset));
});

test("every year has eighteen holidays in order, or one less where two fall together, and those that move are Mondays or before Easter", () => {
  const fixed = ["01-01", "05-01", "07-20", "08-07", "12-08", "12-25"];
  for (let year = 2000; year < 2100; year++) {
    const holidays = holidaysOf(year);
    expect(holidays).toEqual([...new Set(holidays)].sort());
    expect(holidays.length).toBeGreaterThanOrEqual(17);
    expect(holidays.length).toBeLessThanOrEqual(18);
    for (const day of holidays) {
      const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
      const isMoved = !fixed.includes(day.slice(5));
      // Those that move stand on a Monday, or on the Thursday and Friday before Easter.
      if (isMoved) expect([1, 4, 5], day).toContain(weekday);
    }
  }
  // The Monday after Saint Peter and that of the Sacred Heart.
  expect(holidaysOf(2011).filter((day) => day === "2011-07-04")).toEqual(["2011-07-04"]);
});

test("work is done from Monday to Friday, without holidays", () => {
  // From Friday the 4th of December of 2026 to Wednesday the 9th.
  expect(["04", "05", "06", "07", "08", "09"].map((day) => isWorkingDay(`2026-12-${day}`))).toEqual([
    ...[true, false, false, true, false, true],
  ]);
});

test("no working days later is the same day, also on a Sunday", () => {
  expect(addWorkingDays("2026-12-06", 0)).toBe("2026-12-06");
  expect(addWorkingDays("2026-12-06", 1)).toBe("2026-12-07");
  expect(addWorkingDays("2026-12-04", 2)).toBe("2026-12-09");
});
