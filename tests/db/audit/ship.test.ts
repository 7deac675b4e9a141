import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import type { OutwardEvent } from "@/domain/audit/outward";
import { type Destination, ship, startOf, toDescriptor } from "@/domain/audit/ship";
import { separateDatabase } from "@/tests/support/separate-database";

let url: string;
let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  url = await separateDatabase("enviados");
  owner = connect(url, null, 2);
});
afterAll(() => owner.end());

const happened = (sql: typeof owner, action: string) => sql`
  insert into audit_event (action, subject_kind, subject_id, channel, detail) values (${action}, 'order', 'x', 'web', '{}')`;

/** A place that keeps what it gets, and can be down. */
function place(name: Destination["name"]) {
  const got: string[] = [];
  const state = { isDown: false };
  const send = async (events: readonly OutwardEvent[]) => {
    if (state.isDown) throw new Error("down");
    got.push(...events.map(({ action }) => action));
  };
  return { destination: { name, send }, got, state };
}

test("a new place gets what happens from then on, and each place has its own position", async () => {
  await happened(owner, "before");
  const [one, other] = [place("stdout"), place("syslog")];
  let tail = await startOf(jobsDatabase(), one.destination);
  const otherTail = await startOf(jobsDatabase(), other.destination);
  for (const action of ["first", "second"]) await happened(owner, action);
  other.state.isDown = true;
  await expect(ship(jobsDatabase(), other.destination, otherTail)).rejects.toThrow("down");
  tail = await ship(jobsDatabase(), one.destination, tail);
  await ship(jobsDatabase(), one.destination, tail);
  expect(one.got).toEqual(["first", "second"]);
  other.state.isDown = false;
  await ship(jobsDatabase(), other.destination, await startOf(jobsDatabase(), other.destination));
  expect(other.got).toEqual(["first", "second"]);
});

test("an event whose transaction ends after a later one is sent too, also by the process that comes next", async () => {
  const { destination, got } = place("otlp");
  const tail = await startOf(jobsDatabase(), destination);
  const slow = connect(url, null, 1);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let written = () => {};
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const transaction = slow.begin(async (sql) => {
    await happened(sql as unknown as typeof owner, "slow");
    written();
    await held;
  });
  await isWritten;
  await happened(owner, "fast");
  const after = await ship(jobsDatabase(), destination, tail);
  expect(got).toEqual(["fast"]);
  // A process that is killed here leaves a position before the event that is missing.
  expect((await startOf(jobsDatabase(), destination)).last).toBe(tail.last);
  release();
  await transaction;
  await ship(jobsDatabase(), destination, after);
  expect(got).toEqual(["fast", "slow"]);
  expect((await startOf(jobsDatabase(), destination)).last).toBe(after.last);
  await slow.end();
});

test("more events than one reading takes arrive whole and in their order", async () => {
  const { destination, got } = place("stdout");
  const tail = await startOf(jobsDatabase(), destination);
  await ship(jobsDatabase(), destination, tail);
  got.length = 0;
  await owner`insert into audit_event (action, subject_kind, subject_id, channel, detail)
    select 'n' || n, 'order', 'x', 'web', '{}' from generate_series(1, 1201) n`;
  await ship(jobsDatabase(), destination, await startOf(jobsDatabase(), destination));
  expect(got).toEqual(Array.from({ length: 1201 }, (_, n) => `n${n + 1}`));
});

test("events for a pipe whose reader has ended are not sent, and go out when there is a reader again", async () => {
  const fifo = path.join(mkdtempSync(path.join(tmpdir(), "hanna-pipe-")), "events");
  execFileSync("mkfifo", [fifo]);
  const read = () => openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const first = read();
  const writer = openSync(fifo, "w");
  closeSync(first);
  const destination: Destination = { name: "stdout", send: toDescriptor(writer) };
  const tail = await startOf(jobsDatabase(), destination);
  await happened(owner, "unheard");
  for (let round = 0; round < 2; round++)
    await expect(ship(jobsDatabase(), destination, tail)).rejects.toMatchObject({ code: "EPIPE" });
  expect(await startOf(jobsDatabase(), destination)).toEqual(tail);
  const second = read();
  const after = await ship(jobsDatabase(), destination, tail);
  expect((await startOf(jobsDatabase(), destination)).last).toBe(after.last);
  const bytes = Buffer.alloc(65_536);
  expect(bytes.toString("utf8", 0, readSync(second, bytes))).toContain('"action":"unheard"');
  for (const fd of [second, writer]) closeSync(fd);
});
