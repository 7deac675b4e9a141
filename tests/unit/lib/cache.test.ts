import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Cached, confirmListening, endListening, invalidate } from "@/lib/cache";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  endListening();
});
afterEach(() => vi.useRealTimers());

const ages = { listening: 60_000, otherwise: 5_000 };

/** Something cached that counts how often it was read. */
function counted(read: () => Promise<void> = async () => {}) {
  let times = 0;
  const cached = new Cached(["order_kind", "order_series"], ages, async () => {
    times += 1;
    const mine = times;
    await read();
    return mine;
  });
  return cached;
}

/** As a process does that goes on listening. */
function goOn(ms: number) {
  for (let gone = 0; gone < ms; gone += 5_000) {
    vi.advanceTimersByTime(Math.min(5_000, ms - gone));
    confirmListening();
  }
}

test("while the process is notified of changes, a value is read once, and again after its longest age", async () => {
  confirmListening();
  const cached = counted();
  expect(await cached.get()).toBe(1);
  goOn(59_000);
  expect(await cached.get()).toBe(1);
  goOn(2_000);
  expect(await cached.get()).toBe(2);
});

test("a change of anything that it is read from drops it; a change of something else does not", async () => {
  confirmListening();
  const cached = counted();
  await cached.get();
  invalidate("caja_profile");
  expect(await cached.get()).toBe(1);
  invalidate("order_series");
  expect(await cached.get()).toBe(2);
});

test("what changes while it is being read is read again", async () => {
  confirmListening();
  const cached = counted(async () => invalidate("order_kind"));
  await cached.get();
  expect(await cached.get()).toBe(2);
});

test("many who ask at once wait for one reading", async () => {
  const cached = counted();
  expect(await Promise.all([cached.get(), cached.get(), cached.get()])).toEqual([1, 1, 1]);
});

test("a process that is not listening caches a value for a short time only", async () => {
  const cached = counted();
  await cached.get();
  vi.advanceTimersByTime(4_000);
  expect(await cached.get()).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(await cached.get()).toBe(2);
});

test("a process takes itself for listening for 12 s after its last heartbeat", async () => {
  confirmListening();
  const cached = counted();
  await cached.get();
  vi.advanceTimersByTime(11_000);
  expect(await cached.get()).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(await cached.get()).toBe(2);
});

test("a process that listens again invalidates everything, because it may have missed a change", async () => {
  confirmListening();
  const cached = counted();
  await cached.get();
  endListening();
  confirmListening();
  expect(await cached.get()).toBe(2);
});

test("a reading that failed is not cached", async () => {
  let fails = true;
  const cached = counted(async () => {
    if (fails) throw new Error("away");
  });
  await expect(cached.get()).rejects.toThrow("away");
  fails = false;
  expect(await cached.get()).toBe(2);
});
