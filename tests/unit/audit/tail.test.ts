import { expect, test } from "vitest";
import { advance, settledOf, type Tail } from "@/domain/audit/tail";

const MINUTE = 60_000;
const WINDOW = 10 * MINUTE;
const from = (last: number): Tail => ({ last, missing: new Map() });

test("without a gap the position is the last number", () => {
  expect(settledOf(advance(from(4), [5, 6, 7], 0, WINDOW))).toBe(7);
  expect(settledOf(advance(from(4), [], 0, WINDOW))).toBe(4);
});

test("a number that is missing holds the position until it comes", () => {
  const gap = advance(from(4), [5, 8], 0, WINDOW);
  expect([...gap.missing.keys()]).toEqual([6, 7]);
  expect(settledOf(gap)).toBe(5);
  const half = advance(gap, [6, 9], MINUTE, WINDOW);
  expect([...half.missing.keys()]).toEqual([7]);
  expect(settledOf(half)).toBe(6);
  expect(settledOf(advance(half, [7], 2 * MINUTE, WINDOW))).toBe(9);
});

test("a number that has not come for ten minutes is given up, and not a moment before", () => {
  const gap = advance(from(4), [6], 0, WINDOW);
  expect(settledOf(advance(gap, [], WINDOW - 1, WINDOW))).toBe(4);
  expect(settledOf(advance(gap, [], WINDOW, WINDOW))).toBe(6);
});

test("numbers far above the last one leave no million to ask for", () => {
  const far = advance(from(4), [5_000_000], 0, WINDOW);
  expect(far.missing.size).toBe(10_000);
  expect(far.last).toBe(5_000_000);
});

/** Commits of transactions that took their numbers in order, in any order and some of them never, are each read once. */
test("whatever order transactions end in, each event is sent once and none is left out", () => {
  for (let seed = 1; seed <= 300; seed++) {
    let state = seed;
    const draw = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const committed: { seq: number; at: number }[] = [];
    for (let seq = 1; seq <= 60; seq++) if (draw(8) > 0) committed.push({ seq, at: seq + draw(9) });
    const sent: number[] = [];
    let tail = from(0);
    for (let now = 0; now <= 80; now += 1 + draw(4)) {
      const visible = committed.filter(({ at }) => at <= now).map(({ seq }) => seq);
      const read = visible.filter((seq) => seq > tail.last || tail.missing.has(seq));
      sent.push(...read);
      tail = advance(tail, read, now, 10);
      const settled = settledOf(tail);
      expect(
        committed.filter(({ seq }) => seq <= settled && !sent.includes(seq)),
        `seed ${seed}: the position passed an event`,
      ).toEqual([]);
    }
    expect(
      [...sent].sort((a, b) => a - b),
      `seed ${seed}`,
    ).toEqual(committed.map(({ seq }) => seq));
  }
});

test("after a leap the highest numbers are the ones still asked for, and each has its own ten minutes", () => {
  const far = advance(from(4), [20_000], 0, WINDOW);
  expect([Math.min(...far.missing.keys()), Math.max(...far.missing.keys())]).toEqual([10_000, 19_999]);
  const later = advance(advance(from(1), [3], 0, WINDOW), [5], MINUTE, WINDOW);
  expect([...later.missing]).toEqual([
    [2, 0],
    [4, MINUTE],
  ]);
  expect([...advance(later, [], WINDOW, WINDOW).missing.keys()]).toEqual([4]);
});

test("numbers that were read in any order, or below the last one, move nothing back", () => {
  expect(advance(from(9), [3], 0, WINDOW)).toEqual(from(9));
  expect(advance(from(4), [7, 5, 6], 0, WINDOW)).toEqual(from(7));
  expect(
    settledOf({
      last: 9,
      missing: new Map([
        [8, 0],
        [3, 0],
      ]),
    }),
  ).toBe(2);
});
