import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/lib/database-url";
import { request } from "@/scripts/bench/form";
import { freezePostgres } from "@/scripts/chaos/nemesis";
import { makeContenders, makeTickets, type Ticket } from "@/scripts/chaos/tickets";
import { postUse, readUseForm, type UseForm } from "@/scripts/chaos/use-form";
import { ownedDatabase, servingLogin } from "@/scripts/database-logins";
import { type Cluster, freePort, startCluster } from "@/scripts/embedded-postgres";
import { startServer, stopServer, untilServing } from "@/scripts/server";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { withStandby } from "../support/standby";

const TILLS = 6;
/** From a server that takes writes to the next use that is registered. */
const RECOVERY_MS = 10_000;

type UseAttempt = { key: string; ticket: Ticket; kind: "receipt" | "refused"; at: number };

const losses = {
  killed: (primary: Cluster) => {
    process.kill(primary.pid() ?? 0, "SIGKILL");
    return () => {};
  },
  // Connections stay open and new ones are accepted, but nothing answers.
  frozen: freezePostgres,
};

for (const how of ["killed", "frozen"] as const)
  test(`failover: the primary is ${how} and the standby promoted, the same process continues, and no write is lost or doubled`, async () => {
    test.setTimeout(240_000);
    await onStandby(how);
  });

async function onStandby(how: keyof typeof losses): Promise<void> {
  const folder = worldReadableFolder("hanna-primaria-");
  const primary = await startCluster(folder);
  const owner = await ownedDatabase(primary.url, "relevo");
  await migrateDatabase(owner);
  const portal = new URL(await servingLogin(owner));
  try {
    await withStandby(primary, folder, async (standby) => {
      await waitForEveryCommit(primary);
      await failOver(primary, standby, owner, portal, how);
    });
  } finally {
    await primary.discard();
  }
}

async function failOver(
  primary: Cluster,
  standby: Cluster,
  owner: string,
  portal: URL,
  how: keyof typeof losses,
): Promise<void> {
  const both = portal.href.replace(/@[^/]+/, `@127.0.0.1:${primary.port},127.0.0.1:${standby.port}`);
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const server = startServer(
    process.cwd(),
    address,
    { DATABASE_URL: both, PUBLIC_URL: origin, DEMO: "", LOG_LEVEL: "silent" },
    ".next-test",
  );
  const attempts: UseAttempt[] = [];
  const statuses = new Set<number>();
  let ended = false;
  let thaw = () => {};
  try {
    await untilServing(server, address);
    const before = connect(owner, null, 2);
    const contenders = await makeContenders(before, 3);
    const tickets = (await makeTickets(before, contenders, Array<number>(400).fill(1))).flat();
    await before.end();
    const sample = tickets.pop();
    if (!sample) throw new Error("no order");
    const form = await readUseForm(origin, sample);

    const till = async () => {
      for (let ticket = tickets.pop(); ticket && !ended; ticket = tickets.pop())
        attempts.push(await settle(origin, form, ticket));
    };
    const looking = pollPages(origin, sample, statuses, () => ended);
    const tills = Array.from({ length: TILLS }, till);
    await expect.poll(() => attempts.length, { timeout: 60_000 }).toBeGreaterThan(20);

    thaw = losses[how](primary);
    await pause(2_000);
    const promoted = connect(standby.url, null, 1);
    await promoted`select pg_promote(true, 30)`;
    await recovers(attempts, "after the promotion");

    // A primary that is demoted by a setting keeps its connections.
    await demote(promoted, true);
    await expect.poll(() => ready(origin)).toBe(503);
    await demote(promoted, false);
    await recovers(attempts, "after it takes writes again");
    await promoted.end();

    ended = true;
    await Promise.all([...tills, looking]);
    expect([...statuses].filter((status) => status >= 500 && status !== 503)).toEqual([]);
    await compare(withDatabase(standby.url, "relevo"), attempts);
    expect(server.exitCode).toBeNull();
  } finally {
    ended = true;
    thaw();
    await stopServer(server);
  }
}

/** Synchronous replication: a commit is confirmed once the standby has it. */
async function waitForEveryCommit(primary: Cluster): Promise<void> {
  const superuser = connect(primary.url, null, 1);
  await superuser.unsafe("alter system set synchronous_standby_names = '*'");
  await superuser`select pg_reload_conf()`;
  const isSynchronous = async () =>
    (await superuser`select 1 from pg_stat_replication where sync_state = 'sync'`).length;
  await expect.poll(isSynchronous, { timeout: 30_000 }).toBe(1);
  await superuser.end();
}

async function demote(superuser: postgres.Sql, isReadOnly: boolean): Promise<void> {
  await superuser.unsafe(`alter system set default_transaction_read_only = ${isReadOnly ? "on" : "off"}`);
  await superuser`select pg_reload_conf()`;
}

/** As the till does: retries with the same key until there is an answer. */
async function settle(origin: string, form: UseForm, ticket: Ticket): Promise<UseAttempt> {
  for (const key = randomUUID(); ; await pause(100)) {
    const { kind } = await postUse(origin, form, ticket, key);
    if (kind !== "nothing") return { key, ticket, kind, at: Date.now() };
  }
}

async function pollPages(
  origin: string,
  { contender }: Ticket,
  statuses: Set<number>,
  ended: () => boolean,
): Promise<void> {
  for (; !ended(); await pause(100))
    for (const place of ["/historial", "/consultar"]) {
      const answer = await request(new URL(place, origin), { headers: { cookie: contender.cookie } }).catch(
        () => null,
      );
      if (answer) statuses.add(answer.status);
    }
}

const ready = (origin: string) => fetch(`${origin}/api/ready`).then((answer) => answer.status);

async function recovers(attempts: UseAttempt[], when: string): Promise<void> {
  const from = Date.now();
  const isBack = () => attempts.some(({ kind, at }) => kind === "receipt" && at > from);
  await expect.poll(isBack, { timeout: RECOVERY_MS, message: when }).toBe(true);
  console.log(`${when}: ${Date.now() - from} ms`);
}

/** Every receipt has exactly one ledger entry, and every entry was confirmed to its provider. */
async function compare(url: string, attempts: UseAttempt[]): Promise<void> {
  const ledger = connect(url, null, 1);
  const rows = await ledger<
    { key: string; order: string }[]
  >`select key, order_id as "order" from order_use where kind = 'use'`;
  const entries = rows.map(({ key, order }) => `${key} ${order}`);
  expect(new Set(rows.map(({ order }) => order)).size).toBe(rows.length);
  const receipts = attempts
    .filter(({ kind }) => kind === "receipt")
    .map(({ key, ticket }) => `${key} ${ticket.orderId}`);
  expect(entries.sort()).toEqual(receipts.sort());
  await ledger.end();
}
