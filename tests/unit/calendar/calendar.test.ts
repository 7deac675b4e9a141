import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, bogotaDay, calendarDay } from "@/model/calendar";
import { addWorkingDays, holidaysOf, isWorkingDay } from "@/model/working-day";

test.each([
  [
    2026,
    "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25",
  ],
  [
    2027,
    "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25",
  ],
])("the holidays of %i are those of Colombian law", (year, days) => {
  expect(holidaysOf(year)).toEqual(days.split(" ").map((day) => `${year}-${day}`));
});

test("a day in Bogotá ends at 05:00 UTC", () => {
  expect(bogotaDay(new Date("2027-02-01T04:59:59.999Z"))).toBe("2027-01-31");
  expect(bogotaDay(new Date("2027-02-01T05:00:00Z"))).toBe("2027-02-01");
});

test("dates that do not exist are invalid", () => {
  expect(calendarDay(2027, 2, 31)).toBeNull();
  expect(calendarDay(2028, 2, 29)).toBe("2028-02-29");
  expect(calendarDay(2026, 13, 11)).toBeNull();
});

test("a deadline in working days falls on a working day and counts that many", () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 15 }), (from, days) => {
      const start = addDays("2024-01-01", from);
      const end = addWorkingDays(start, days);
      let counted = 0;
      for (let day = addDays(start, 1); day <= end; day = addDays(day, 1))
        counted += Number(isWorkingDay(day));
      expect(isWorkingDay(end)).toBe(true);
      expect(counted).toBe(days);
    }),
    { numRuns: 50 },
  );
});
