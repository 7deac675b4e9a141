import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dateTime,
  dayAndTime,
  exactTime,
  longDate,
  recentTime,
  shortDate,
  theTime,
  timeOfDay,
} from "@/lib/format/date";
import { addDays } from "@/model/calendar";

const lateInBogota = new Date("2027-02-01T04:59:59Z");

test("a calendar day is formatted without conversion, whatever the time zone", () => {
  expect(longDate("2026-12-15", "es-CO")).toBe("15 de diciembre de 2026");
  expect(longDate("2026-12-15", "en")).toBe("15 December 2026");
  expect(shortDate("2027-01-31")).toBe("31/01/2027");
});

test("an instant is formatted with day and hour in Bogotá", () => {
  expect(longDate(lateInBogota, "es-CO")).toBe("31 de enero de 2027");
  expect(timeOfDay(lateInBogota, "es-CO")).toBe("11:59\u00a0p.\u00a0m.");
  expect(timeOfDay(new Date("2026-11-24T15:42:00Z"), "es-CO")).toBe("10:42\u00a0a.\u00a0m.");
  expect(timeOfDay(new Date("2026-11-24T17:05:00Z"), "es-CO")).toBe("12:05\u00a0p.\u00a0m.");
  expect(dateTime(lateInBogota, "es-CO")).toBe("31 de enero de 2027, 11:59\u00a0p.\u00a0m.");
  expect(exactTime(lateInBogota)).toBe("31/01/2027 23:59:59");
});

test("nearby days are relative: today, yesterday, tomorrow", () => {
  const now = new Date("2026-11-24T20:00:00Z");
  expect(dayAndTime(new Date("2026-11-24T18:05:00Z"), now, "es-CO")).toBe("hoy a la 1:05\u00a0p.\u00a0m.");
  expect(dayAndTime(new Date("2026-11-24T04:00:00Z"), now, "es-CO")).toBe("ayer a las 11:00\u00a0p.\u00a0m.");
  expect(dayAndTime(new Date("2026-11-25T12:00:00Z"), now, "es-CO")).toBe(
    "mañana a las 7:00\u00a0a.\u00a0m.",
  );
  expect(dayAndTime(new Date("2026-10-02T15:00:00Z"), now, "es-CO")).toBe(
    "el 2 de octubre de 2026 a las 10:00\u00a0a.\u00a0m.",
  );
});

test("a Spanish time within a sentence has its article", () => {
  expect(["1:05", "12:01", "11:10", "2:00"].map(theTime)).toEqual([
    "la 1:05",
    "las 12:01",
    "las 11:10",
    "las 2:00",
  ]);
});

test("past instants are formatted briefly", () => {
  const now = new Date("2026-11-24T20:00:00Z");
  expect(recentTime(new Date("2026-11-24T15:42:00Z"), now, "es-CO")).toBe("hoy 10:42\u00a0a.\u00a0m.");
  expect(recentTime(new Date("2026-11-24T04:00:00Z"), now, "es-CO")).toBe("ayer 11:00\u00a0p.\u00a0m.");
  expect(recentTime(new Date("2026-10-02T15:00:00Z"), now, "es-CO")).toBe(
    "2 de octubre de 2026, 10:00\u00a0a.\u00a0m.",
  );
});

test("every day of the year is formatted with its own digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
      const day = addDays("1990-01-01", days);
      expect(shortDate(day).split("/").reverse().join("-")).toBe(day);
    }),
  );
});
