import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { openMessage } from "@/domain/notify/outbox";
import { notifyIfStale } from "@/domain/notify/stale-import";
import { importer } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let processes: ReturnType<typeof connect>[];

beforeAll(async () => {
  const url = await separateDatabase("atrasadas");
  owner = connect(url, null, 1);
  processes = Array.from({ length: 5 }, () => connect(url, "app_jobs", 1));
  await owner`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city)
    values ('Caja', 'Caja', '890102044', '605 000 0000', 'de 7 a 5', 'a@caja.example', 'Calle 1', 'Barranquilla')
    on conflict do nothing`;
});
beforeEach(async () => {
  await owner`update import_run set finished_at = finished_at - interval '1000 hours'`;
  await owner`update import_run set stale_told_at = now()`;
  await owner`delete from mail`;
});
afterAll(() => Promise.all([owner, ...processes].map((client) => client.end())));

const jobs = () => processes.map((client) => drizzle(client));
const stale = async () => call(drizzle(owner), "find_stale_import", {});

async function imported(hoursAgo: number, state = "finished", { file = randomBytes(32), inserted = 0 } = {}) {
  await owner`insert into import_run (subject, file_name, sha256, state, lines, inserted, finished_at)
    values ('orders', 'ordenes.csv', ${file}, ${state}, 1, ${inserted}, now() - make_interval(hours => ${hoursAgo}))`;
}

test("no alert is sent before the first import or while the newest is recent", async () => {
  expect(await stale()).toBeNull();
  await imported(23);
  expect(await stale()).toBeNull();
  expect(await notifyIfStale(drizzle(owner))).toBe(false);
});

test("when the newest import is older than the setting, each administrator gets one e-mail, however many processes check", async () => {
  const { actor } = await importer(owner, "administrator");
  await importer(owner, "officer");
  await imported(25);
  expect(await stale()).toMatchObject({ hours: 24, told: false });
  const sent = await Promise.all(jobs().map((db) => notifyIfStale(db)));
  expect(sent.filter(Boolean)).toHaveLength(1);
  expect(await Promise.all(jobs().map((db) => notifyIfStale(db)))).not.toContain(true);
  const mails = await owner<{ event_key: string; content: Buffer }[]>`select event_key, content from mail`;
  expect(mails).toHaveLength(1);
  const email = openMessage(mails[0]?.event_key ?? "", mails[0]?.content ?? Buffer.alloc(0));
  expect(email).toMatchObject({ to: actor.email, subject: "Las órdenes no se han actualizado" });
  expect(email.text).toContain("24 horas");
  expect(await stale()).toMatchObject({ told: true });
});

test("a new import ends the alert, and the next stale period sends it again", async () => {
  await imported(30);
  expect(await notifyIfStale(drizzle(owner))).toBe(true);
  await imported(0);
  expect(await stale()).toBeNull();
  await owner`update import_run set finished_at = finished_at - interval '26 hours'`;
  expect(await notifyIfStale(drizzle(owner))).toBe(true);
});

test("the same file again is no news, so that an export that stands still raises the alarm once", async () => {
  const file = randomBytes(32);
  await imported(50, "finished", { file });
  await imported(26, "finished", { file });
  expect(await notifyIfStale(drizzle(owner))).toBe(true);
  await imported(2, "finished", { file });
  expect(await stale()).toMatchObject({ told: true });
  expect(await notifyIfStale(drizzle(owner))).toBe(false);
  // A line that was refused before may come in.
  await imported(1, "finished", { file, inserted: 1 });
  expect(await stale()).toBeNull();
});

test("a file that came before is news when another one came in between", async () => {
  const file = randomBytes(32);
  await imported(50, "finished", { file });
  await imported(26);
  await imported(2, "finished", { file });
  expect(await stale()).toBeNull();
});

test("the setting is the threshold, and a failed import does not count", async () => {
  await imported(30);
  await imported(1, "cancelled");
  expect(await stale()).not.toBeNull();
  await owner`update caja_profile set import_max_age_hours = 48`;
  expect(await stale()).toBeNull();
  await owner`update caja_profile set import_max_age_hours = 24`;
});

test("an alarm is of the newest whole file of orders, once for each", async () => {
  const ago = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000).toISOString();
  const run = (changes: object) =>
    owner<{ id: string }[]>`insert into import_run ${owner({
      ...{ subject: "orders", file_name: "x.csv", sha256: randomBytes(32), state: "finished", lines: 1 },
      ...changes,
    })} returning id`;
  const [[before], [newest]] = [await run({ finished_at: ago(60) }), await run({ finished_at: ago(50) })];
  await run({ subject: "agreements", finished_at: ago(0) });
  await run({ state: "failed", finished_at: ago(0) });
  expect(await stale()).toMatchObject({ run: newest?.id, told: false });
  const tell = async () => {
    const [row] = await owner`select queue_stale_import_notice(${newest?.id ?? null}, '[]') as outcome`;
    return row?.outcome;
  };
  expect([await tell(), await tell()]).toEqual(["done", "already_sent"]);
  expect(await stale()).toMatchObject({ run: newest?.id, told: true });
  expect(
    await owner`select from import_run where id = ${before?.id ?? null} and stale_told_at is null`,
  ).toHaveLength(1);
});
