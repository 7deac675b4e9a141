import { expect, test } from "vitest";
import { waitForHour } from "@/tests/support/whole-hour";

test.each([
  ["2026-12-01T17:00:00Z", 0],
  ["2026-12-01T17:59:44.999Z", 0],
  ["2026-12-01T17:59:45Z", 15_000],
  ["2026-12-01T17:59:59.999Z", 1],
  // Midnight in Bogotá.
  ["2027-01-01T04:57:59.999Z", 0],
  ["2027-01-01T04:58:00Z", 120_000],
  ["2027-01-01T05:00:00Z", 0],
  // Midnight elsewhere.
  ["2026-12-31T23:58:00Z", 0],
])("a test that would begin at %s waits %i ms for the next hour", (now, ms) =>
  expect(waitForHour(Date.parse(now))).toBe(ms),
);
