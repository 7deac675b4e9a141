import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SPEAK_MS, watchLimits, watchWorker } from "@/domain/import/worker-watch";
import { processTime } from "@/lib/process-time";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Time goes by in which no timer runs: the server was blocked. */
function blockFor(ms: number) {
  const before = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => before() + ms);
}

/** A process that does nothing by itself, and what its watch did to it. */
class Worker extends EventEmitter {
  connected = true;
  events: unknown[] = [];
  kill = (signal: string) => void this.events.push(signal);
  send = (message: number) => void this.events.push(message);
}

function watched(
  limits: Partial<typeof watchLimits> = {},
  tooLong = () => Promise.resolve(),
  timeOf?: Parameters<typeof watchWorker>[3],
) {
  const worker = new Worker();
  const all = { silenceMs: 5 * SPEAK_MS, workMs: 60 * SPEAK_MS, ...limits };
  const on = {
    ended: (why: string) => void worker.events.push(why),
    tooLong: async (run: string) => {
      worker.events.push(run);
      await tooLong();
    },
  };
  const send = watchWorker(worker as unknown as ChildProcess, all, on, timeOf);
  const speak = (run: string | null) => worker.emit("message", { run });
  /** Time passes, with a heartbeat each second or in silence. */
  const pass = async (seconds: number, run?: string | null) => {
    for (let second = 0; second < seconds; second += 1) {
      if (run !== undefined) speak(run);
      await vi.advanceTimersByTimeAsync(SPEAK_MS);
    }
  };
  return { worker, send, pass };
}

test("a worker is waited for half a minute in silence, and a quarter of an hour for a file", () => {
  expect([watchLimits, SPEAK_MS]).toEqual([{ silenceMs: 30_000, workMs: 900_000 }, 1_000]);
});

test("a silent worker is killed once, and not before its silence is over", async () => {
  const { worker, pass } = watched();
  await pass(5);
  expect(worker.events).toEqual([]);
  await pass(60);
  expect(worker.events).toEqual(["silent", "SIGKILL"]);
});

test("a heartbeat starts the silence again", async () => {
  const { worker, pass } = watched();
  await pass(4);
  await pass(1, null);
  await pass(4);
  expect(worker.events).toEqual([]);
  await pass(1);
  expect(worker.events).toEqual(["silent", "SIGKILL"]);
});

test("a file over its time is reported once, and its worker killed after the report", async () => {
  const { worker, pass } = watched();
  await pass(60, "a");
  expect(worker.events).toEqual([]);
  await pass(2, "a");
  expect(worker.events.slice(0, 3)).toEqual(["a", "too_long", "SIGKILL"]);
});

test("the time of a file begins with it: a pause or another file in between begins it anew", async () => {
  const { worker, pass } = watched();
  await pass(50, "a");
  await pass(50, "b");
  await pass(1, null);
  await pass(50, "b");
  await pass(100, null);
  expect(worker.events).toEqual([]);
});

test("a report that takes long or fails is made once, and the worker is killed all the same", async () => {
  let failed: (reason: Error) => void = () => {};
  const { worker, pass } = watched({}, () => new Promise((_, reject) => (failed = reject)));
  await pass(61, "a");
  await pass(3, null);
  expect(worker.events).toEqual(["a"]);
  failed(new Error("no database"));
  await pass(1, null);
  expect(worker.events).toEqual(["a", "too_long", "SIGKILL"]);
});

test("what a blocked server did not read is no silence of the worker", async () => {
  const { worker, pass } = watched();
  await pass(1, null);
  blockFor(60 * SPEAK_MS);
  await pass(4);
  expect(worker.events).toEqual([]);
  await pass(4);
  expect(worker.events).toEqual(["silent", "SIGKILL"]);
});

test("a worker that a busy machine lets wait is late, not silent, until a file's time is over", async () => {
  const starved = () => ({ workedMs: Date.now() / 100, wantsProcessor: true });
  const { worker, pass } = watched({}, undefined, starved);
  await pass(60);
  expect(worker.events).toEqual([]);
  await pass(2);
  expect(worker.events).toEqual(["silent", "SIGKILL"]);
});

test("a worker that works without a word is silent, and one that is stopped soon after its silence", async () => {
  const loop = () => ({ workedMs: Date.now(), wantsProcessor: true });
  const looping = watched({}, undefined, loop);
  await looping.pass(8);
  expect(looping.worker.events).toEqual(["silent", "SIGKILL"]);
  const stopped = watched({}, undefined, () => ({ workedMs: 0, wantsProcessor: false }));
  await stopped.pass(7);
  expect(stopped.worker.events).toEqual([]);
  await stopped.pass(2);
  expect(stopped.worker.events).toEqual(["silent", "SIGKILL"]);
});

test("the system tells how long this process has worked, and nothing of one that is gone", () => {
  expect(processTime(process.pid)?.workedMs).toBeGreaterThan(0);
  expect(processTime(2 ** 30)).toBeNull();
  expect(processTime(undefined)).toBeNull();
});

test("a server that is late by two seconds still sees the silence", async () => {
  const { worker, pass } = watched();
  await pass(3);
  blockFor(2 * SPEAK_MS);
  await pass(1);
  expect(worker.events).toEqual(["silent", "SIGKILL"]);
});

test("a worker that ended is not watched any more", async () => {
  const { worker, pass } = watched();
  worker.emit("exit");
  await pass(60);
  expect(worker.events).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a message is sent while the worker hears, and a fault of the channel ends nothing", () => {
  const { worker, send } = watched();
  send(0.5);
  worker.connected = false;
  send(1);
  expect(worker.events).toEqual([0.5]);
  expect(() => worker.emit("error", new Error("closed"))).not.toThrow();
});
