import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { quoted } from "@/db/prepare-roles";
import { databaseName, roleName } from "@/db/roles";
import { newDatabase } from "@/tests/support/new-database";
import { installVersion0036 } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-legalizadas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("who legalised a use is known before, while and after the tables are migrated, when processes of the version before write", async () => {
  const url = await newDatabase(`legalizadas_${process.pid}`);
  await installVersion0036(url, folder);
  const owner = connect(url, null, 1);
  await owner.unsafe(`set role ${quoted(roleName("app_owner", databaseName(url)))}`);
  const someone = async (email: string) => {
    const [created] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
      values (${email}, ${email}, 'administrator', 'x') returning id`;
    return created?.id ?? "";
  };
  const [ana, bea] = [await someone("ana@caja.example"), await someone("bea@caja.example")];
  const [provider] = await owner<{ id: string }[]>`
    insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
    values ('900765432', 0, 'Prueba S.A.S.', '08001', 'Calle 1', '+576051234567', now()) returning id`;
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO', 1, 30, 20000000, 1) on conflict do nothing`;
  const use = (number: string) =>
    owner.begin(async (sql) => {
      const [order] = await sql<{ id: string }[]>`
        insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
          affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
        values (gen_random_uuid(), 'AS', ${number}, ${number}, 'CC', 'x', 'x', 'x', 1000, 0, '', '2026-01-01',
          '2026-12-31', '', 'used') returning id`;
      const [created] = await sql<{ id: string }[]>`
        insert into order_use (order_id, kind, amount, balance, key, provider_id)
        values (${order?.id ?? ""}, 'use', 1000, 0, gen_random_uuid(), ${provider?.id ?? ""}) returning id`;
      return created?.id ?? "";
    });
  const uses = [await use("A1"), await use("A2"), await use("A3"), await use("A4")] as const;
  /** As the version of migration 0036 calls it. */
  const settle = async (actor: string, of: string, to: string) => {
    const invoice = to === "invoiced" ? ["FE-1", "a".repeat(96)] : [null, null];
    const [row] = await owner`select settle_uses(${actor}, ${provider?.id ?? ""}, array[${of}]::uuid[], ${to},
      ${invoice[0] ?? null}, ${invoice[1] ?? null}, ${to === "objected" ? "x" : null}, '[]', 'x') as outcome`;
    expect(row).toEqual({ outcome: "done" });
  };
  const legalizers = async () => {
    const rows = await owner<
      { use_id: string; legalized_by: string }[]
    >`select use_id, legalized_by from settlement`;
    const of = new Map(rows.map((row) => [row.use_id, row.legalized_by]));
    return uses.map((each) => of.get(each));
  };
  const [legalized, invoiced, again, meanwhile] = uses;
  await settle(ana, legalized, "legalized");
  await settle(ana, invoiced, "legalized");
  await settle(bea, invoiced, "invoiced");
  await settle(ana, again, "legalized");
  await settle(ana, again, "objected");

  await applyMigrations(owner, "db/migrations");
  await settle(bea, again, "legalized");
  await settle(bea, meanwhile, "legalized");
  expect(await legalizers()).toEqual([ana, ana, bea, bea]);

  await migrateDatabase(url);
  await settle(bea, legalized, "invoiced");
  expect(await legalizers()).toEqual([ana, ana, bea, bea]);
  await owner.end();
});
