import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pauseAfter } from "@/domain/import/pace";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const took = fc.integer({ min: 1, max: 5_000 });

describe("the pause of an import between batches", () => {
  test("is zero while the server has room", () => {
    fc.assert(fc.property(took, (ms) => pauseAfter(ms, 0.2) === 0));
  });

  test("grows with the server's load, up to the time of four batches", () => {
    fc.assert(
      fc.property(took, share, share, (ms, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(pauseAfter(ms, less)).toBeLessThanOrEqual(pauseAfter(ms, more));
        expect(pauseAfter(ms, more)).toBeLessThanOrEqual(4 * ms);
      }),
    );
    expect(pauseAfter(100, 1)).toBe(400);
  });
});
