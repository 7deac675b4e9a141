import fc from "fast-check";
import { expect, test } from "vitest";
import { isFresh } from "@/app/_offline/kept-mark";

const NOW = Date.UTC(2026, 10, 30, 15);
const HOUR = 60 * 60 * 1000;
const kept = (msAgo: number, language = "es-CO") => `${language} ${NOW - msAgo}`;

test("what was kept within the last hour in the page's language is fresh", () => {
  expect(isFresh(kept(0), "es-CO", NOW)).toBe(true);
  expect(isFresh(kept(HOUR - 1), "es-CO", NOW)).toBe(true);
  expect(isFresh(kept(HOUR), "es-CO", NOW)).toBe(false);
  expect(isFresh(kept(0, "en"), "es-CO", NOW)).toBe(false);
  expect(isFresh(undefined, "es-CO", NOW)).toBe(false);
  expect(isFresh("", "es-CO", NOW)).toBe(false);
  expect(isFresh("es-CO", "es-CO", NOW)).toBe(false);
});

test("what was kept by a clock that ran ahead is old as soon as the clock is right", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 * 24 * HOUR }), (ahead) => {
      expect(isFresh(kept(-ahead), "es-CO", NOW)).toBe(false);
    }),
  );
});
