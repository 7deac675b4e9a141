import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "@/tests/support/new-database";
import { asOlderVersion, migrationsBefore } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-sumas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations that came before there were sums. */
const earlier = () => migrationsBefore(folder, (tag) => tag.endsWith("_sumas_de_liquidacion"));

test("the migration fills the settlement sums and what can be paid of invoices with earlier uses, net of reversals", async () => {
  const url = await newDatabase(`sumas_${process.pid}`);
  const owner = connect(url, null, 1);
  await asOlderVersion(owner);
  await applyMigrations(owner, earlier());
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO', 1, 30, 20000000, 1)`;
  const [provider] = await owner<{ id: string }[]>`
    insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
    values ('900765432', 0, 'Prueba S.A.S.', '08001', 'Calle 1', '+576051234567', now()) returning id`;
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name) values ('a@prueba.example', 'Ana') returning id`;
  if (!provider || !person) throw new Error("nobody made");
  const cufe = "a".repeat(96);
  await owner`insert into invoice (provider_id, number_key, cufe) values (${provider.id}, 'FE1', ${cufe})`;
  const use = async (number: string, at: string, state: "legalized" | "invoiced" | "undone" | null) => {
    const [order] = await owner<{ id: string }[]>`
      insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
        affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      values (gen_random_uuid(), 'AS', ${number}, ${number}, 'CC', 'x', 'x', 'x', 1000, ${state === "undone" ? 1000 : 0}, '',
        '2026-01-01', '2026-12-31', '', ${state === "undone" ? "delivered" : "used"}) returning id`;
    const entry = { order_id: order?.id ?? "", amount: 1_000, provider_id: provider.id, at };
    const [created] = await owner<{ id: string }[]>`
      insert into order_use ${owner({ ...entry, kind: "use", balance: 0, key: crypto.randomUUID() })} returning id`;
    const useId = created?.id ?? "";
    if (state === "undone")
      await owner`insert into order_use ${owner({ ...entry, kind: "undo", balance: 1_000, key: crypto.randomUUID(), undoes: useId, reason: "x" })}`;
    if (state === "legalized")
      await owner`insert into settlement (use_id, state, changed_at, changed_by)
        values (${useId}, 'legalized', now(), ${person.id})`;
    if (state === "invoiced")
      await owner`insert into settlement (use_id, state, invoice, cufe, changed_at, changed_by)
        values (${useId}, 'invoiced', 'FE-1', ${cufe}, now(), ${person.id})`;
  };
  await use("1", "2026-03-02 04:59:59Z", null); // in Bogotá the first of March
  await use("2", "2026-03-02 05:00:00Z", null);
  await use("3", "2026-03-02 15:00:00Z", null);
  await use("4", "2026-03-02 16:00:00Z", "legalized");
  await use("5", "2026-03-02 17:00:00Z", "undone");
  await use("6", "2026-03-02 18:00:00Z", "invoiced");
  await use("7", "2026-03-02 19:00:00Z", "invoiced");
  await migrateDatabase(url);
  const rows = await owner`
    select day::text, state, uses, amount::int from settlement_sum order by day, state`;
  expect([...rows]).toEqual([
    { day: "2026-03-01", state: "open", uses: 1, amount: 1_000 },
    { day: "2026-03-02", state: "invoiced", uses: 2, amount: 2_000 },
    { day: "2026-03-02", state: "legalized", uses: 1, amount: 1_000 },
    { day: "2026-03-02", state: "open", uses: 2, amount: 2_000 },
  ]);
  const [invoice] = await owner`
    select payable_uses as uses, payable_amount::int as amount, payable_from as first, payable_to as last from invoice`;
  expect(invoice).toEqual({
    uses: 2,
    amount: 2_000,
    first: new Date("2026-03-02 18:00:00Z"),
    last: new Date("2026-03-02 19:00:00Z"),
  });
  await owner.end();
});
