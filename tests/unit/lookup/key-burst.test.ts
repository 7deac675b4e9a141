import fc from "fast-check";
import { expect, test } from "vitest";
import { isWholeCode, KeyBurst } from "@/components/order/scanner/key-burst";

const url = `HTTPS://PROVEEDORES.CAJA.EXAMPLE/V/${"A".repeat(148)}`;

/** Types a text with a gap before each letter, and answers the moment of the last one. */
function type(burst: KeyBurst, text: string, gap: number, from = 1_000): number {
  [...text].forEach((letter, nth) => {
    burst.add(letter, from + nth * gap);
  });
  return from + (text.length - 1) * gap;
}

test("a keyboard scan is captured whole at every speed, also on a slow phone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (gap) => {
      const burst = new KeyBurst();
      type(burst, url, gap);
      expect(burst.pause()).not.toBeNull();
      expect(burst.take()).toBe(url);
      expect(burst.take()).toBeNull();
    }),
  );
});

test("text typed before a keyboard scan is not part of it, and the start of the scan is reported", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z0-9 .-]{0,20}$/),
      fc.integer({ min: 0, max: 900 }),
      (typed, gap) => {
        const burst = new KeyBurst();
        const last = type(burst, typed, 180);
        expect(burst.add("H", last + gap)).toBe(true);
        type(burst, url.slice(1), 5, last + gap + 5);
        expect(burst.take()).toBe(url);
      },
    ),
  );
});

test("typed numbers are never taken for a keyboard scan, however fast", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,30}$/), fc.integer({ min: 0, max: 400 }), (digits, gap) => {
      const burst = new KeyBurst();
      type(burst, digits, gap);
      expect(burst.pause()).toBeNull();
      expect(burst.take()).toBeNull();
    }),
  );
});

test("one pause within a keyboard scan is tolerated; a complete code ends it sooner than a partial one", () => {
  const burst = new KeyBurst();
  const last = type(burst, url.slice(0, 90), 10);
  const waitsForRest = burst.pause() ?? 0;
  type(burst, url.slice(90), 10, last + 500);
  expect(burst.pause() ?? 0).toBeLessThan(waitsForRest);
  expect(burst.take()).toBe(url);
});

test("a complete code has all its characters", () => {
  expect(isWholeCode(url)).toBe(true);
  expect(isWholeCode(`${url}\n`)).toBe(true);
  expect(isWholeCode(url.slice(0, -1))).toBe(false);
  expect(isWholeCode("A".repeat(148))).toBe(true);
  expect(isWholeCode("0004521")).toBe(false);
});
