import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { migrateDatabase } from "@/db/migrate";
import { readAlarms } from "@/domain/caja/alarms";
import { mailSender } from "@/domain/notify/mail-channel";
import { composeMail } from "@/domain/notify/outbox";
import { deliverDue } from "@/domain/notify/worker";
import { withDatabase } from "@/lib/database-url";
import { env } from "@/lib/env";
import { newDatabase } from "@/tests/support/new-database";

type Received = { to: string; subject: string; messageId: string };

// A worker takes whatever is due, so this file has an outbox, and a database, of its own.
const database = `correo_${randomUUID().replaceAll("-", "")}`;
const address = withDatabase(env().DATABASE_URL, database);
const owner = connect(address, null, 4);
const jobsClient = connect(address, "app_jobs", 8);
const jobs = drizzle(jobsClient);
const cajaClient = connect(address, "app_caja", 1);
const caja = drizzle(cajaClient);

beforeAll(async () => {
  await newDatabase(database);
  await migrateDatabase(address);
});
afterAll(async () => {
  await Promise.all([owner.end(), jobsClient.end(), cajaClient.end()]);
});

let received: Received[] = [];
let automatic: string[] = [];
let answers: (number | "drop")[] = [];
let server: SMTPServer | undefined;
let url = "smtp://127.0.0.1:1";

async function startServer(): Promise<void> {
  const started = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        const answer = answers.shift();
        if (typeof answer === "number") {
          done(Object.assign(new Error("not now"), { responseCode: answer }));
          return;
        }
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, subject: mail.subject ?? "", messageId: mail.messageId ?? "" });
        automatic.push(String(mail.headers.get("auto-submitted")));
        done();
      }, done);
    },
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.server.address() as AddressInfo;
  url = `smtp://127.0.0.1:${port}`;
}

beforeEach(async () => {
  received = [];
  automatic = [];
  answers = [];
  await owner`update mail set given_up_at = now() where sent_at is null and given_up_at is null`;
});
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
  server = undefined;
});

async function queue(subject = "Asunto ñ"): Promise<{ eventKey: string; messageId: string }> {
  const message = { to: "ana@prueba.example", subject, text: "Hola" };
  const mail = composeMail("password.link", randomUUID(), message);
  await owner`select queue_mail(${mail.eventKey}, ${mail.messageId}, ${mail.content})`;
  return mail;
}

async function round(): Promise<number> {
  const mail = mailSender(url, "caja@prueba.example");
  try {
    return (await deliverDue(jobs, { mail })).taken;
  } finally {
    mail.close();
  }
}

const stateOf = async (eventKey: string) => {
  const [row] = await owner`select sent_at is not null as sent, given_up_at is not null as given_up, attempts,
    last_error, length(content) as bytes from mail where event_key = ${eventKey}`;
  return row;
};
/** The pause before the next attempt is over. */
const due = (eventKey: string) =>
  owner`update mail set next_attempt_at = now() where event_key = ${eventKey}`;

test("one event is one outbox row and one e-mail, however often it is queued", async () => {
  await startServer();
  const mail = await queue();
  const again = composeMail("password.link", "x", { to: "x@prueba.example", subject: "", text: "" });
  await owner`select queue_mail(${mail.eventKey}, ${again.messageId}, ${again.content})`;
  expect(await round()).toBe(1);
  expect(received).toEqual([{ to: "ana@prueba.example", subject: "Asunto ñ", messageId: mail.messageId }]);
  expect(await round()).toBe(0);
  expect(automatic).toEqual(["auto-generated"]);
  expect(await stateOf(mail.eventKey)).toMatchObject({ sent: true, attempts: 1, bytes: 0 });
});

test("concurrent outbox workers send each e-mail once", async () => {
  await startServer();
  const mails = await Promise.all(Array.from({ length: 12 }, () => queue()));
  await Promise.all(Array.from({ length: 6 }, round));
  expect(received.map(({ messageId }) => messageId).sort()).toEqual(
    mails.map(({ messageId }) => messageId).sort(),
  );
});

test("an e-mail queued while the mail server is down is sent later with the same Message-ID", async () => {
  url = "smtp://127.0.0.1:1";
  const mail = await queue();
  await round();
  expect(await stateOf(mail.eventKey)).toMatchObject({ sent: false, given_up: false, attempts: 1 });
  await startServer();
  expect(await round()).toBe(0);
  await due(mail.eventKey);
  expect(await round()).toBe(1);
  expect(received).toMatchObject([{ messageId: mail.messageId }]);
});

test("a temporary refusal is retried, and its stored reason contains no address", async () => {
  await startServer();
  answers = [451];
  const mail = await queue();
  await round();
  const refused = await stateOf(mail.eventKey);
  expect(refused).toMatchObject({ sent: false });
  expect(refused?.last_error).toContain("451");
  expect(refused?.last_error).not.toContain("@");
  await due(mail.eventKey);
  await round();
  expect(received).toHaveLength(1);
});

test("after a worker dies while sending, the e-mail is sent once more when its lease expires", async () => {
  await startServer();
  const mail = await queue();
  const [claimed] = await call(jobs, "claim_mails", { limit: 1, leaseSeconds: 300 });
  expect(claimed?.messageId).toBe(mail.messageId);
  expect(await call(jobs, "begin_mail", { mail: claimed?.id ?? "", leaseSeconds: 300 })).toBe(1);
  expect(await round()).toBe(0);
  await due(mail.eventKey);
  expect(await round()).toBe(1);
  expect(await round()).toBe(0);
  expect(received).toMatchObject([{ messageId: mail.messageId }]);
});

test("an e-mail refused for a day is given up, and the caja sees which one", async () => {
  await startServer();
  answers = [451, 451, 550];
  const mail = await queue("Solicitud SOL-2026-000003: aprobada");
  // Independent of the time in the queue, since no attempt was made.
  await owner`update mail set created_at = now() - interval '40 hours' where event_key = ${mail.eventKey}`;
  await round();
  expect(await stateOf(mail.eventKey)).toMatchObject({ sent: false, given_up: false, attempts: 1 });
  const refusedAgo = (ago: string) => owner`update mail set next_attempt_at = now(),
    first_refused_at = now() - ${ago}::interval where event_key = ${mail.eventKey}`;
  await refusedAgo("23 hours 59 minutes");
  await round();
  expect(await stateOf(mail.eventKey)).toMatchObject({ given_up: false, attempts: 2 });
  await refusedAgo("24 hours");
  await round();
  expect(await stateOf(mail.eventKey)).toMatchObject({ sent: false, given_up: true });
  await due(mail.eventKey);
  expect(await round()).toBe(0);
  const { mails } = await readAlarms(caja, () => true);
  expect(mails.at(0)).toMatchObject({
    about: "password",
    number: "SOL-2026-000003",
    to: "an•••@prueba.example",
    error: expect.stringContaining("550"),
  });
});

test("an unreachable server or a failed login never gives up an e-mail", async () => {
  url = "smtp://127.0.0.1:1";
  const mail = await queue();
  for (let day = 0; day < 3; day++) {
    await due(mail.eventKey);
    await owner`update mail set created_at = created_at - interval '30 hours' where event_key = ${mail.eventKey}`;
    const sender = mailSender(url, "caja@prueba.example");
    const { failure } = await deliverDue(jobs, { mail: sender });
    sender.close();
    expect(failure).not.toBeNull();
  }
  expect(await stateOf(mail.eventKey)).toMatchObject({ sent: false, given_up: false, attempts: 3 });
});

test("e-mails that a worker leased without starting to send are never given up, however often it dies", async () => {
  const mails = await Promise.all(Array.from({ length: 5 }, () => queue()));
  for (let death = 0; death < 4; death++) {
    const [first, ...others] = await call(jobs, "claim_mails", { limit: 5, leaseSeconds: 60 });
    // One is in mid-send when the worker dies, twice; the others were only in its hands.
    if (first && death < 2) await call(jobs, "begin_mail", { mail: first.id, leaseSeconds: 60 });
    expect(others.length).toBe(death < 2 ? 4 : 3);
    await owner`update mail set next_attempt_at = case when claimed_at is null then now() else now() - interval '1 hour' end
      where sent_at is null and given_up_at is null`;
  }
  const states = await Promise.all(mails.map(({ eventKey }) => stateOf(eventKey)));
  expect(states.filter((state) => state?.given_up)).toHaveLength(1);
  expect(states.filter((state) => state?.attempts === 0)).toHaveLength(4);
  await startServer();
  await owner`update mail set next_attempt_at = now() where sent_at is null and given_up_at is null`;
  await round();
  expect(received).toHaveLength(4);
});

test("the outbox sends the e-mails due longest first, whatever plan the database chooses", async () => {
  await Promise.all(Array.from({ length: 12 }, () => queue()));
  const due =
    await owner`with late as (update mail set next_attempt_at = now() - make_interval(secs => random() * 999)
    where sent_at is null and given_up_at is null returning *) select id from late order by next_attempt_at`;
  const claimed = await jobs.transaction(async (tx) => {
    await tx.execute("set local enable_nestloop = off");
    return call(tx, "claim_mails", { limit: 100, leaseSeconds: 60 });
  });
  expect(claimed.map(({ id }) => id)).toEqual(due.map(({ id }) => id));
});

test("an e-mail whose worker died while sending is retried once and not again after a second death", async () => {
  await queue();
  const die = async () => {
    const claimed = await call(jobs, "claim_mails", { limit: 10, leaseSeconds: 60 });
    for (const { id } of claimed) await call(jobs, "begin_mail", { mail: id, leaseSeconds: 60 });
    // The lease of a worker that is gone ends.
    await owner`update mail set next_attempt_at = now() where sent_at is null and given_up_at is null`;
    return claimed.length;
  };
  expect([await die(), await die(), await die(), await die()]).toEqual([1, 1, 0, 0]);
  expect(
    await owner`select crashes, given_up_at is not null as over from mail order by created_at desc limit 1`,
  ).toMatchObject([{ crashes: 2, over: true }]);
});
