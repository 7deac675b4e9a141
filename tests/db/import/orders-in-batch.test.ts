import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { makeCajaPerson, putInReview } from "@/tests/support/factories/own-order";
import { makeOrder, owner } from "@/tests/support/look-up-orders";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";
import { makeCounter, registerUse } from "@/tests/support/use-in-database";

const PRICE = 480_000;
const runOf = (sql: TransactionSql, state: string, changes: object = {}) =>
  firstValue<string>(
    sql`insert into import_run ${sql({
      ...{ subject: "orders", file_name: "x", sha256: "x", state, lines: 0, ...changes },
    })} returning id`,
  );

/** What a run writes of known orders, as its plan names them. */
async function batch(sql: TransactionSql) {
  const run = await runOf(sql, "running");
  const write = async (known: object[], fresh: object[] = []) =>
    (
      await sql`select inserted, changed from import_order_batch(${run}, ${sql.json(fresh as never)}, ${sql.json(known as never)})`
    )[0];
  const line = async (id: string, state: string, changes: object = {}) => {
    const [row] =
      await sql`select id, updated_at::text as version, state as state_was, value::int, valid_until::text
      from "order" where id = ${id}`;
    return { ...row, state, fields: ["ESTADO"], line: 1, data: {}, ...changes };
  };
  const change = async (id: string, state: string, changes: object = {}) =>
    (await write([await line(id, state, changes)]))?.changed;
  const facts = async (id: string) => {
    const [row] = await sql`select state, state_before, core_said, balance::int,
      array(select kind from order_use where order_id = o.id order by serial) as ledger,
      array(select action from audit_event where subject_id = o.id::text and channel = 'import' order by seq) as events
      from "order" o where id = ${id}`;
    return row;
  };
  return { run, write, line, change, facts };
}
const whole = { state_before: null, core_said: null, balance: PRICE, ledger: [], events: [] };

test("a batch voids, uses up and changes the orders it names, each with its event, and no other", async () => {
  const [voided, used, changed, other] = await Promise.all(Array.from({ length: 4 }, () => makeOrder()));
  const delivered = await makeOrder({ state: "delivered" });
  await inRolledBack(async (sql) => {
    const { change, facts } = await batch(sql);
    expect(await change(voided?.id ?? "", "annulled")).toBe(1);
    expect(await facts(voided?.id ?? "")).toEqual({
      ...whole,
      state: "annulled",
      events: ["order.annulled"],
    });
    expect(await change(used?.id ?? "", "used")).toBe(1);
    expect(await facts(used?.id ?? "")).toEqual({
      ...whole,
      ...{ state: "used", balance: 0, ledger: ["use"], events: ["order.used"] },
    });
    expect(await change(used?.id ?? "", "used", { data: { concept: "Otro" } })).toBe(1);
    expect(await facts(used?.id ?? "")).toMatchObject({
      ledger: ["use"],
      events: ["order.used", "order.changed"],
    });
    expect(await change(changed?.id ?? "", "issued", { data: { concept: "Otro" } })).toBe(1);
    expect(await facts(changed?.id ?? "")).toEqual({ ...whole, state: "issued", events: ["order.changed"] });
    expect(await facts(other?.id ?? "")).toEqual({ ...whole, state: "issued" });
    // What was in the affiliate's hand is so again.
    expect(await change(delivered.id, "annulled")).toBe(1);
    expect(await facts(delivered.id)).toMatchObject({ state: "annulled", state_before: "delivered" });
    expect(await change(delivered.id, "used")).toBe(1);
    expect(await facts(delivered.id)).toMatchObject({
      state: "used",
      state_before: "delivered",
      ledger: ["use"],
    });
    expect(await change(delivered.id, "issued")).toBe(1);
    expect(await facts(delivered.id)).toMatchObject({
      state: "delivered",
      state_before: null,
      ledger: ["use", "undo"],
      events: ["order.annulled", "order.used", "order.changed"],
    });
  });
});

test("the core takes back its own use and annulment as often as it says so, and nobody's else", async () => {
  const [mine, other] = [await makeOrder({ state: "used" }), await makeOrder({ state: "used" })];
  const [byProvider, byPerson] = [await makeOrder(), await makeOrder()];
  await registerUse(await makeCounter(), { order: byProvider.id });
  const { personId } = await makeCajaPerson("officer");
  await owner`select annul_order(${byPerson.id}, ${personId}, 'other', 'x', 'x')`;
  await inRolledBack(async (sql) => {
    const { change, facts } = await batch(sql);
    for (const state of ["issued", "used", "annulled", "used", "issued"]) {
      expect(await change(mine.id, state)).toBe(1);
      expect(await facts(mine.id)).toMatchObject({ state, balance: state === "used" ? 0 : PRICE });
    }
    expect((await facts(mine.id))?.ledger).toEqual(["use", "undo", "use", "undo", "use", "undo"]);
    expect(await facts(other.id)).toMatchObject({ state: "used", ledger: ["use"], events: [] });
    for (const { id } of [byProvider, byPerson]) expect(await change(id, "issued")).toBe(0);
  });
});

test("what changed since its plan, or was partly used, is left as it is", async () => {
  const [order, partly] = [await makeOrder(), await makeOrder()];
  await inRolledBack(async (sql) => {
    const { change, facts, write, line } = await batch(sql);
    const before = new Date("2026-01-01").toISOString();
    expect(await change(order.id, "annulled", { version: before })).toBe(0);
    expect(await change(order.id, "annulled", { state_was: "delivered" })).toBe(0);
    await sql`update "order" set balance = value - 1 where id = ${partly.id}`;
    expect(await change(partly.id, "annulled")).toBe(0);
    const both = [await line(order.id, "annulled"), await line(partly.id, "annulled")];
    expect(await write(both)).toEqual({ inserted: 0, changed: 1 });
    expect(await facts(partly.id)).toMatchObject({ state: "issued", balance: PRICE - 1, events: [] });
    await sql`update "order" set balance = value where id = ${partly.id}`;
  });
});

test("what the core says of an order in review is kept for its end, if it voids or uses up a whole one", async () => {
  const orders = await Promise.all(Array.from({ length: 4 }, () => makeOrder()));
  const [voided, used, back, stale] = orders.map(({ id }) => id) as [string, string, string, string];
  for (const { id } of orders) await putInReview(id);
  const open = await makeOrder();
  await inRolledBack(async (sql) => {
    const { change, facts } = await batch(sql);
    expect([
      await change(voided, "annulled"),
      await change(used, "used"),
      await change(back, "issued"),
    ]).toEqual([1, 1, 0]);
    expect(await change(stale, "annulled", { version: "2026-01-01" })).toBe(0);
    expect(await change(open.id, "annulled", { state_was: "blocked" })).toBe(0);
    const said = async (id: string) => {
      const row = await facts(id);
      return [row?.state, row?.core_said, row?.balance, row?.events];
    };
    expect(await said(voided)).toEqual(["blocked", "annulled", PRICE, ["order.changed"]]);
    expect(await said(used)).toEqual(["blocked", "used", PRICE, ["order.changed"]]);
    for (const id of [back, stale]) expect(await said(id)).toEqual(["blocked", null, PRICE, []]);
    await sql`update "order" set balance = value - 1 where id = ${stale}`;
    expect(await change(stale, "annulled")).toBe(0);
    await sql`update "order" set balance = value where id = ${stale}`;
  });
});

test("new orders come once, a used one with its entry, and nothing is written once the run is over", async () => {
  const model = await makeOrder();
  await inRolledBack(async (sql) => {
    const { run, write, facts } = await batch(sql);
    const fresh = async (state: string) => {
      const [row] = await sql<
        { data: object }[]
      >`select to_jsonb(o) as data from "order" o where id = ${model.id}`;
      const number = randomUUID().toUpperCase();
      return { ...row?.data, id: randomUUID(), number, number_key: number, state };
    };
    const [issued, used] = [await fresh("issued"), await fresh("used")];
    expect(await write([], [issued, used])).toEqual({ inserted: 2, changed: 0 });
    expect([await facts(issued.id), await facts(used.id)]).toMatchObject([
      { state: "issued", balance: PRICE, ledger: [] },
      { state: "used", balance: 0, ledger: ["use"] },
    ]);
    expect(await write([], [{ ...issued, id: randomUUID() }])).toEqual({ inserted: 0, changed: 0 });
    const [counts] = await sql`select inserted, changed from import_run where id = ${run}`;
    expect(counts).toEqual({ inserted: 2, changed: 0 });
    for (const state of ["cancelled", "failed", "previewed"]) {
      await sql`update import_run set state = ${state} where id = ${run}`;
      expect(await write([], [await fresh("issued")])).toBeUndefined();
    }
  });
});

test("a run is ended by its worker while it runs, as failed without a good line, and counts what it left", async () => {
  const worker = randomUUID();
  await inRolledBack(async (sql) => {
    const end = (id: string, by: string | null, refused = 1) =>
      firstValue<string>(sql`select end_import(${id}, ${by}, 10, 2, ${refused})`);
    const states = ["running", "import_queued", "previewed", "preview_queued", "finished", "cancelled"];
    for (const state of states) {
      const mine = await runOf(sql, state, { leased_by: worker, inserted: 3, changed: 1 });
      expect([state, await end(mine, randomUUID()), await end(mine, null)]).toEqual([state, "lost", "lost"]);
      const ends = states.indexOf(state) < 2;
      expect([state, await end(mine, worker)]).toEqual([state, ends ? "done" : "lost"]);
      const [row] = await sql`select state, repeated, leased_by from import_run where id = ${mine}`;
      expect(row).toMatchObject(
        ends ? { state: "finished", repeated: 3, leased_by: null } : { state, repeated: 0 },
      );
    }
    const [stranger, bad, most] = [
      await runOf(sql, "running"),
      await runOf(sql, "running"),
      await runOf(sql, "running", { inserted: 9 }),
    ];
    expect([await end(bad, null, 10), await end(most, null, 9)]).toEqual(["no_orders", "done"]);
    const rows =
      await sql`select state, failure, repeated from import_run where id in ${sql([stranger, bad, most])}
      order by state, inserted`;
    expect([...rows]).toEqual([
      { state: "failed", failure: "no_rows", repeated: 0 },
      { state: "finished", failure: null, repeated: 0 },
      { state: "running", failure: null, repeated: 0 },
    ]);
  });
});
