import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { allGone } from "@/tests/support/process-tree";

type Run = { child: ChildProcess; postmaster: number; folder: string };

/** A process that launches a Postgres in a temporary folder, as every runner of tests does, and then does `last`. */
async function run(last: string): Promise<Run> {
  const program = `
    import { startCluster } from "./scripts/embedded-postgres.ts";
    import { worldReadableFolder } from "./scripts/world-readable-folder.ts";
    const folder = worldReadableFolder("hanna-corte-");
    const cluster = await startCluster(folder);
    process.stdout.write(JSON.stringify({ postmaster: cluster.pid(), folder }) + "\\n");
    ${last}`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return { child, ...JSON.parse(String(line)) };
}

test("a test run that is ended by a signal leaves no Postgres and no folder behind", async () => {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  await Promise.all(
    signals.map(async (signal) => {
      const { child, postmaster, folder } = await run("setInterval(() => {}, 1000);");
      const ended = once(child, "exit");
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(await allGone([postmaster]), signal).toBeLessThan(1_000);
      expect(existsSync(folder), signal).toBe(false);
    }),
  );
});

test("a test run that ends without stopping its Postgres takes it along", async () => {
  const { child, postmaster, folder } = await run("setTimeout(() => process.exit(3), 100);");
  await once(child, "exit");
  expect(await allGone([postmaster])).toBeLessThan(1_000);
  expect(existsSync(folder)).toBe(false);
});

test("where another listener decides how a signal ends the process, its Postgres runs until then", async () => {
  const { child, postmaster } = await run(`
    process.on("SIGTERM", () => cluster.discard().then(() => process.exit(cluster.pid() === null ? 0 : 1)));
    setInterval(() => {}, 1000);`);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(await allGone([postmaster])).toBeLessThan(1_000);
});
