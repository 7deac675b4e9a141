import { expect, test } from "vitest";
import { type AuditHead, headPublicKey, nextHead } from "@/domain/audit/chain";
import { verifyLog } from "@/domain/audit/verify-log";

const seed = Buffer.alloc(32, "r");
const publicKey = headPublicKey(seed);
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const event = (seq: number, action = "act", detail = {}) => ({
  seq,
  line: JSON.stringify({ seq, at: at(seq), action, detail }),
});

/**
 * An event a minute, heads over each half hour, written eleven minutes later. A copy was taken at minute 45 while some
 * events were being written, and restored; then heads go on.
 */
function world() {
  const before = Array.from({ length: 60 }, (_, n) => event(n + 1));
  const after = [event(1_000, "installation.restored", { gap: 100, taken_at: at(45) }), event(1_001)];
  const heads: AuditHead[] = [];
  const cover = (events: typeof before, minute: number) =>
    heads.push(nextHead(heads.at(-1) ?? null, events, at(minute), seed));
  cover(before.slice(0, 30), 39);
  cover(before.slice(30), 71);
  const early = heads.map((head) => JSON.stringify(head));
  cover(after, 1_012);
  return { after, early, texts: heads.map((head) => JSON.stringify(head)) };
}

/** What is in the database after the restore, without these events. */
const restored = (missing: readonly number[], upTo = 45) => [
  ...Array.from({ length: upTo }, (_, n) => event(n + 1))
    .filter(({ seq }) => !missing.includes(seq))
    .map(({ line }) => line),
  ...world().after.map(({ line }) => line),
];

test("an event that was being written while the copy was taken is counted as lost with it, once a head covers the restore or before", async () => {
  const { texts, early } = world();
  const restores = [{ seq: 1_000, takenAt: at(45), lost: 17, from: 37, to: 60 }];
  const lines = restored([37, 39]);
  expect(await verifyLog(lines, texts, publicKey)).toEqual({
    ...{ heads: 3, events: 45, uncovered: 0, restores, fault: null },
  });
  expect(await verifyLog(lines, early, publicKey)).toEqual({
    ...{ heads: 2, events: 43, uncovered: 2, restores, fault: null },
  });
});

test("where nothing of after the copy was covered, what was being written is still counted as lost", async () => {
  const { after } = world();
  const first = nextHead(null, [event(38), event(39), event(40)], at(51), seed);
  const second = nextHead(first, after, at(1_012), seed);
  const lines = [event(39), event(40), ...after].map(({ line }) => line);
  const restores = [{ seq: 1_000, takenAt: at(45), lost: 1, from: 38, to: 38 }];
  for (const [heads, uncovered] of [
    [[first], 2],
    [[first, second], 0],
  ] as const)
    expect(
      await verifyLog(
        lines,
        heads.map((head) => JSON.stringify(head)),
        publicKey,
      ),
    ).toMatchObject({ restores, uncovered, fault: null });
});

test("an event that is missing longer before the end of the copy, or without a restore, is no loss of the copy", async () => {
  const { texts, early } = world();
  const faultOf = async (lines: readonly string[], heads: readonly string[]) =>
    (await verifyLog(lines, heads, publicKey)).fault;
  const missing = (seq: number) => ({ of: "event", seq, says: "missing" });
  for (const heads of [texts, early]) {
    // The next event is of eleven minutes before the copy: no transaction lasts so long.
    expect(await faultOf(restored([33]), heads)).toEqual(missing(33));
    expect(await faultOf(restored([34]), heads)).toBeNull();
    expect(await faultOf(restored([33, 37]), heads)).toEqual(missing(33));
    expect(await faultOf(restored([37, 33]).with(5, event(6, "other").line), heads)).toEqual({
      ...{ of: "event", seq: 6, says: "changed" },
    });
    // A fault behind what the restore lost is told, and what it lost is none.
    expect(await faultOf(restored([37]).with(40, event(42, "other").line), heads)).toEqual({
      ...{ of: "event", seq: 42, says: "changed" },
    });
  }
  const whole = Array.from({ length: 60 }, (_, n) => event(n + 1).line);
  expect(await faultOf(whole.toSpliced(36, 1), early)).toEqual(missing(37));
  expect(await faultOf(whole.toSpliced(36, 1, "{"), early)).toEqual({ ...missing(37), says: "not_readable" });
});

test("a head of before the copy excuses nothing, though the event stands shortly before the copy's end", async () => {
  const { after } = world();
  const head = nextHead(null, [event(38), event(39), event(40)], at(39), seed);
  const lines = [event(39), event(40), ...after].map(({ line }) => line);
  expect((await verifyLog(lines, [JSON.stringify(head)], publicKey)).fault).toEqual({
    ...{ of: "event", seq: 38, says: "missing" },
  });
});

test("an event that stands behind the restore instead of in its place was moved there", async () => {
  const { early } = world();
  const lines = restored([37]);
  expect((await verifyLog(lines.toSpliced(-1, 0, event(37).line), early, publicKey)).fault).toMatchObject({
    of: "event",
    seq: 37,
  });
});

test("a log of which more is missing than can have been written at a time names the first one", async () => {
  const many = Array.from({ length: 4_000 }, (_, n) => event(n + 1));
  const head = nextHead(null, many, at(5_000), seed);
  const lines = many.filter(({ seq }) => seq % 2 === 0).map(({ line }) => line);
  expect(await verifyLog(lines, [JSON.stringify(head)], publicKey)).toMatchObject({
    ...{ events: 0, fault: { of: "event", seq: 1, says: "missing" } },
  });
});
