import { expect, test } from "vitest";
import { type AuditHead, headPublicKey, nextHead } from "@/domain/audit/chain";
import { verifyLog } from "@/domain/audit/verify-log";

const seed = Buffer.alloc(32, "k");
const publicKey = headPublicKey(seed);
const HOUR = 3_600_000;
const from = Date.UTC(2026, 10, 29, 12);
const event = (seq: number, ms = 0) => ({
  seq,
  line: JSON.stringify({ seq, at: new Date(from + ms).toISOString(), action: `act.${seq}` }),
});
const covered = [1, 2, 4, 5].map((seq) => event(seq));
const first = nextHead(null, covered.slice(0, 2), "", seed);
const heads = [first, nextHead(first, covered.slice(2), "", seed)];
const log = covered.map(({ line }) => line);

/** Of logs without a restore. */
async function check(exported: readonly string[], written: readonly AuditHead[] = heads) {
  const texts = written.map((head) => JSON.stringify(head));
  const { restores, ...found } = await verifyLog(exported, texts, publicKey);
  expect(restores).toEqual([]);
  return found;
}

test("a log is checked up to the last head, and what is newer is only counted", async () => {
  expect(await check(log)).toEqual({ heads: 2, events: 4, uncovered: 0, fault: null });
  expect(await check([...log, event(6).line])).toEqual({ heads: 2, events: 4, uncovered: 1, fault: null });
  expect(await check([], [])).toEqual({ heads: 0, events: 0, uncovered: 0, fault: null });
});

test("a fault says how many heads there were and how many events were right before it", async () => {
  const about = (seq: number, says: string) => ({ of: "event", seq, says });
  expect(await check(log.with(2, event(4, 1).line))).toEqual({
    ...{ heads: 2, events: 2, uncovered: 0, fault: about(4, "changed") },
  });
  expect(await check(log.slice(0, 3))).toEqual({
    ...{ heads: 2, events: 3, uncovered: 0, fault: about(5, "missing") },
  });
  expect(await check([log[1] ?? "", log[0] ?? "", ...log.slice(2)])).toMatchObject({
    ...{ events: 0, fault: about(1, "swapped") },
  });
  expect(await check(log.toSpliced(2, 0, event(3).line))).toMatchObject({
    events: 2,
    fault: about(3, "added"),
  });
  // The one that should stand here stands nowhere later.
  expect(await check(log.toSpliced(2, 1))).toMatchObject({ events: 2, fault: about(4, "missing") });
});

test("the content of a covered event under the number of another one was moved there", async () => {
  const twins = [1, 2].map((seq) => ({ seq, line: `{"seq":1,"of":${seq}}` }));
  const [one, two] = twins.map(({ line }) => line);
  const head = nextHead(
    null,
    [
      { seq: 1, line: one ?? "" },
      { seq: 2, line: two ?? "" },
    ],
    "",
    seed,
  );
  expect((await check([two ?? "", one ?? ""], [head])).fault).toEqual({
    of: "event",
    seq: 1,
    says: "swapped",
  });
});

test.each(["", "{", "null", "7", '"seq"', "{}", '{"seq":"4"}'])(
  "a line that says no number is not readable: %j",
  async (line) => {
    expect(await check(log.with(2, line))).toEqual({
      ...{ heads: 2, events: 2, uncovered: 0 },
      fault: { of: "event", seq: 4, says: "not_readable" },
    });
  },
);

test("an event behind the last head with a number from before it was added later", async () => {
  for (const seq of [3, 5])
    expect(await check([...log, event(6).line, event(seq).line])).toEqual({
      ...{ heads: 2, events: 4, uncovered: 0, fault: { of: "event", seq, says: "added" } },
    });
  const third = nextHead(heads.at(-1) ?? null, [event(7)], "", seed);
  expect((await check([...log, event(7).line, event(6).line], [...heads, third])).fault).toMatchObject({
    ...{ seq: 6, says: "added" },
  });
  // One that says no number cannot be newer either.
  expect((await check([...log, "{}"])).fault).toEqual({ of: "event", seq: 0, says: "added" });
});

test("a head whose chain does not begin where the one before ended is not readable", async () => {
  const astray = nextHead({ number: 1, upTo: 2, chain: "1".repeat(64) }, covered.slice(2), "", seed);
  expect(await check(log, [first, astray])).toMatchObject({
    ...{ heads: 2, events: 4, fault: { of: "head", number: 2, says: "not_readable" } },
  });
});

test("a head that is missing, unreadable or signed by another is counted no more, and nothing is checked", async () => {
  const [, second = first] = heads;
  expect(await check(log, [second])).toEqual({
    ...{ heads: 0, events: 0, uncovered: 0, fault: { of: "head", number: 1, says: "missing" } },
  });
  expect(await check(log, [first, { ...second, upTo: 9 }])).toMatchObject({
    ...{ heads: 1, events: 0, fault: { of: "head", number: 2, says: "not_signed" } },
  });
  expect(await check(log, [first, { ...second, chain: "" }])).toMatchObject({
    ...{ heads: 1, fault: { of: "head", number: 2, says: "not_readable" } },
  });
});

test("a head is missing when the newest event is more than three hours after the first one that none covers", async () => {
  const after = (ms: number) => check([...log, event(6, HOUR).line, event(7, HOUR + ms).line]);
  expect((await after(3 * HOUR)).fault).toBeNull();
  expect(await after(3 * HOUR + 1)).toEqual({
    ...{ heads: 2, events: 4, uncovered: 2, fault: { of: "head", number: 3, says: "missing" } },
  });
  // Where the lines say no moment, nothing can be said of it.
  expect((await check([...log, '{"seq":6}', event(7, 9 * HOUR).line])).fault).toBeNull();
});
