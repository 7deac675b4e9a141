import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { type AuditHead, headPublicKey, nextHead } from "@/domain/audit/chain";
import { type AuditFault, verifyLog } from "@/domain/audit/verify-log";

const seed = Buffer.alloc(32, "a");
const publicKey = headPublicKey(seed);
/** Numbers with gaps, as a transaction that failed leaves them. */
const events = Array.from({ length: 300 }, (_, at) => {
  const seq = at * 2 + 1 + (at % 3 === 0 ? 1 : 0);
  return { seq, line: JSON.stringify({ seq, action: `act.${at % 7}`, detail: { count: at } }) };
});
const log = events.map(({ line }) => line);
const heads: AuditHead[] = [];
for (let from = 0; from < 280; from += 70)
  heads.push(
    nextHead(heads.at(-1) ?? null, events.slice(from, from + 70), `2026-01-01T0${from / 70}:00:00Z`, seed),
  );
const written = heads.map((head) => JSON.stringify(head));
/** Events under a head; the last twenty are newer. */
const COVERED = 280;

const changedLine = (line: string) =>
  line.replace(/"count":(\d+)/, (_, count) => `"count":${Number(count) + 1}`);
const seqAt = (at: number) => events[at]?.seq ?? 0;
const withSeq = (line: string, seq: number) => line.replace(/"seq":\d+/, `"seq":${seq}`);

/** Each kind of forgery, and what is to be said of it. */
const kinds: Record<string, (at: number) => { forged: string[]; fault: AuditFault }> = {
  "a changed event": (at) => ({
    forged: log.with(at, changedLine(log[at] ?? "")),
    fault: { of: "event", seq: seqAt(at), says: "changed" },
  }),
  "a missing event": (at) => ({
    forged: log.toSpliced(at, 1),
    fault: { of: "event", seq: seqAt(at), says: "missing" },
  }),
  "two events in each other's place": (at) => ({
    forged: log.with(at, log[at + 1] ?? "").with(at + 1, log[at] ?? ""),
    fault: { of: "event", seq: seqAt(at), says: "swapped" },
  }),
  "an event put before another": (at) => ({
    forged: log.toSpliced(at, 0, withSeq(log[at] ?? "", seqAt(at) - 1)),
    fault: { of: "event", seq: seqAt(at) - 1, says: "added" },
  }),
  "an event under the number of another": (at) => ({
    forged: log.with(at, withSeq(log[(at + 7) % COVERED] ?? "", seqAt(at))),
    fault: { of: "event", seq: seqAt(at), says: "changed" },
  }),
  "everything from an event on": (at) => ({
    forged: log.slice(0, at),
    fault: { of: "event", seq: seqAt(at), says: "missing" },
  }),
};

test("a log that nobody touched passes, and says how many events no head covers yet", async () => {
  expect(await verifyLog(log, written, publicKey)).toEqual({
    heads: 4,
    events: COVERED,
    uncovered: 20,
    restores: [],
    fault: null,
  });
});

test("1,000 forgeries of six kinds are found, each with the first event that differs", async () => {
  const missed: unknown[] = [];
  const names = Object.keys(kinds);
  for (let n = 0; n < 1_000; n++) {
    const name = names[n % names.length] ?? "";
    // Not the last one of a head, whose successor another head covers.
    const at = randomInt(COVERED - 1);
    const forgery = kinds[name]?.(at);
    if (!forgery) throw new Error("no forgery");
    const { fault } = await verifyLog(forgery.forged, written, publicKey);
    if (JSON.stringify(fault) !== JSON.stringify(forgery.fault)) missed.push({ name, at, fault });
  }
  expect(missed).toEqual([]);
});

test("the newest heads cannot be taken away with what they covered, nor all of them", async () => {
  const hourly = Array.from({ length: 12 }, (_, hour) => {
    const at = new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
    return { seq: hour + 1, line: JSON.stringify({ seq: hour + 1, at, action: "act" }) };
  });
  const each: AuditHead[] = [];
  for (const event of hourly.slice(0, 11)) each.push(nextHead(each.at(-1) ?? null, [event], "", seed));
  const lines = hourly.map(({ line }) => line);
  const texts = each.map((head) => JSON.stringify(head));
  const faultOf = async (kept: number) => (await verifyLog(lines, texts.slice(0, kept), publicKey)).fault;
  expect([await faultOf(11), await faultOf(8)]).toEqual([null, null]);
  expect(await faultOf(7)).toEqual({ of: "head", number: 8, says: "missing" });
  expect(await faultOf(0)).toEqual({ of: "head", number: 1, says: "missing" });
});

test("a head that was changed, taken away, made by another key or cannot be read is named", async () => {
  const faultOf = async (lines: readonly string[], key = publicKey) =>
    (await verifyLog(log, lines, key)).fault;
  const [first] = heads;
  const forged = first && JSON.stringify({ ...first, events: first.events.slice(1) });
  expect(await faultOf(written.with(0, forged ?? ""))).toEqual({ of: "head", number: 1, says: "not_signed" });
  expect(await faultOf(written.toSpliced(1, 1))).toEqual({ of: "head", number: 2, says: "missing" });
  expect(await faultOf(written.with(2, "{"))).toEqual({ of: "head", number: 3, says: "not_readable" });
  const otherKey = headPublicKey(Buffer.alloc(32, "b"));
  expect(await faultOf(written, otherKey)).toEqual({ of: "head", number: 1, says: "not_signed" });
});

/** A log with heads at each hour, of which a restore brought back what was there at half past two. */
function restoredLog() {
  const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 0, 1, hour, minute)).toISOString();
  const event = (seq: number, action = "act", detail = {}) => ({
    seq,
    line: JSON.stringify({ seq, at: at(Math.floor(seq / 10)), action, detail }),
  });
  const before = Array.from({ length: 50 }, (_, n) => event(n));
  const kept = before.slice(1, 27);
  const restored = event(1_000, "installation.restored", { gap: 100, taken_at: at(2, 30) });
  const after = [restored, event(1_001), event(1_002)];
  let former: AuditHead | null = null;
  const texts: string[] = [];
  const cover = (events: typeof before, moment: string) => {
    former = nextHead(former, events, moment, seed);
    texts.push(JSON.stringify(former));
  };
  for (const hour of [0, 1, 2, 3, 4])
    cover(before.slice(Math.max(1, hour * 10), hour * 10 + 10), at(hour + 1));
  const uncovered = texts.slice();
  cover(after.slice(0, 2), at(7));
  return {
    kept,
    after,
    texts,
    uncovered,
    takenAt: at(2, 30),
    linesOf: (all: typeof before) => all.map(({ line }) => line),
  };
}

test("after a restore that the log notes, the events of after its copy are counted as lost, and the others are compared", async () => {
  const { kept, after, texts, uncovered, takenAt, linesOf } = restoredLog();
  const restores = [{ seq: 1_000, takenAt, lost: 23, from: 27, to: 49 }];
  const whole = linesOf([...kept, ...after]);
  expect(await verifyLog(whole, texts, publicKey)).toEqual({
    ...{ heads: 6, events: 28, uncovered: 1, restores, fault: null },
  });
  // Until a head covers it, the restore itself is uncovered.
  expect(await verifyLog(whole, uncovered, publicKey)).toEqual({
    ...{ heads: 5, events: 26, uncovered: 3, restores, fault: null },
  });
  const changed = linesOf([...kept, ...after]).with(-2, linesOf(after)[1]?.replace("act", "other") ?? "");
  expect((await verifyLog(changed, texts, publicKey)).fault).toEqual({
    of: "event",
    seq: 1_001,
    says: "changed",
  });
});

test("a noted restore excuses no event that its copy had, and a restore that nobody noted excuses none", async () => {
  const { kept, after, texts, linesOf } = restoredLog();
  const faultOf = async (lines: string[]) => (await verifyLog(lines, texts, publicKey)).fault;
  expect(await faultOf(linesOf([...kept.slice(0, 15), ...after]))).toEqual({
    of: "event",
    seq: 16,
    says: "missing",
  });
  expect(await faultOf(linesOf([...kept, ...after.slice(1)]))).toEqual({
    of: "event",
    seq: 27,
    says: "missing",
  });
});
