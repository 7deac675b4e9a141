import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "@/tests/support/new-database";
import { asOlderVersion, migrationsBefore } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-llegadas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations that came before an order that arrives annulled counted in no month. */
const earlier = () => migrationsBefore(folder, (tag) => tag.endsWith("_anuladas_al_llegar"));

test("earlier orders that a file brought already annulled count as annulled in no month any more, also where a person made them final", async () => {
  const url = await newDatabase(`llegadas_${process.pid}`);
  const owner = connect(url, null, 1);
  await asOlderVersion(owner);
  await applyMigrations(owner, earlier());
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO', 1, 30, 20000000, 1)`;
  const [officer] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
    values ('luis@caja.example', 'Luis', 'officer', 'x') returning id`;
  const arrive = (number: string, value: number, changed: string, nit: string | null = null) =>
    owner<
      { id: string }[]
    >`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, office, issued_on, valid_until, provider_nit,
        state, created_at, state_changed_at)
      values (gen_random_uuid(), 'AS', ${number}, ${number}, 'CC', 'x', 'x', 'x', ${value}, ${value}, '', 'Prado',
        '2025-03-02', '2025-04-02', ${nit}, 'annulled', '2026-11-05T12:00:00Z', ${changed}) returning id`;
  /** As a version of before left one that a person annulled once more, on that day. */
  const makeFinal = async (number: string, value: number, changed: string, core?: string) => {
    const [order] = await arrive(number, value, changed);
    const annulled = (at: string, channel: string, from: string) =>
      owner`insert into audit_event (at, action, subject_kind, subject_id, channel, detail)
        values (${at}, 'order.annulled', 'order', ${order?.id ?? ""}, ${channel}, ${owner.json({ from })})`;
    if (core) await annulled(core, "import", "issued");
    await annulled(changed, "web", "annulled");
    await owner`update "order" set voided_by = ${officer?.id ?? ""} where id = ${order?.id ?? ""}`;
  };
  await arrive("H1", 1_000, "2026-11-05T12:00:00Z", "900765432");
  await arrive("H2", 10_000, "2026-11-05T12:00:00Z");
  // In force when it came, and annulled by a later file.
  await arrive("H3", 100_000, "2026-11-09T12:00:00Z");
  await makeFinal("H4", 1_000_000, "2026-12-20T12:00:00Z");
  await makeFinal("H5", 10_000_000, "2026-12-20T12:00:00Z", "2026-11-12T12:00:00Z");
  const voided = () => owner`select day::text, kind_code, provider_nit, sum(orders)::int as orders,
      sum(amount)::int as amount from order_sum where figure = 'voided'
    group by 1, 2, 3 having sum(orders) <> 0 or sum(amount) <> 0 order by 1, 2, 3`;
  const [later, byCore] = [
    { day: "2026-11-09", kind_code: "AS", provider_nit: "", orders: 1, amount: 100_000 },
    { day: "2026-11-12", kind_code: "AS", provider_nit: "", orders: 1, amount: 10_000_000 },
  ];
  expect(await voided()).toEqual([
    { day: "2026-11-05", kind_code: "", provider_nit: "900765432", orders: 1, amount: 1_000 },
    { day: "2026-11-05", kind_code: "AS", provider_nit: "", orders: 2, amount: 11_000 },
    later,
    { day: "2026-12-20", kind_code: "AS", provider_nit: "", orders: 2, amount: 11_000_000 },
  ]);
  await migrateDatabase(url);
  expect(await voided()).toEqual([later, byCore]);
  await owner`update "order" set state = 'issued' where number = 'H2'`;
  expect(await voided()).toEqual([later, byCore]);
  await owner`select rebuild_order_sums()`;
  expect(await voided()).toEqual([later, byCore]);
  await owner.end();
});
