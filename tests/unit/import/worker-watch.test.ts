import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { watchWorker } from "@/domain/import/worker-watch";

const RUN = "00000000-0000-4000-8000-000000000001";
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** A real process that behaves as `how` says. */
function worker(how: string): ChildProcess {
  const child = spawn(process.execPath, ["tests/support/stuck-worker.mjs", how], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.push(child);
  return child;
}

async function watched(how: string, limits: { silenceMs: number; workMs: number }) {
  const child = worker(how);
  await new Promise((resolve) => child.once("message", resolve));
  const reports: string[] = [];
  watchWorker(child, limits, {
    ended: (why) => reports.push(why),
    tooLong: async (run) => {
      reports.push(run);
    },
  });
  return {
    child,
    reports,
    ended: new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal))),
  };
}

test("a worker whose event loop is blocked by a file is killed from outside", async () => {
  const { ended, reports } = await watched("hang", { silenceMs: 2_000, workMs: 600_000 });
  expect(await ended).toBe("SIGKILL");
  expect(reports).toEqual(["silent"]);
});

test("a file that takes too long is reported, and its worker killed", async () => {
  const { ended, reports } = await watched("speak", { silenceMs: 60_000, workMs: 2_000 });
  expect(await ended).toBe("SIGKILL");
  expect(reports).toEqual([RUN, "too_long"]);
});

test("a worker that sends heartbeats while it waits for a file is left alone", async () => {
  const { child, reports } = await watched("idle", { silenceMs: 1_500, workMs: 1_500 });
  let received = 0;
  await new Promise<void>((resolve) => {
    child.on("message", () => {
      received += 1;
      if (received === 30) resolve();
    });
  });
  expect(child.exitCode).toBeNull();
  expect(reports).toEqual([]);
});

test("killing a worker while the parent's event loop is blocked does not crash the parent", async () => {
  const child = worker("idle");
  await new Promise((resolve) => child.once("message", resolve));
  const send = watchWorker(
    child,
    { silenceMs: 60_000, workMs: 60_000 },
    { ended: () => {}, tooLong: async () => {} },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  // The worker is gone before its end is known here: the channel is still said to be open.
  const until = Date.now() + 500;
  while (Date.now() < until);
  expect(child.connected).toBe(true);
  for (let times = 0; times < 100; times++) send(0.5);
  await ended;
  send(0.5);
});
