import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { headPublicKey } from "@/domain/audit/chain";
import { readAuditLines, readHeadFiles, writeHead } from "@/domain/audit/heads";
import { verifyLog } from "@/domain/audit/verify-log";
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

async function exported(): Promise<string[]> {
  const lines: string[] = [];
  for await (const { line } of readAuditLines(jobsDatabase(), 0, Number.MAX_SAFE_INTEGER)) lines.push(line);
  return lines;
}
const check = async () => verifyLog(await exported(), readHeadFiles(folder), headPublicKey(seed));

test("each head covers what came since the one before, and events of the last minutes wait for the next", async () => {
  for (const action of ["one", "two"]) await happened(action, "2 hours");
  await writeHead(jobsDatabase(), folder, seed);
  await happened("three", "1 hour");
  await happened("four", "1 minute");
  const second = await writeHead(jobsDatabase(), folder, seed);
  expect(second.events).toHaveLength(1);
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
