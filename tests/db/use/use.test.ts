import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { env } from "@/lib/env";
import type { CajaActor } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import {
  type Counter,
  compared,
  makeCounter,
  makeNamedCounter,
  registerUse,
  undoUse,
} from "@/tests/support/use-in-database";
import { withoutTrigger } from "@/tests/support/without-trigger";

let ana: CajaActor;
let whole: string;
let parts: string;
let one: Counter;
let two: Counter;

const caja = connect(env().DATABASE_URL, "app_caja", 4);
beforeAll(async () => {
  ana = await makeCajaPerson("officer");
  [whole, parts] = [await makeKind(), await makeKind({ partialUse: true })];
  [one, two] = [await makeCounter(), await makeCounter()];
});
afterAll(() => caja.end());

const entriesOf = (order: string) =>
  owner<{ kind: string; amount: number; balance: number }[]>`
    select kind, amount::int, balance::int from order_use where order_id = ${order} order by serial`;
/** As if the entry had been made so many minutes ago; the ledger itself allows no change. */
async function age(use: string | null, minutes: number): Promise<void> {
  await withoutTrigger("order_use", async (transaction) => {
    await transaction`update order_use set at = at - make_interval(mins => ${minutes}) where id = ${use}`;
  });
}

/** As if this counter had claimed the order, until so many seconds from now. */
async function claimedBy(counter: Counter, order: string, seconds: number): Promise<void> {
  const lookup = await compared(counter, order);
  await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    values (${order}, ${counter.providerId}, ${counter.personId}, ${lookup}, now() + make_interval(secs => ${seconds}))`;
}

test("race: of twenty contenders for each of a hundred orders one wins and nineteen read that it is used", async () => {
  const counters = await Promise.all(Array.from({ length: 4 }, () => makeCounter()));
  for (let at = 0; at < 100; at += 10) {
    const orders = await Promise.all(Array.from({ length: 10 }, () => makeIssued(ana, whole)));
    const outcomes = await Promise.all(
      orders.map((order) =>
        Promise.all(Array.from({ length: 20 }, (_, n) => registerUse(counters[n % 4] ?? one, { order }))),
      ),
    );
    for (const [n, answers] of outcomes.entries()) {
      const answered = answers.map(({ outcome }) => outcome);
      expect(answered.filter((outcome) => outcome === "done")).toHaveLength(1);
      // The winner's own provider is told so; the others, that it was used.
      expect(answered.filter((outcome) => outcome === "yours")).toHaveLength(4);
      expect(answered.filter((outcome) => outcome === "used")).toHaveLength(15);
      expect(await entriesOf(orders[n] ?? "")).toEqual([{ kind: "use", amount: 480_000, balance: 0 }]);
    }
  }
});

test("ten concurrent posts with one idempotency key register one use and answer its result", async () => {
  const order = await makeIssued(ana, whole);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 10 }, () => registerUse(one, { order, key })));
  expect(new Set(answers.map(({ useId }) => useId)).size).toBe(1);
  expect(answers.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
  expect(answers.filter(({ outcome }) => outcome === "same")).toHaveLength(9);
});

test("an idempotency key reused for another order, another amount or an undo is refused", async () => {
  const [first, second] = [await makeIssued(ana, parts), await makeIssued(ana, parts)];
  const key = randomUUID();
  const { useId } = await registerUse(one, { order: first, key, amount: 1000 });
  expect((await registerUse(one, { order: second, key })).outcome).toBe("key_reused");
  expect((await registerUse(one, { order: first, key, amount: 2000 })).outcome).toBe("key_reused");
  const undo = randomUUID();
  expect(await undoUse(one, { use: useId, key: undo })).toBe("done");
  expect((await registerUse(one, { order: first, key: undo })).outcome).toBe("key_reused");
  expect(await undoUse(one, { use: useId, key })).toBe("key_reused");
  // Another provider's key of the same text is its own.
  expect((await registerUse(two, { order: second, key })).outcome).toBe("done");
});

test("one idempotency key on two orders concurrently registers one use", async () => {
  const [first, second] = [await makeIssued(ana, whole), await makeIssued(ana, whole)];
  const key = randomUUID();
  const results = await Promise.all([first, second].map((order) => registerUse(one, { order, key })));
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(["done", "key_reused"]);
});

test("partial uses are registered until the balance is zero, where the kind allows them", async () => {
  const order = await makeIssued(ana, parts);
  expect(await registerUse(one, { order, amount: 400_000 })).toMatchObject({
    outcome: "done",
    balance: 80_000,
  });
  expect((await registerUse(two, { order, amount: 80_001 })).outcome).toBe("amount");
  expect((await registerUse(two, { order, amount: 0 })).outcome).toBe("amount");
  expect((await rowOf(order)).state).toBe("issued");
  expect(await registerUse(two, { order })).toMatchObject({ outcome: "done", amount: 80_000, balance: 0 });
  expect((await rowOf(order)).state).toBe("used");
  expect(
    (await registerUse(await makeCounter(), { order: await makeIssued(ana, whole), amount: 1 })).outcome,
  ).toBe("amount");
});

test("a use is refused with an outcome of its own: kind without uses, unknown order, suspended provider, future order", async () => {
  const unregistered = await makeIssued(ana, await makeKind({ registersUse: false }));
  expect((await registerUse(one, { order: unregistered })).outcome).toBe("not_registered");
  expect((await registerUse(one, { order: randomUUID() })).outcome).toBe("not_found");
  const paused = await makeCounter({ suspended: true });
  expect((await registerUse(paused, { order: await makeIssued(ana, whole) })).outcome).toBe("paused");
  const tomorrow = addDays(bogotaDay(new Date()), 1);
  const future = await makeIssued(ana, whole, { issuedOn: tomorrow });
  expect((await registerUse(one, { order: future })).outcome).toBe("not_yet");
});

test("an order kind that requires a claim is used by the holder of the claim", async () => {
  const kind = await makeKind({ claimFirst: true });
  const order = await makeIssued(ana, kind);
  expect((await registerUse(one, { order })).outcome).toBe("unclaimed");
  await claimedBy(two, order, 300);
  expect((await registerUse(one, { order })).outcome).toBe("claimed");
  expect((await registerUse(two, { order })).outcome).toBe("done");
});

test("a claim is made where the kind asks for it, and of one's own look-up alone", async () => {
  const claim = async (counter: Counter, lookup: string) => {
    const [row] = await owner<{ outcome: string }[]>`
      select claim_order(${lookup}, ${counter.personId}, ${counter.providerId}, 'x') as outcome`;
    return row?.outcome;
  };
  expect(await claim(one, await compared(one, await makeIssued(ana, whole)))).toBe("not_asked");
  const order = await makeIssued(ana, await makeKind({ claimFirst: true }));
  const [lookup, theirs] = [await compared(one, order), await compared(two, order)];
  expect(await claim(two, lookup)).toBe("not_found");
  expect(await claim(one, lookup)).toBe("done");
  expect(await claim(two, theirs)).toBe("claimed");
  expect(await entriesOf(order)).toEqual([]);
});

test("a claim that has run out neither holds an order against others nor lets its holder use it", async () => {
  const order = await makeIssued(ana, await makeKind({ claimFirst: true }));
  await claimedBy(two, order, -1);
  expect((await registerUse(one, { order })).outcome).toBe("unclaimed");
  expect((await registerUse(two, { order })).outcome).toBe("unclaimed");
});

test("a use is undone once by the same counter within 15 minutes, and the order can then be used again", async () => {
  const [till, other] = [await makeNamedCounter(one), await makeNamedCounter(one)];
  const order = await makeIssued(ana, whole);
  const { useId } = await registerUse(till, { order });
  expect(await undoUse(other, { use: useId })).toBe("other_counter");
  expect(await undoUse(two, { use: useId })).toBe("not_found");
  await age(useId, 14);
  const key = randomUUID();
  expect(await undoUse(till, { use: useId, key })).toBe("done");
  expect(await undoUse(till, { use: useId, key })).toBe("same");
  expect(await undoUse(till, { use: useId })).toBe("undone");
  expect(await rowOf(order)).toMatchObject({ state: "delivered", balance: 480_000 });
  expect((await registerUse(two, { order })).outcome).toBe("done");
  expect((await entriesOf(order)).map(({ kind }) => kind)).toEqual(["use", "undo", "use"]);
});

test("after 15 minutes a use cannot be undone, and without a counter only the same person undoes it", async () => {
  const [order, late] = [await makeIssued(ana, whole), await makeIssued(ana, whole)];
  const { useId } = await registerUse(one, { order });
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name) values (${`${randomUUID()}@prueba.example`}, 'Colega') returning id`;
  await owner`insert into membership (person_id, provider_id, role) values (${person?.id ?? null}, ${one.providerId}, 'clerk')`;
  expect(await undoUse({ ...one, personId: person?.id ?? "" }, { use: useId })).toBe("other_counter");
  const use = await registerUse(one, { order: late });
  await age(use.useId, 16);
  expect(await undoUse(one, { use: use.useId })).toBe("too_late");
});

test("twenty concurrent undos write one reversal", async () => {
  const order = await makeIssued(ana, whole);
  const { useId } = await registerUse(one, { order });
  const results = await Promise.all(Array.from({ length: 20 }, () => undoUse(one, { use: useId })));
  expect(results.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(results.filter((outcome) => outcome === "undone")).toHaveLength(19);
  expect(await rowOf(order)).toMatchObject({ state: "delivered", balance: 480_000 });
});

test("a viewer and a removed member register no use", async () => {
  const viewer = await makeCounter();
  await owner`update membership set role = 'viewer' where person_id = ${viewer.personId}`;
  const order = await makeIssued(ana, whole);
  await expect(registerUse(viewer, { order })).rejects.toThrow(/registers no uses/);
  await expect(undoUse(viewer, { use: null })).rejects.toThrow(/registers no uses/);
});

test("of a concurrent annulment and use exactly one succeeds, in two hundred rounds", async () => {
  const won = { use: 0, annul: 0 };
  for (let round = 0; round < 200; round += 10) {
    const orders = await Promise.all(Array.from({ length: 10 }, () => makeIssued(ana, whole)));
    const lookups = await Promise.all(orders.map((order) => compared(one, order)));
    await Promise.all(
      orders.map(async (order, at) => {
        const use = () => registerUse(one, { order, lookup: lookups[at] });
        const annul = async () => {
          const [row] = await caja<{ outcome: string }[]>`
            select annul_order(${order}, ${ana.personId}, 'other', 'Motivo de la prueba', ${browser().ip}) as outcome`;
          return row?.outcome ?? "";
        };
        // Either goes first in half of the rounds.
        const [used, annulled] =
          at % 2 === 0
            ? await Promise.all([use(), annul()])
            : await Promise.all([annul(), use()]).then(([a, u]) => [u, a] as const);
        const { state } = await rowOf(order);
        if (used.outcome === "done") {
          expect([annulled, state]).toEqual(["state_changed", "used"]);
          won.use += 1;
        } else {
          expect([used.outcome, annulled, state]).toEqual(["annulled", "done", "annulled"]);
          won.annul += 1;
        }
      }),
    );
  }
  expect(won.use + won.annul).toBe(200);
  expect(Math.min(won.use, won.annul)).toBeGreaterThan(0);
});
