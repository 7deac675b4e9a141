import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { doorDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { registrationMailBudgets, signInBudgets } from "@/domain/account/budgets";
import { authorise, spendStep } from "@/domain/account/register";
import { makePolicy, owner, someAddress } from "@/tests/support/factories/account";
import { fillIn, submit } from "@/tests/support/factories/registration";

beforeAll(makePolicy);

const askFor = (visitor: string | undefined, ip: string) =>
  call(publicDatabase(), "budget_spend", {
    budgets: registrationMailBudgets(randomUUID(), { ip, visitor }).asker,
  });
const allowed = (waits: readonly (Date | null)[]) => waits.filter((wait) => wait === null).length;

test("more shops than a network without names may register at a fair, each from its own browser", async () => {
  const ip = someAddress();
  const shops = await Promise.all(Array.from({ length: 15 }, () => fillIn()));
  await Promise.all(shops.map(({ token }) => submit(token, { ip, visitor: randomUUID() })));
  // A flood without cookies ends as before, and keeps nobody else from asking.
  const flood = await Promise.all(Array.from({ length: 20 }, () => askFor(undefined, ip)));
  expect(allowed(flood)).toBe(10);
  expect(await askFor(randomUUID(), ip)).toBeNull();
});

test("one browser asks for ten mails an hour, also at once, and another of its network does not wait for it", async () => {
  const [ip, greedy] = [someAddress(), randomUUID()];
  const tried = await Promise.all(Array.from({ length: 15 }, () => askFor(greedy, ip)));
  expect(allowed(tried)).toBe(10);
  expect(await askFor(greedy, someAddress())).not.toBeNull();
  expect(await askFor(randomUUID(), ip)).toBeNull();
});

test("with a new name for each mail a network has 120, then one a minute, exactly, and none is shut out for long", async () => {
  const ip = someAddress();
  const tried = await Promise.all(Array.from({ length: 130 }, () => askFor(randomUUID(), ip)));
  expect(allowed(tried)).toBe(120);
  for (let turn = 0; turn < 3; turn++) {
    const wait = await askFor(randomUUID(), ip);
    expect((wait?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(60_000);
    await owner`update budget_counter set paused_until = now() where scope = 'mail.crowd' and key = ${ip}`;
    const next = await Promise.all(Array.from({ length: 3 }, () => askFor(randomUUID(), ip)));
    expect(allowed(next)).toBe(1);
  }
  expect(await askFor(randomUUID(), someAddress())).toBeNull();
});

test.each([
  ["consent", 10],
  ["company", 20],
] as const)("one browser takes the step %s %i times an hour, whatever its network", async (step, limit) => {
  const [ip, visitor] = [someAddress(), randomUUID()];
  const take = () =>
    step === "company"
      ? spendStep(step, { ip, visitor })
      : authorise(
          { treatment: "1", terms: "1" },
          { ip, visitor, userAgent: "vitest", language: "es-CO", token: undefined },
        );
  const tried = await Promise.allSettled(Array.from({ length: limit + 3 }, take));
  expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(limit);
  await spendStep(step, { ip });
  await spendStep(step, { ip, visitor: randomUUID() });
});

test("wrong passwords without a cookie, or of one browser, slow no other browser of their network", async () => {
  const ip = someAddress();
  const miss = (visitor: string | undefined) =>
    call(doorDatabase(), "budget_spend", { budgets: signInBudgets(randomUUID(), { ip, visitor }, null) });
  const greedy = randomUUID();
  for (const visitor of [undefined, greedy])
    expect(allowed(await Promise.all(Array.from({ length: 20 }, () => miss(visitor))))).toBe(15);
  expect(await miss(randomUUID())).toBeNull();
  // Of new names there are 60 in five minutes: 15 of the greedy one and the one above are among them.
  const crowd = await Promise.all(Array.from({ length: 60 }, () => miss(randomUUID())));
  expect(allowed(crowd)).toBe(44);
});
