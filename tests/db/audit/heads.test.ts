import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { type AuditHead, headPublicKey } from "@/domain/audit/chain";
import { writeOnce } from "@/domain/audit/head-file";
import { headFiles, keepHeads, readAuditPieces, writeHeads } from "@/domain/audit/heads";
import { verifyLog } from "@/domain/audit/verify-log";
import { setLeader } from "@/lib/process-state";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  owner = connect(await separateDatabase("cabezas"), null, 2);
});
afterAll(() => owner.end());

const seed = Buffer.alloc(32, "c");
const folder = path.join(mkdtempSync(path.join(tmpdir(), "heads-")), "heads");

/** An event of the log, of so long ago. */
const happened = (action: string, ago: string) => owner`
  insert into audit_event (action, subject_kind, subject_id, channel, at, detail)
  values (${action}, 'order', 'x', 'web', now() - ${ago}::interval, '{"b": 1, "a": [2]}')`;

const count = async () => {
  const [row] = await owner<{ events: number }[]>`select count(*)::int as events from audit_event`;
  return row?.events;
};

/** What `npm run audit:verify` finds in the whole log, as `npm run audit:export` writes it. */
async function check(of = folder) {
  const lines: string[] = [];
  for await (const piece of readAuditPieces(jobsDatabase(), 0, Number.MAX_SAFE_INTEGER))
    lines.push(...piece.map(({ line }) => line));
  return await verifyLog(lines, headFiles(of), headPublicKey(seed));
}

/** The heads that one round writes into a folder, each over so many events at most. */
async function round(to = folder, most?: number) {
  const heads: AuditHead[] = [];
  for await (const head of writeHeads(jobsDatabase(), to, seed, most)) heads.push(head);
  return heads;
}

test("a round over a long log writes several heads in a row, and one over nothing new still writes one", async () => {
  for (const action of ["five", "six", "seven"]) await happened(action, "4 hours");
  const late = path.join(folder, "late");
  const sizes = (heads: readonly AuditHead[]) => heads.map(({ number, events }) => [number, events.length]);
  const settled = (await count()) ?? 0;
  const full = Math.floor(settled / 2);
  const first = await round(late, 2);
  expect(sizes(first)).toEqual([
    ...Array.from({ length: full }, (_, at) => [at + 1, 2]),
    ...(settled % 2 === 1 ? [[full + 1, 1]] : []),
  ]);
  expect(await check(late)).toMatchObject({
    heads: first.length,
    events: settled,
    uncovered: 0,
    fault: null,
  });
  // Exactly as many as a head covers leave no empty one behind it.
  for (const action of ["eight", "nine"]) await happened(action, "3 hours");
  const number = first.length + 1;
  expect(sizes(await round(late, 2))).toEqual([[number, 2]]);
  expect(sizes(await round(late, 2))).toEqual([[number + 1, 0]]);
  expect(readdirSync(late)).toHaveLength(number + 1);
});

test("a round that is ended after a head is gone on with by the next process", async () => {
  const two = path.join(folder, "two");
  for await (const head of writeHeads(jobsDatabase(), two, seed, 2)) if (head.number === 2) break;
  expect(readdirSync(two)).toHaveLength(2);
  await round(two, 3);
  expect(await check(two)).toMatchObject({ uncovered: 0, fault: null });
});

test("a head that a full disk or a loss of power cut is put aside and written again, and the round says so", async () => {
  const cut = path.join(folder, "cut");
  const [first] = await round(cut, 3);
  const names = () => readdirSync(cut).filter((name) => name.endsWith(".json"));
  const whole = names();
  const last = path.join(cut, whole.at(-1) ?? "");
  writeFileSync(last, readFileSync(last, "utf8").slice(0, 40));
  const lost = path.join(cut, "head-000000099.json");
  writeFileSync(lost, "");
  await expect(round(cut, 3)).rejects.toMatchObject({ code: "HEAD_CUT" });
  expect(names().slice(0, whole.length)).toEqual(whole);
  expect(readdirSync(cut).filter((name) => name.endsWith(".cortada"))).toHaveLength(2);
  expect(readdirSync(cut).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(await check(cut)).toMatchObject({ uncovered: 0, fault: null });
  // Once it has been said, the rounds are good again.
  expect((await round(cut)).length).toBeGreaterThan(0);
  expect(first?.number).toBe(1);
});

test("the last head of a round is mailed, also where the round says that one was cut", async () => {
  const mailed = path.join(folder, "mailed");
  const mails = async () => {
    const [row] = await owner<
      { n: number }[]
    >`select count(*)::int as n from mail where event_key like 'audit.head:%'`;
    return row?.n ?? 0;
  };
  const before = await mails();
  setLeader(true);
  await keepHeads(jobsDatabase(), mailed, seed, "revision@prueba.example");
  expect(await mails()).toBe(before + 1);
  writeFileSync(path.join(mailed, "head-000000099.json"), "");
  await expect(keepHeads(jobsDatabase(), mailed, seed, "revision@prueba.example")).rejects.toMatchObject({
    code: "HEAD_CUT",
  });
  setLeader(false);
  expect(await mails()).toBe(before + 2);
});

test("a head is never written over another one", () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "heads-")), "head-000000001.json");
  writeOnce(file, "first");
  expect(() => writeOnce(file, "second")).toThrow("EEXIST");
  expect([readFileSync(file, "utf8"), readdirSync(path.dirname(file))]).toEqual([
    "first",
    [path.basename(file)],
  ]);
});

test("each head covers what came since the one before, and events of the last minutes wait for the next", async () => {
  for (const action of ["one", "two"]) await happened(action, "2 hours");
  expect(await round()).toHaveLength(1);
  await happened("three", "1 hour");
  await happened("four", "1 minute");
  const [second, ...more] = await round();
  expect(second?.events).toHaveLength(1);
  expect(more).toEqual([]);
  expect(await check()).toMatchObject({ heads: 2, uncovered: 1, fault: null });
});

test("an event that the database's owner changes or deletes is named by the heads", async () => {
  await owner`alter table audit_event disable trigger audit_event_append_only`;
  const [event] = await owner<{ seq: number }[]>`select seq::int from audit_event where action = 'two'`;
  await owner`update audit_event set actor_id = gen_random_uuid() where action = 'two'`;
  expect((await check()).fault).toEqual({ of: "event", seq: event?.seq, says: "changed" });
  await owner`delete from audit_event where action = 'two'`;
  expect((await check()).fault).toEqual({ of: "event", seq: event?.seq, says: "missing" });
});

test("after a restore the heads go on, and what was lost with the copy is told as lost", async () => {
  const restored = path.join(folder, "restored");
  await owner`update audit_event set at = now() - interval '95 minutes' where action = 'four'`;
  for (const action of ["lost one", "lost two"]) await happened(action, "90 minutes");
  await round(restored);
  const lost = await owner<
    { seq: number }[]
  >`select seq::int from audit_event where action like 'lost %' order by seq`;
  await owner`delete from audit_event where action like 'lost %'`;
  await owner`select resume_after_restore(10, now() - interval '2 hours')`;
  const [event] = await owner<{ seq: number }[]>`
    update audit_event set at = now() - interval '1 hour' where action = 'installation.restored' returning seq::int`;
  const restores = [{ seq: event?.seq, lost: 2, from: lost[0]?.seq, to: lost[1]?.seq }];
  expect(await check(restored)).toMatchObject({ restores, fault: null });
  const [next] = await round(restored);
  expect(next?.events.map(([seq]) => seq)).toContain(event?.seq);
  expect(await check(restored)).toMatchObject({ restores, fault: null });
});

test("an event of a moment when the clock was ahead holds up no head once later events are settled", async () => {
  const ahead = path.join(folder, "ahead");
  await happened("early", "-1 day");
  const seqOf = async (action: string) => {
    const [event] = await owner<{ seq: number }[]>`select seq::int from audit_event where action = ${action}`;
    return event?.seq ?? 0;
  };
  const lastOf = async () => (await round(ahead)).at(-1)?.upTo ?? 0;
  expect(await lastOf()).toBeLessThan(await seqOf("early"));
  await happened("corrected", "11 minutes");
  await happened("fresh", "1 minute");
  expect(await lastOf()).toBe(await seqOf("corrected"));
});
