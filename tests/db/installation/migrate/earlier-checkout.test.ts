import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "@/tests/support/new-database";
import { migrationsBefore } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-de-antes-"));
let url: string;
let owner: postgres.Sql;

beforeAll(async () => {
  url = await newDatabase(`de_antes_${process.pid}`);
  await migrateDatabase(url);
  owner = connect(url, null, 1);
});
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true, force: true });
});

/** All functions, rights, triggers and what is noted of them. */
const present =
  () => owner`select (select md5(string_agg(p.oid || prosrc || proacl::text, '' order by p.oid)) from pg_proc p
    where pronamespace = 'public'::regnamespace) as functions,
  (select md5(string_agg(oid || tgname, '' order by oid)) from pg_trigger) as triggers,
  (select md5(string_agg(key || value, '' order by key)) from installation) as noted`;

test("a checkout whose newest migration the database is beyond is refused in one line, and changes nothing", async () => {
  const earlier = path.join(folder, "anterior");
  mkdirSync(path.join(earlier, "db"), { recursive: true });
  cpSync("db/functions", path.join(earlier, "db/functions"), { recursive: true });
  rmSync(path.join(earlier, "db/functions/order_sum.sql"));
  const names: string[] = [];
  migrationsBefore(path.join(earlier, "db/migrations"), (tag) => names.push(tag) > 90);
  const before = await present();
  await expect(migrateDatabase(url, earlier)).rejects.toThrow(
    /^La base de datos es de una versión más nueva[^\n]*$/,
  );
  expect(await present()).toEqual(before);
});

test("a sum whose trigger an earlier checkout took away is made anew from the rows", async () => {
  const [kind] = await owner<{ code: string }[]>`select min(code) as code from order_kind`;
  const triggers = await owner<{ name: string; table: string }[]>`
    select tgname::text as name, tgrelid::regclass::text as table from pg_trigger
    where not tgisinternal and (tgname like '%_summed%' or tgname like 'settlement_%_payable')`;
  expect(triggers).toHaveLength(8);
  const cufe = "a".repeat(96);
  const [provider] = await owner<{ id: string }[]>`
    insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
    values ('900765432', 0, 'Prueba S.A.S.', '08001', 'Calle 1', '+576051234567', now()) returning id`;
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name) values ('a@prueba.example', 'Ana') returning id`;
  await owner`insert into invoice (provider_id, number_key, cufe) values (${provider?.id ?? ""}, 'FE-1', ${cufe})`;
  const addUsed = (number: string) =>
    owner.begin(async (sql) => {
      const [order] = await sql<{ id: string }[]>`
      insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
        affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      values (gen_random_uuid(), ${kind?.code ?? ""}, ${number}, ${number}, 'CC', 'x', 'x', 'x', 1000, 0, '',
        '2026-01-01', '2026-12-31', '', 'used') returning id`;
      const [use] = await sql<{ id: string }[]>`
      insert into order_use (order_id, kind, amount, balance, key, provider_id, at)
      values (${order?.id ?? ""}, 'use', 1000, 0, gen_random_uuid(), ${provider?.id ?? ""}, '2026-03-02 15:00Z')
      returning id`;
      await sql`insert into settlement (use_id, state, invoice, cufe, changed_at, changed_by)
      values (${use?.id ?? ""}, 'invoiced', 'FE-1', ${cufe}, now(), ${person?.id ?? ""})`;
    });
  const sums = async () => ({
    orders:
      await owner`select figure, kind_code, sum(orders)::int as orders, sum(amount)::int as amount from order_sum
      group by 1, 2 order by 1, 2`,
    uses: await owner`select state, sum(uses)::int as uses, sum(amount)::int as amount from settlement_sum
      group by 1 having sum(uses) <> 0`,
    invoices: await owner`select payable_uses as uses, payable_amount::int as amount from invoice`,
  });
  await addUsed("A1");
  const one = await sums();
  expect(one.uses).toEqual([{ state: "invoiced", uses: 1, amount: 1_000 }]);
  expect(one.invoices).toEqual([{ uses: 1, amount: 1_000 }]);
  for (const { name, table } of triggers) await owner.unsafe(`drop trigger ${name} on ${table}`);
  await owner`update installation set value = 'another' where key = 'functions_known'`;
  await addUsed("A2");
  expect(await sums()).toEqual(one);
  await migrateDatabase(url);
  const two = await sums();
  const twice = (rows: readonly Record<string, unknown>[]) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? 2 * value : value]),
      ),
    );
  expect([...two.orders]).toEqual(twice(one.orders));
  expect([...two.uses]).toEqual(twice(one.uses));
  expect([...two.invoices]).toEqual(twice(one.invoices));
});
