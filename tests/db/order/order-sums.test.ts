import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { importOrderFile } from "@/domain/import/import-orders";
import { mergeSums } from "@/domain/settlement/merge-sums";
import { makeMember, makeProvider } from "@/tests/support/factories/account";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { makeCajaPerson, makeKind } from "@/tests/support/factories/own-order";
import { owner, someDigits } from "@/tests/support/look-up-orders";
import { seeded } from "@/tests/support/seeded";

const jobs = connect(process.env.DATABASE_URL ?? "", "app_jobs", 2);
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-sumas-"));
afterAll(async () => {
  await Promise.all([owner.end(), jobs.end()]);
  rmSync(folder, { recursive: true, force: true });
});

/** What orders and ledger add up to, read from their rows alone. */
const ledger = (kinds: string[]) => owner`
  select day::text, figure, kind_code, office, nit, count(*)::int as orders, sum(amount)::int as amount from (
    select o.issued_on as day, 'issued' as figure, o.kind_code, o.office, o.provider_nit as nit, o.value as amount
    from "order" o where o.number_key is not null
      and o.id not in (select b.replaced_by from "order" b where b.state = 'replaced')
      and o.id not in (select d.order_id from order_deed d where d.deed = 'give_back')
    union all
    select o.valid_until, 'left', o.kind_code, o.office, o.provider_nit, o.balance from "order" o
    where o.state in ('issued', 'delivered')
    union all
    select (o.state_changed_at at time zone 'America/Bogota')::date, 'voided', o.kind_code, o.office, o.provider_nit,
      o.balance from "order" o where o.state = 'annulled' and o.number_key is not null
      and (o.state_changed_at <> o.created_at or to_char(bogota_day(o.created_at), 'YYYYMM') = to_char(o.issued_on, 'YYYYMM'))
    union all
    select (u.at at time zone 'America/Bogota')::date, 'used', o.kind_code, o.office, null, u.amount
    from order_use u join "order" o on o.id = u.order_id
    where u.kind = 'use' and u.provider_id is not null and u.id not in (
      select b.undoes from order_use b where b.undoes is not null)
  ) each where kind_code = any (${kinds}) group by 1, 2, 3, 4, 5`;

type Row = { orders: number; amount: number } & Record<string, unknown>;

/** The rows added up by the named columns, so that lists of different grain compare. */
function added(rows: readonly Row[], by: readonly string[]): Record<string, [number, number]> {
  const sums: Record<string, [number, number]> = {};
  for (const row of rows) {
    const key = by.map((column) => row[column]).join(" ");
    const [orders, amount] = sums[key] ?? [0, 0];
    sums[key] = [orders + row.orders, amount + Number(row.amount)];
  }
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, [orders, amount]]) => orders !== 0 || amount !== 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

async function expectSame(kinds: string[], nits: string[], what: string): Promise<void> {
  const rows = (await ledger(kinds)) as unknown as Row[];
  const [places, providers] = await Promise.all([
    owner`select day::text, figure, kind_code, office, orders, amount::int from order_sum where kind_code = any (${kinds})`,
    owner`select day::text, figure, provider_nit as nit, orders, amount::int from order_sum
      where provider_nit = any (${nits})`,
  ]);
  const place = ["day", "figure", "kind_code", "office"];
  expect(added(places as unknown as Row[], place), what).toEqual(added(rows, place));
  const own = rows.filter(({ nit }) => nits.includes(String(nit)));
  const provider = ["day", "figure", "nit"];
  expect(added(providers as unknown as Row[], provider), what).toEqual(added(own, provider));
}

test("the sums equal orders and ledger after partial uses, undos, extensions, replacements, values given back, reviews and imports", async () => {
  const seed = Number(process.env.SEED ?? 20261129);
  const draw = seeded(seed);
  const kinds = await Promise.all([makeKind({ partialUse: true }), makeKind({ partialUse: true })]);
  const official = (await makeCajaPerson("administrator")).personId;
  const shop = await makeProvider({ approved: true });
  const clerk = (await makeMember(shop, "owner")).personId;
  const nits = [someDigits(9), someDigits(9)];
  const [today] = await owner<{ day: string }[]>`select bogota_today()::text as day`;
  const day = (days: number) =>
    new Date(Date.parse(`${today?.day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const some = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
  const orders: string[] = [];
  const serial = Number(someDigits(6)) * 1_000;
  const files: string[] = [];

  const issue = async (days = draw(40) - 5) => {
    const id = randomUUID();
    const number = someDigits(12);
    const value = 1_000 * (1 + draw(90));
    await owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, provider_nit, office, state)
      values (${id}, ${some(kinds)}, ${number}, ${number}, 'CC', 'x', 'x', 'x', ${value}, ${value}, '', ${day(-draw(60))},
        ${day(days)}, ${some([null, null, ...nits])}, ${some(["Prado", "Soledad"])}, 'issued')`;
    orders.push(id);
    return id;
  };
  const use = (order: string) =>
    owner.begin(async (sql) => {
      const [found] = await sql<{ balance: number; state: string }[]>`
        select balance::int, state from "order" where id = ${order} for no key update`;
      if (!found || !["issued", "delivered"].includes(found.state)) return;
      const amount = some([found.balance, Math.ceil(found.balance / 2)]);
      const balance = found.balance - amount;
      await sql`insert into order_use (order_id, kind, amount, balance, provider_id, person_id, key, at)
        values (${order}, 'use', ${amount}, ${balance}, ${shop}, ${clerk}, ${randomUUID()}, now() - make_interval(days => ${draw(40)}))`;
      await sql`update "order" set balance = ${balance}, updated_at = clock_timestamp(),
        state = ${balance === 0 ? "used" : found.state} where id = ${order}`;
    });
  const undo = (order: string) =>
    owner.begin(async (sql) => {
      await sql`select from "order" where id = ${order} for no key update`;
      const [entry] = await sql<{ id: string; amount: number }[]>`
        select u.id, u.amount::int from order_use u where u.order_id = ${order} and u.kind = 'use'
          and not exists (select from order_use b where b.undoes = u.id) limit 1`;
      if (!entry) return;
      const [left] = await sql<{ balance: number }[]>`
        update "order" set balance = balance + ${entry.amount}, updated_at = clock_timestamp(),
          state = case when state = 'used' then 'delivered' else state end where id = ${order} returning balance::int`;
      await sql`insert into order_use (order_id, kind, amount, balance, provider_id, person_id, key, undoes, reason)
        values (${order}, 'undo', ${entry.amount}, ${left?.balance ?? 0}, ${shop}, ${clerk}, ${randomUUID()}, ${entry.id}, 'x')`;
    });
  const extend = async (order: string) => {
    const [row] = await owner<
      { was: string }[]
    >`select valid_until::text as was from "order" where id = ${order}`;
    await owner`select extend_order(${order}, ${official}, ${row?.was ?? ""}, ${day(1 + draw(29))}, 'Una prueba', 'x')`;
  };
  const replace = async (order: string) => {
    const id = randomUUID();
    const [row] = await owner<{ version: string }[]>`
      select caja_version(updated_at) as version from "order" where id = ${order}`;
    const [done] = await owner<{ outcome: string }[]>`select replace_order(${order}, ${id}, ${official},
      ${row?.version ?? ""}, 'x', 'x', 'Se perdió el papel', 'x') as outcome`;
    if (done?.outcome === "done") orders.push(id);
  };
  /** The caja takes a use of a replaced order back, whose value goes to a new order. */
  const giveBack = async (order: string) => {
    const [used] = await owner<{ id: string }[]>`
      select u.id from order_use u join "order" o on o.id = u.order_id
      where o.id = ${order} and o.state = 'replaced' and u.kind = 'use' and u.provider_id is not null
        and not exists (select from order_use b where b.undoes = u.id) limit 1`;
    if (!used) return;
    await owner`select ask_undo(${used.id}, ${clerk}, ${shop}, 'Una prueba', 'x')`;
    const id = randomUUID();
    const [done] = await owner<{ outcome: string }[]>`
      select decide_undo(r.id, ${official}, true, 'Una prueba', '[]', 'x', ${id}, 'x', 'x') as outcome
      from undo_request r where r.use_id = ${used.id} and r.decided_at is null`;
    if (done?.outcome === "done") orders.push(id);
  };
  const load = async () => {
    const file = path.join(folder, `${randomUUID()}.csv`);
    const line = () =>
      orderCells(serial + draw(12), {
        TIPODCTO: kinds[0],
        VALOR: String(1_000 * (1 + draw(90))),
        SEDE: some(["Prado", "Soledad"]),
        NIT_PROVEEDOR: "",
        FECHA: "01/11/2026",
        VENCE: some(["15/11/2026", "30/11/2026"]),
        ESTADO: some(["VIGENTE", "VIGENTE", "UTILIZADA", "ANULADA"]),
      });
    const lines = [line(), line(), line()].filter(
      (cells, at, all) => all.findIndex(({ NRODCTO }) => NRODCTO === cells.NRODCTO) === at,
    );
    writeFileSync(file, orderFile(lines));
    const { inserted } = await importOrderFile(drizzle(jobs), file);
    if (inserted > 0) files.push(file);
  };
  const annul = (order: string) =>
    owner`select annul_order(${order}, ${official}, 'error', 'Una prueba', 'x')`;
  const block = (order: string) => owner`select block_order(${order}, ${official}, 'Una prueba', 'x')`;
  const acts: (() => PromiseLike<unknown>)[] = [
    () => issue(),
    () => use(some(orders)),
    () => use(some(orders)),
    () => undo(some(orders)),
    () => extend(some(orders)),
    () => replace(some(orders)),
    () => giveBack(some(orders)),
    () => annul(some(orders)),
    () => block(some(orders)),
    async () => void (await owner`select unblock_order(${some(orders)}, ${official}, 'Una prueba', 'x')`),
    async () => void (await owner`select deliver_order(${some(orders)}, ${official}, 'x')`),
    load,
    async () => void (await call(jobsDatabase(), "merge_order_sums", { limit: 1 + draw(3) })),
    async () => void (await owner`select rebuild_order_sums()`),
  ];
  for (let issued = 0; issued < 12; issued++) await issue();
  for (let round = 0; round < 40; round++) {
    const done = await Promise.allSettled(Array.from({ length: 4 }, () => some(acts)()));
    // Two that meet at one order may be refused; what counts is that the sums follow.
    expect(done.filter(({ status }) => status === "rejected").length, `round ${round}`).toBeLessThan(3);
    await expectSame(kinds, nits, `seed ${seed}, round ${round}`);
  }
  // One of each by itself, since chance may have left an end out.
  await annul(await issue(20));
  await block(await issue(20));
  await replace(await issue(20));
  const usedUp = await issue(20);
  for (let part = 0; part < 20; part++) await use(usedUp);
  const lost = await issue(20);
  await use(lost);
  await replace(lost);
  await giveBack(lost);
  await load();
  await expectSame(kinds, nits, `seed ${seed}, one of each`);
  const states = await owner<{ state: string }[]>`
    select distinct state from "order" where kind_code = any (${kinds}) order by state`;
  expect(states.map(({ state }) => state)).toEqual(
    expect.arrayContaining(["annulled", "blocked", "replaced", "used"]),
  );
  expect(files.length).toBeGreaterThan(0);

  // The report's months add up the same orders; both of its days are whole ones of Bogotá.
  const [from, to] = [day(-70), day(-1)];
  const rows = ((await ledger(kinds)) as unknown as Row[]).filter(
    (row) => String(row.day) >= from && String(row.day) <= to,
  );
  const report = await owner`select * from orders_by_kind(${from}, ${to}) where kind_code = any (${kinds})`;
  for (const [figure, column] of Object.entries({
    issued: "issued",
    left: "expired",
    used: "used",
    voided: "voided",
  })) {
    const expected = added(
      rows.filter((row) => row.figure === figure),
      ["kind_code", "office"],
    );
    const shown = report.map((row) => ({
      ...row,
      orders: row[column] as number,
      amount: Number(row[`${column}_amount`]),
    }));
    expect(added(shown, ["kind_code", "office"]), figure).toEqual(expected);
  }

  await mergeSums(jobsDatabase());
  await expectSame(kinds, nits, "merged");
  const [fresh] = await owner<{ count: number }[]>`
    select count(*)::int as count from order_sum where kind_code = any (${kinds}) and not merged`;
  expect(fresh?.count).toBe(0);
});
