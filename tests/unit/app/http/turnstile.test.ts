import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { inTurn } from "@/lib/http/turnstile";

afterEach(() => vi.useRealTimers());

test("the first request of each key passes at once", async () => {
  let waited = false;
  setImmediate(() => {
    waited = true;
  });
  for (let time = 0; time < 20; time++) expect(await inTurn(randomUUID())).toBe(true);
  expect(waited).toBe(false);
});

test("a burst of one key is queued, and another key does not wait for it", async () => {
  const key = randomUUID();
  const passed: number[] = [];
  const from = performance.now();
  const burst = Promise.all(
    Array.from({ length: 5 }, async () => {
      await inTurn(key);
      passed.push(performance.now() - from);
    }),
  );
  await inTurn(randomUUID());
  expect(passed.length).toBeLessThan(2);
  await burst;
  for (const [nth, at] of passed.entries()) expect(at).toBeGreaterThan(nth * 50 - 10);
});

test("a request that would queue longer than 15 seconds is refused and takes no place in the queue", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const key = randomUUID();
  for (let place = 0; place <= 300; place++) void inTurn(key);
  expect([await inTurn(key), await inTurn(key)]).toEqual([false, false]);
  vi.advanceTimersByTime(15_050);
  expect(await inTurn(key)).toBe(true);
});

test("a clock of the machine that is set back keeps no visitor waiting", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const key = randomUUID();
  expect(await inTurn(key)).toBe(true);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await inTurn(key)).toBe(true);
});
