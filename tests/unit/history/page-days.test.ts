import { expect, test } from "vitest";
import { daysOfPage } from "@/domain/history/page-days";

const days = [
  { day: "2026-11-05", entries: 3 },
  { day: "2026-11-03", entries: 1 },
  { day: "2026-11-02", entries: 4 },
];

test.each([
  [0, 2, { from: "2026-11-05", to: "2026-11-05", offset: 0 }],
  [0, 3, { from: "2026-11-05", to: "2026-11-05", offset: 0 }],
  [0, 4, { from: "2026-11-03", to: "2026-11-05", offset: 0 }],
  [2, 2, { from: "2026-11-03", to: "2026-11-05", offset: 2 }],
  [3, 1, { from: "2026-11-03", to: "2026-11-03", offset: 0 }],
  [3, 2, { from: "2026-11-02", to: "2026-11-03", offset: 0 }],
  [5, 2, { from: "2026-11-02", to: "2026-11-02", offset: 1 }],
  [7, 25, { from: "2026-11-02", to: "2026-11-02", offset: 3 }],
  [8, 25, null],
])("pagination: a page from %i of %i entries covers the right days", (offset, size, place) => {
  expect(daysOfPage(days, offset, size)).toEqual(place);
});

test("pagination: every page of every size equals a slice of the whole list", () => {
  const all = days.flatMap(({ day, entries }) => Array.from({ length: entries }, (_, at) => `${day} ${at}`));
  for (let size = 1; size <= 9; size++)
    for (let offset = 0; offset < 9; offset++) {
      const place = daysOfPage(days, offset, size);
      const within = place
        ? all.filter((entry) => entry.slice(0, 10) >= place.from && entry.slice(0, 10) <= place.to)
        : [];
      expect(within.slice(place?.offset ?? 0, (place?.offset ?? 0) + size)).toEqual(
        all.slice(offset, offset + size),
      );
    }
});

test("pagination: an empty list has no page", () => {
  expect(daysOfPage([], 0, 25)).toBeNull();
});
