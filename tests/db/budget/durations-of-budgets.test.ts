import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { firstValue } from "@/tests/support/rolled-back";

const DAY = 86_400;
const seconds = (at: Date) => (at.getTime() - Date.now()) / 1000;
let key: string;
beforeEach(() => {
  key = randomUUID();
});
const budget = (changes: object = {}) => ({ scope: "prueba", key, limit: 3, seconds: DAY, ...changes });
const wait = (...budgets: object[]) =>
  firstValue<Date | null>(owner`select budget_wait(${owner.json(budgets as never)})`);
const ahead = (...budgets: object[]) =>
  firstValue<number | null>(owner`select budget_ahead(${owner.json(budgets as never)})`);
const spend = (...budgets: object[]) =>
  firstValue<Date | null>(owner`select budget_spend(${owner.json(budgets as never)})`);
const spent = async (scope = "prueba") =>
  (await owner`select spent, paused_until from budget_counter where scope = ${scope} and key = ${key}`)[0];

test("at the limit one waits for the next window, at a pause for its time, and for the later of both", async () => {
  const paused = budget({
    limit: 4,
    pauses: [
      { at: 2, seconds: 300 },
      { at: 4, seconds: 2 * DAY },
    ],
  });
  expect(await ahead(paused)).toBeNull();
  expect(await spend(paused)).toBeNull();
  expect(await ahead(paused)).toBe(300);
  expect(await spend(paused)).toBeNull();
  const pause = await wait(paused);
  expect(pause && seconds(pause)).toBeGreaterThan(290);
  expect(pause && seconds(pause)).toBeLessThan(310);
  // Who has to wait spends nothing.
  expect(await spend(paused)).toEqual(pause);
  expect((await spent())?.spent).toBe(2);
  await owner`update budget_counter set paused_until = null where key = ${key}`;
  expect(await spend(paused)).toBeNull();
  expect(await ahead(paused)).toBe(2 * DAY);
  const end = await firstValue<Date>(owner`select budget_window_start(${DAY}) + interval '1 day'`);
  const untilEnd = Math.ceil(seconds(end));
  const ofWindow = await ahead({ ...paused, pauses: [{ at: 4, seconds: 1 }] });
  expect(Math.abs((ofWindow ?? 0) - untilEnd)).toBeLessThan(5);
  expect(await spend(paused)).toBeNull();
  expect(seconds((await wait(paused)) ?? new Date())).toBeGreaterThan(2 * DAY - 10);
  await owner`update budget_counter set paused_until = now() + interval '1 second' where key = ${key}`;
  expect(await wait(paused)).toEqual(end);
});

test("a budget is one of a scope and a key in its window, and a watched one makes nobody wait", async () => {
  for (let time = 0; time < 3; time++) await spend(budget());
  expect(await wait(budget())).not.toBeNull();
  for (const other of [{ scope: "prueba.otra" }, { key: randomUUID() }, { watch: randomUUID() }]) {
    expect(await wait(budget(other)), JSON.stringify(other)).toBeNull();
    expect(await ahead(budget(other)), JSON.stringify(other)).toBeNull();
  }
  // One of a window that is over counts no more, and the next one begins at one.
  await owner`update budget_counter set window_start = window_start - interval '1 day' where key = ${key}`;
  expect([await wait(budget()), await ahead(budget())]).toEqual([null, null]);
  await spend(budget());
  expect((await spent())?.spent).toBe(1);
  const limited = budget({ scope: "prueba.una", limit: 1 });
  expect(await ahead(limited)).not.toBeNull();
  await spend(budget({ scope: "prueba.vista", watch: randomUUID(), limit: 1 }));
  expect(await spent("prueba.vista")).toBeUndefined();
});

test("a right attempt gives back one of each of its own budgets with the pause, and never below none", async () => {
  const both = [budget(), budget({ scope: "prueba.otra", limit: 9 })];
  for (let time = 0; time < 2; time++) await spend(...both);
  const other = budget({ key: randomUUID() });
  await spend(other);
  await owner`update budget_counter set paused_until = now() + interval '1 hour' where key = ${key}`;
  const giveBack = (...budgets: object[]) => owner`select return_budget(${owner.json(budgets as never)})`;
  await giveBack(budget({ watch: randomUUID() }));
  expect((await spent())?.paused_until).not.toBeNull();
  await giveBack(budget());
  expect(await spent()).toEqual({ spent: 1, paused_until: null });
  expect((await spent("prueba.otra"))?.spent).toBe(2);
  for (let time = 0; time < 2; time++) await giveBack(budget());
  expect((await spent())?.spent).toBe(0);
  expect(await wait({ ...other, limit: 1 })).not.toBeNull();
});

test("the caja is told of a watched budget with the miss that reaches its own limit, and by whom it was", async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  const watched = (scope: string, limit: number, watch: string) => budget({ scope, limit, watch });
  const miss = (watch: string) =>
    spend(watched("watch.prueba", 3, watch), watched("watch.pruebas", 1, watch));
  const alerts = async () =>
    (
      await owner`select scope, misses, providers, raised_at is not null as raised from miss_alert
      where key = ${key} order by scope`
    ).map(({ scope, misses, providers, raised }) => [scope, misses, providers, raised]);
  await miss(one);
  expect(await alerts()).toEqual([
    ["watch.prueba", 1, [one], false],
    ["watch.pruebas", 1, [one], true],
  ]);
  await miss(two);
  await spend(budget({ scope: "watch.prueba", key: randomUUID(), limit: 1, watch: one }));
  expect((await alerts())[0]).toEqual(["watch.prueba", 2, [one, two], false]);
  await miss(one);
  expect((await alerts())[0]).toEqual(["watch.prueba", 3, [one, two], true]);
});
