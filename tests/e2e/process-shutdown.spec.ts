import { type ChildProcess, spawn } from "node:child_process";
import { Agent, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { composeMail } from "@/domain/notify/outbox";
import { ownedDatabase, servingLogin } from "@/scripts/database-logins";
import { type Cluster, freePort, startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { allGone, descendants, isAlive, STOP_MS } from "@/tests/support/process-tree";

let cluster: Cluster;
let owner: string;
let portal: string;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  cluster = await startCluster(worldReadableFolder("hanna-proceso-"));
  owner = await ownedDatabase(cluster.url, "proceso");
  await migrateDatabase(owner);
  portal = await servingLogin(owner);
});
test.afterAll(() => cluster.discard());

type Serving = { npm: ChildProcess; origin: string; pids: () => number[]; written: () => string };

/** The production command, as a person or systemd gives it. */
async function serve(env: Record<string, string> = {}): Promise<Serving> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const npm = spawn("npm", ["run", "--silent", "serve"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      DATABASE_URL: portal,
      PUBLIC_URL: origin,
      PORT: String(port),
      NEXT_DIST_DIR: ".next-test",
      WEB_CONCURRENCY: "2",
      DEMO: "",
      LOG_LEVEL: "error",
      ...env,
    },
  });
  let written = "";
  npm.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    written += chunk;
  });
  for (const end = Date.now() + 60_000; (await status(`${origin}/api/ready`)) !== 200; await pause(100))
    if (Date.now() > end || npm.exitCode !== null) throw new Error("not ready");
  return { npm, origin, pids: () => descendants(npm.pid ?? 0), written: () => written };
}

async function status(url: string): Promise<number> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (answer) => answer.status,
    () => 0,
  );
}

test("on SIGTERM the server reports not ready, finishes its requests and its e-mail, and leaves no process behind", async () => {
  const sent: string[] = [];
  let takeMail: (() => void) | undefined;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      stream.resume().on("end", () => {
        takeMail = () => {
          sent.push("mail");
          done();
        };
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const mailPort = (smtp.server.address() as AddressInfo).port;
  const serving = await serve({ SMTP_URL: `smtp://127.0.0.1:${mailPort}`, MAIL_FROM: "caja@caja.example" });
  const database = connect(owner, null, 2);
  for (const n of [1, 2]) {
    const { eventKey, messageId, content } = composeMail("password.link", `test:${n}`, {
      to: "ana@ejemplo.com.co",
      subject: "Prueba",
      text: "Prueba",
    });
    await database`select queue_mail(${eventKey}, ${messageId}, ${content})`;
  }
  const claimed = () => database`select 1 from mail where claimed_at is not null`;
  while ((await claimed()).length === 0) await pause(50);
  await expect.poll(() => takeMail, { timeout: 30_000 }).toBeDefined();

  const pids = serving.pids();
  expect(pids.length).toBeGreaterThanOrEqual(4); // npm, the parent and two servers
  const agent = new Agent({ keepAlive: true });
  const ask = () =>
    new Promise<{ status: number; connection: string }>((resolve, reject) => {
      send(`${serving.origin}/api/ready`, { agent }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection ?? "" });
      })
        .on("error", reject)
        .end();
    });
  await ask();
  let inFlight: ReturnType<typeof ask> | undefined;
  await database.begin(async (holder) => {
    await holder`lock table installation in access exclusive mode`;
    await pause(600); // what is remembered of the answer before is no longer
    inFlight = ask();
    await pause(150);
    serving.npm.kill("SIGTERM");
    await pause(300);
    expect(await status(`${serving.origin}/api/ready`)).toBe(503);
  });
  takeMail?.();
  expect(await inFlight).toMatchObject({ connection: "close" });
  expect(await allGone(pids)).toBeLessThan(STOP_MS);
  expect(sent).toEqual(["mail"]);
  const rows =
    await database`select sent_at is not null as sent, attempts, claimed_at, crashes from mail order by sent_at nulls last`;
  expect([...rows]).toEqual([
    { sent: true, attempts: 1, claimed_at: null, crashes: 0 },
    { sent: false, attempts: 0, claimed_at: null, crashes: 0 },
  ]);
  await database`delete from mail`;
  await database.end();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

for (const [victim, choose] of [
  ["the npm that runs it", (pids: number[]) => pids[0]],
  ["its own parent process", (pids: number[]) => pids.at(-3)],
] as const)
  test(`after SIGKILL of ${victim} no orphan process is left, and the port is free`, async () => {
    const serving = await serve();
    const pids = serving.pids();
    process.kill(choose(pids) ?? 0, "SIGKILL");
    expect(await allGone(pids)).toBeLessThan(STOP_MS);
    expect(await status(`${serving.origin}/api/health`)).toBe(0);
  });

test("events of the log leave on standard output as lines of JSON, once, and nothing else does", async () => {
  const serving = await serve({ AUDIT_EVENTS: "stdout" });
  const database = connect(owner, null, 1);
  const happens = (subject: string) => database`
    insert into audit_event (action, subject_kind, subject_id, channel, ip, detail)
    values ('order.used', 'order', ${subject}, 'web', '190.85.1.1', '{"reason": "Ana Pérez"}')`;
  // What happens before the leader has begun is not sent; so it happens until one is.
  for (let n = 1; !serving.written().includes("order first-"); n++) {
    await happens(`first-${n}`);
    await pause(500);
    if (n > 100) throw new Error("no event left");
  }
  await happens("last-1");
  await expect.poll(() => serving.written(), { timeout: 30_000 }).toContain("order last-1");
  const events = serving
    .written()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.filter(({ subject }) => subject === "order last-1")).toMatchObject([
    { event: "audit", action: "order.used", channel: "web", digest: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ]);
  expect(serving.written()).not.toMatch(/190\.85|Ana/);
  const pids = serving.pids();
  serving.npm.kill("SIGTERM");
  expect(await allGone(pids)).toBeLessThan(STOP_MS);
  await database.end();
});

test("one server process is the leader; when it dies another one becomes leader, and it is restarted", async () => {
  const serving = await serve();
  const database = connect(owner, null, 1);
  const leaders = async () => {
    const rows = await database`select pid from pg_locks where locktype = 'advisory' and granted
      and objid = (hashtext('hanna-leader')::bigint & 4294967295)::oid`;
    return rows.map(({ pid }) => Number(pid));
  };
  await expect.poll(async () => (await leaders()).length).toBe(1);
  const [first] = await leaders();
  const all = serving.pids().length; // with the compiler of scripts, where they were not compiled before
  const before = serving.pids().slice(-2);
  for (const pid of before) {
    process.kill(pid, "SIGKILL");
    await expect.poll(() => serving.pids().filter(isAlive).length, { timeout: 20_000 }).toBe(all);
    await expect.poll(() => status(`${serving.origin}/api/ready`), { timeout: 45_000 }).toBe(200);
  }
  await expect.poll(async () => (await leaders()).length, { timeout: 20_000 }).toBe(1);
  expect(await leaders()).not.toEqual([first]);
  const pids = serving.pids();
  serving.npm.kill("SIGTERM");
  expect(await allGone(pids)).toBeLessThan(STOP_MS);
  await database.end();
});
