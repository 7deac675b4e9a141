import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { claimMails } from "@/db/queries/mail";
import { withDatabase } from "@/lib/database-url";
import { env } from "@/lib/env";
import { composeMail, openMail } from "@/lib/mail/outbox";
import { mailTransport, retrySeconds, sendDueMails } from "@/lib/mail/worker";
import { newDatabase } from "@/tests/support/new-database";

type Received = { to: string; subject: string; messageId: string };

// A worker takes whatever is due, so this file has an outbox, and a database, of its own.
const database = `correo_${randomUUID().replaceAll("-", "")}`;
const address = withDatabase(env().DATABASE_URL, database);
const owner = connect(address, null, 4);
const jobsClient = connect(address, "app_jobs", 8);
const jobs = drizzle(jobsClient);

beforeAll(async () => {
  await newDatabase(database);
  await migrateDatabase(address);
});
afterAll(async () => {
  await Promise.all([owner.end(), jobsClient.end()]);
});

let received: Received[] = [];
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
  answers = [];
  await owner`update mail set given_up_at = now() where sent_at is null and given_up_at is null`;
});
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
  server = undefined;
});

async function queue(subject = "Asunto ñ"): Promise<{ eventKey: string; messageId: string }> {
  const eventKey = `test:${randomUUID()}`;
  const mail = composeMail({ eventKey, to: "ana@prueba.example", subject, text: "Hola" });
  await owner`select queue_mail(${eventKey}, ${mail.messageId}, ${mail.content})`;
  return mail;
}

async function round(): Promise<number> {
  const transport = mailTransport(url);
  try {
    return await sendDueMails(jobs, transport, "caja@prueba.example");
  } finally {
    transport.close();
  }
}

const stateOf = async (eventKey: string) => {
  const [row] = await owner`select sent_at is not null as sent, given_up_at is not null as given_up, attempts,
    last_error, length(content) as letter from mail where event_key = ${eventKey}`;
  return row;
};
/** The pause before the next attempt is over. */
const due = (eventKey: string) =>
  owner`update mail set next_attempt_at = now() where event_key = ${eventKey}`;

test("one event is one row and one mail, however often it is queued", async () => {
  await startServer();
  const mail = await queue();
  const again = composeMail({ eventKey: mail.eventKey, to: "x@prueba.example", subject: "", text: "" });
  await owner`select queue_mail(${again.eventKey}, ${again.messageId}, ${again.content})`;
  expect(await round()).toBe(1);
  expect(received).toEqual([{ to: "ana@prueba.example", subject: "Asunto ñ", messageId: mail.messageId }]);
  expect(await round()).toBe(0);
  expect(await stateOf(mail.eventKey)).toMatchObject({ sent: true, attempts: 1, letter: 0 });
});

test("several workers at once send each mail once", async () => {
  await startServer();
  const mails = await Promise.all(Array.from({ length: 12 }, () => queue()));
  await Promise.all(Array.from({ length: 6 }, round));
  expect(received.map(({ messageId }) => messageId).sort()).toEqual(
    mails.map(({ messageId }) => messageId).sort(),
  );
});

test("a server that is down loses nothing: the mail goes when it is back, with the same Message-ID", async () => {
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

test("a refusal for now is tried again later, and its reason carries no address", async () => {
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

test("a worker that dies in mid-send leaves the mail to be sent once more, after its lease", async () => {
  await startServer();
  const mail = await queue();
  const [taken] = await claimMails(jobs, 1, 300);
  expect(taken?.messageId).toBe(mail.messageId);
  expect(await round()).toBe(0);
  await due(mail.eventKey);
  expect(await round()).toBe(1);
  expect(await round()).toBe(0);
  expect(received).toMatchObject([{ messageId: mail.messageId }]);
});

test("after a day it is given up", async () => {
  await startServer();
  answers = [451];
  const mail = await queue();
  await owner`update mail set created_at = now() - interval '25 hours' where event_key = ${mail.eventKey}`;
  await round();
  expect(await stateOf(mail.eventKey)).toMatchObject({ sent: false, given_up: true });
  await due(mail.eventKey);
  expect(await round()).toBe(0);
});

test("pauses grow to a quarter of an hour", () => {
  expect([1, 2, 3, 30].map(retrySeconds)).toEqual([2, 4, 8, 900]);
});

test("a letter is sealed for its event and opens for no other", () => {
  const { eventKey, content } = composeMail({ eventKey: "a", to: "b@c.co", subject: "s", text: "t" });
  expect(content.toString("latin1")).not.toContain("b@c.co");
  expect(openMail(eventKey, content)).toEqual({ to: "b@c.co", subject: "s", text: "t" });
  expect(() => openMail("other", content)).toThrow();
});

test("a mail whose worker died in mid-send is taken once more, and after a second death never again", async () => {
  await queue();
  const die = async () => {
    const taken = await claimMails(jobs, 10, 60);
    // The lease of a worker that is gone ends.
    await owner`update mail set next_attempt_at = now() where sent_at is null and given_up_at is null`;
    return taken.length;
  };
  expect([await die(), await die(), await die(), await die()]).toEqual([1, 1, 0, 0]);
  const [row] =
    await owner`select crashes, given_up_at is not null as over from mail order by created_at desc limit 1`;
  expect(row).toEqual({ crashes: 2, over: true });
});
