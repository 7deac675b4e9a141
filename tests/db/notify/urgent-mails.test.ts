import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { migrateDatabase } from "@/db/migrate";
import { mailsJson } from "@/db/queries/notify";
import type { Event } from "@/domain/notify/events";
import { composeMail } from "@/domain/notify/outbox";
import { withDatabase } from "@/lib/database-url";
import { env } from "@/lib/env";
import { newDatabase } from "@/tests/support/new-database";

// A claim takes whatever is due, so this file has an outbox, and a database, of its own.
const database = `correo_${randomUUID().replaceAll("-", "")}`;
const address = withDatabase(env().DATABASE_URL, database);
const owner = connect(address, null, 2);
const jobsClient = connect(address, "app_jobs", 2);
const jobs = drizzle(jobsClient);

beforeAll(async () => {
  await newDatabase(database);
  await migrateDatabase(address);
});
afterAll(async () => {
  await Promise.all([owner.end(), jobsClient.end()]);
});

test("a link is sent before notices that wait longer, and one notice goes with each batch of links", async () => {
  const at = async (event: Event, count: number) => {
    const mails = Array.from({ length: count }, () =>
      composeMail(event, randomUUID(), { to: "a@prueba.example", subject: event, text: "texto" }),
    );
    for (const mail of mails) await call(jobs, "queue_head_mail", { mails: mailsJson([mail]) });
  };
  await owner`update mail set given_up_at = now() where sent_at is null`;
  await at("account.device", 30);
  await at("password.link", 6);
  const kinds = async (limit: number) =>
    (await call(jobs, "claim_mails", { limit, leaseSeconds: 60 })).map(
      ({ eventKey }) => eventKey.split(":")[0],
    );
  const [link, notice] = ["password.link", "account.device"];
  expect(await kinds(5)).toEqual([link, link, link, link, notice]);
  expect(await kinds(5)).toEqual([link, link, notice, notice, notice]);
  expect(await kinds(5)).toEqual(Array(5).fill(notice));
  await at("password.link", 6);
  expect(await kinds(1)).toEqual([link]);
  await owner`update mail set given_up_at = now() where event_key like 'account.device:%'`;
  expect(await kinds(5)).toEqual(Array(5).fill(link));
});

test("among notices by the thousand a link is found by an index", async () => {
  const plan = await owner.begin(async (sql) => {
    await sql`insert into mail (event_key, message_id, content)
      select 'account.device:' || n, 'x' || n, 'x' from generate_series(1, 20000) n`;
    await sql`analyze mail`;
    const lines = await sql<{ "QUERY PLAN": string }[]>`explain (analyze, buffers off, timing off)
      select id from mail d where d.urgent and d.sent_at is null and d.given_up_at is null
        and d.next_attempt_at <= now() order by d.next_attempt_at limit 4`;
    await sql`truncate mail`;
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  });
  expect(plan).toContain("mail_due_urgent");
});
