import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { readAlarms } from "@/domain/caja/alarms";
import { mailSender } from "@/domain/notify/mail-channel";
import { composeMail } from "@/domain/notify/outbox";
import { deliverAndReport, jobReporter } from "@/domain/notify/worker";
import { withDatabase } from "@/lib/database-url";
import { env } from "@/lib/env";
import { newDatabase } from "@/tests/support/new-database";

const database = `correo_alarma_${randomUUID().replaceAll("-", "")}`;
const address = withDatabase(env().DATABASE_URL, database);
const owner = connect(address, null, 2);
const jobsClient = connect(address, "app_jobs", 2);
const cajaClient = connect(address, "app_caja", 1);
afterAll(() => Promise.all([owner.end(), jobsClient.end(), cajaClient.end()]));

async function serve(): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => stream.on("end", done).resume(),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

test("the alarm of an unreachable mail server stays between two attempts, and after a restart, until a mail goes out", async () => {
  await newDatabase(database);
  await migrateDatabase(address);
  const jobs = drizzle(jobsClient);
  const alarms = async () => (await readAlarms(drizzle(cajaClient), () => true)).jobs.map(({ job }) => job);
  const round = async (url: string, report = jobReporter(jobs)) => {
    const mail = mailSender(url, "caja@prueba.example");
    await deliverAndReport(jobs, { mail }, report);
    mail.close();
  };
  const { eventKey, messageId, content } = composeMail("password.link", randomUUID(), {
    to: "ana@prueba.example",
    subject: "Asunto",
    text: "Hola",
  });
  await owner`select queue_mail(${eventKey}, ${messageId}, ${content})`;

  const down = "smtp://127.0.0.1:1";
  const report = jobReporter(jobs);
  await round(down, report);
  expect(await alarms()).toEqual(["mail"]);
  await owner`update mail set next_attempt_at = now() + interval '15 minutes'`;
  await round(down, report);
  expect(await alarms()).toEqual(["mail"]);
  await round(down);
  expect(await alarms()).toEqual(["mail"]);

  const up = await serve();
  await owner`update mail set next_attempt_at = now()`;
  await round(up, report);
  expect(await alarms()).toEqual([]);
  await round(up, report);
  expect(await alarms()).toEqual([]);
});
