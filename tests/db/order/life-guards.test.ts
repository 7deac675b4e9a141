import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays } from "@/model/calendar";
import { makeProvider, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeAgreement } from "@/tests/support/factories/request";
import { makeOrder, makeTill } from "@/tests/support/look-up-orders";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";
import { makeCounter, registerUse, undoUse } from "@/tests/support/use-in-database";

const setUp = async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind({ partialUse: true })];
  return { ana, order: await makeIssued(ana, kind) };
};

test("a provider works with an application of look-ups, a convenio of its own and without a suspension", async () => {
  const may = async (provider: string) => {
    const [row] =
      await owner`select has_look_up(${provider}) as looks, provider_may_work(${provider}, now()) as works`;
    return [row?.looks, row?.works];
  };
  const { provider } = (await makeTill()).actor;
  const [bare, { provider: idle }] = [await makeProvider(), (await makeTill({ suspended: true })).actor];
  expect([await may(provider.id), await may(bare), await may(idle.id)]).toEqual([
    [true, true],
    [false, false],
    [true, false],
  ]);
  const nit = await firstValue<string>(owner`select nit from provider where id = ${bare}`);
  await makeAgreement(nit);
  expect(await may(bare)).toEqual([false, false]);
  const code = `X${randomUUID().slice(0, 8)}`.toUpperCase();
  await owner`insert into application (code, title, description, button_label, path, position, active, opens_look_up)
    values (${code}, 'x', 'x', 'x', '/x', 99, false, false)`;
  await owner`insert into granted_application (provider_id, application_code) values (${bare}, ${code})`;
  expect(await may(bare)).toEqual([false, false]);
  await owner`update granted_application set application_code = 'CONVENIOS' where provider_id = ${bare}`;
  expect(await may(bare)).toEqual([true, true]);
});

test("a state is the core's own when no person voided the order and no provider's use stands", async () => {
  const counter = await makeCounter();
  const isCore = (order: string) =>
    firstValue<boolean>(owner`select is_core_state(o) from "order" o where id = ${order}`);
  const [byCore, byUs, open] = [await makeOrder({ state: "used" }), await makeOrder(), await makeOrder()];
  const { useId } = await registerUse(counter, { order: byUs.id });
  expect([await isCore(byCore.id), await isCore(byUs.id), await isCore(open.id)]).toEqual([
    true,
    false,
    false,
  ]);
  await undoUse(counter, { use: useId });
  await owner.begin(async (sql) => {
    await sql`update "order" set state = 'used', balance = 0 where id = ${byUs.id}`;
    await sql`insert into order_use (order_id, kind, amount, balance, key)
      values (${byUs.id}, 'use', 480000, 0, gen_random_uuid())`;
  });
  expect(await isCore(byUs.id)).toBe(true);
});

test("an order keeps its number and the rules of its issue, and what was printed for who drafted it", async () => {
  const { ana, order } = await setUp();
  const { id: imported } = await makeOrder();
  const change = (id: string, columns: object) =>
    inRolledBack(
      (sql) =>
        sql`update "order" set ${sql(columns as Record<string, string>)} where id = ${id} returning id`,
    );
  const today = await rowOf(order);
  for (const [columns, error] of [
    [{ number: "X1" }, /number given is never changed/],
    [{ kind_code: "AS" }, /number given is never changed/],
    [{ kind_version: 999 }, /rules are those of its issue/],
    [{ concept: "Otro" }, /what was printed/],
    [{ drafted_by: (await makeCajaPerson("officer")).personId }, /what was printed/],
    [{ valid_until: addDays(today.valid_until, -1) }, /what was printed/],
  ] as const)
    await expect(change(order, columns), JSON.stringify(columns)).rejects.toThrow(error);
  expect(await change(order, { valid_until: addDays(today.valid_until, 1) })).toHaveLength(1);
  expect(await change(order, { affiliate_name_sealed: "otra" })).toHaveLength(1);
  for (const columns of [{ concept: "Otro" }, { valid_until: "2099-01-01" }, { valid_until: "2001-01-01" }])
    expect(await change(imported, { ...columns, issued_on: "2000-01-01" })).toHaveLength(1);
  const draft = await makeDraft(ana, await makeKind());
  expect(await change(draft, { concept: "Otro", valid_until: "2099-01-01" })).toHaveLength(1);
  const version = (id: string) =>
    firstValue<number | null>(owner`select kind_version from "order" where id = ${id}`);
  expect([await version(draft), await version(order)]).toEqual([null, 1]);
});

test("the day of the core's use goes with the use, and the core's word holds against a return", async () => {
  const { id } = await makeOrder({ state: "used" });
  const { id: other } = await makeOrder();
  await inRolledBack(async (sql) => {
    const day = async (of: string) => {
      const [row] = await sql`select core_used_on::text as day from "order" where id = ${of}`;
      return row?.day;
    };
    await sql`update "order" set core_used_on = '2026-01-02' where id = ${id}`;
    expect(await day(id)).toBe("2026-01-02");
    await sql`update "order" set state = 'issued', balance = value where id = ${id}`;
    expect(await day(id)).toBeNull();
    await sql`update "order" set state = 'blocked', state_before = 'delivered' where id = ${other}`;
    await sql`update "order" set core_said = 'used', core_used_on = '2026-01-02' where id = ${other}`;
    expect(await day(other)).toBe("2026-01-02");
    for (const state of ["issued", "delivered"])
      await expect(
        sql.savepoint((inner) => inner`update "order" set state = ${state} where id = ${other}`),
      ).rejects.toThrow(/against the core/);
    await sql`update "order" set core_said = 'annulled' where id = ${other}`;
    expect(await day(other)).toBeNull();
  });
});

test("with the last review an order becomes what the core sent meanwhile, and remembers a paper that was handed over", async () => {
  const ana = await makeCajaPerson("officer");
  const after = async (state: "issued" | "delivered", sent: string | null) => {
    const { id } = await makeOrder({ state });
    await owner`select block_order(${id}, ${ana.personId}, 'Se revisa', 'x')`;
    if (sent) await owner`update "order" set core_said = ${sent} where id = ${id}`;
    await owner`select release_hold(h.id, ${ana.personId}, 'x', 'x') from order_hold h where h.order_id = ${id}`;
    const [row] = await owner`select state, state_before, core_said, balance::int,
        (select count(*)::int from order_use where order_id = o.id) as uses,
        (select count(*)::int from audit_event where subject_id = o.id::text and channel = 'import') as events
      from "order" o where id = ${id}`;
    return row;
  };
  const whole = { state_before: null, core_said: null, balance: 480_000, uses: 0, events: 0 };
  expect(await after("issued", null)).toEqual({ ...whole, state: "issued" });
  expect(await after("delivered", null)).toEqual({ ...whole, state: "delivered" });
  expect(await after("issued", "annulled")).toEqual({ ...whole, state: "annulled", events: 1 });
  const handed = { ...whole, state_before: "delivered", events: 1 };
  expect(await after("delivered", "annulled")).toEqual({ ...handed, state: "annulled" });
  expect(await after("delivered", "used")).toEqual({ ...handed, state: "used", balance: 0, uses: 1 });
});

test("the ledger is checked when a balance leaves its value, returns to it, or an order comes with another one", async () => {
  const { order } = await setUp();
  await registerUse(await makeCounter(), { order, amount: 1_000 });
  await expect(owner`update "order" set balance = value where id = ${order}`).rejects.toThrow(
    /ledger differ/,
  );
  const { id } = await makeOrder();
  await expect(
    owner`insert into order_use (order_id, kind, amount, balance, key) values (${id}, 'use', 1, 1, gen_random_uuid())`,
  ).rejects.toThrow(/ledger differ/);
});
