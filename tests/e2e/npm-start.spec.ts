import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { connect } from "@/db/connection";
import { demoAccounts, demoApplicants, freeNit } from "@/scripts/demo/accounts";
import { freePort } from "@/scripts/embedded-postgres";
import { keptSecrets } from "@/scripts/secrets";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { allGone, descendants, isAlive, STOP_MS } from "@/tests/support/process-tree";

/*
 * `npm start` in a data folder of its own, with the tests' build: its secrets are those the build was made with.
 */

type Start = { launcher: ChildProcess; output: () => string };

let folder: string;
let port: number;
test.beforeAll(async () => {
  folder = worldReadableFolder("hanna-arranque-");
  port = await freePort();
  const secrets = { ...keptSecrets(folder) };
  for (const name of Object.keys(secrets) as (keyof typeof secrets)[])
    secrets[name] = process.env[name] ?? secrets[name];
  writeFileSync(path.join(folder, "secrets.json"), JSON.stringify(secrets));
});
test.afterAll(() => {
  const pid = postmaster();
  if (pid) process.kill(pid, "SIGQUIT");
  rmSync(folder, { recursive: true, force: true });
});

function start(): Start {
  const launcher = spawn("npm", ["start"], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, to be ended whole
    env: {
      ...process.env,
      DATABASE_URL: "",
      PUBLIC_URL: "",
      DEMO: "",
      PORT: String(port),
      DATA_FOLDER: folder,
      NEXT_DIST_DIR: ".next-test",
    },
  });
  let text = "";
  for (const stream of [launcher.stdout, launcher.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text += chunk;
    });
  return { launcher, output: () => text };
}

const data = () =>
  path.join(folder, existsSync(path.join(folder, "cluster")) ? "cluster/postgres" : "postgres");

function postmaster(): number | null {
  const file = path.join(data(), "postmaster.pid");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  return pid > 0 && isAlive(pid) ? pid : null;
}

/** What the database under way answers; nothing while it cannot be asked. */
async function ask(question: string): Promise<unknown> {
  try {
    const at = readFileSync(path.join(data(), "postmaster.pid"), "utf8").split("\n")[3];
    const password = readFileSync(path.join(data(), "../postgres-password"), "utf8");
    const client = connect(`postgres://postgres:${password}@127.0.0.1:${at}/hanna`, null, 1);
    try {
      const [row] = await client.unsafe(question);
      return row?.answer;
    } finally {
      await client.end({ timeout: 1 });
    }
  } catch {
    return undefined;
  }
}

const moments: [string, () => boolean | Promise<boolean>][] = [
  ["while its database is made", () => existsSync(`${data()}.nuevo`)],
  [
    "between two migrations",
    async () => (await ask(`select to_regclass('public.order') is not null as answer`)) === true,
  ],
  [
    "while the demonstration is loaded",
    async () =>
      (await ask("select value = 'loading' as answer from installation where key = 'demo'")) === true,
  ],
];

test("npm start interrupted at any moment can be repeated, and stops within 10 s", async () => {
  test.setTimeout(240_000);
  for (const [when, isNow] of moments) {
    const { launcher, output } = start();
    for (const end = Date.now() + 60_000; !(await isNow()); await pause(5))
      if (Date.now() > end || launcher.exitCode !== null) throw new Error(`never ${when}: ${output()}`);
    const pids = descendants(launcher.pid ?? 0);
    // As the machine's power does it: everything at once, the database's postmaster too.
    process.kill(-(launcher.pid ?? 0), "SIGKILL");
    const pid = postmaster();
    if (pid) process.kill(pid, "SIGKILL");
    expect(await allGone(pids), when).toBeLessThan(STOP_MS);
  }

  const { launcher, output } = start();
  const greeted = () => output().includes(demoAccounts[0].password);
  await expect.poll(greeted, { timeout: 120_000, message: output() }).toBe(true);
  expect((await fetch(`http://127.0.0.1:${port}/api/ready`)).status).toBe(200);
  expect(await ask("select value <> 'loading' as answer from installation where key = 'demo'")).toBe(true);
  expect(await ask("select count(*)::int as answer from person")).toBe(
    demoAccounts.length + demoApplicants.length,
  );
  expect(await ask(`select count(*) > 20 as answer from "order"`)).toBe(true);

  expect(await ask("select count(*)::int as answer from request where state = 'submitted'")).toBe(3);
  expect(output()).toContain(freeNit);
  expect(output()).toContain("/buzon/papeles");

  const pids = [...descendants(launcher.pid ?? 0), postmaster() ?? 0];
  launcher.kill("SIGTERM");
  expect(await allGone(pids)).toBeLessThan(STOP_MS);
  expect(postmaster()).toBeNull();
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
});
