import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "@/tests/support/new-database";
import { asOlderVersion, migrationsBefore } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-devueltas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations that came before an order said whose value it gives back. */
const earlier = () => migrationsBefore(folder, (tag) => tag.endsWith("_orden_que_devuelve_valor"));

test("an earlier order that gives a value back is recognised by the log, and counts as issued no more", async () => {
  const url = await newDatabase(`devueltas_${process.pid}`);
  const owner = connect(url, null, 1);
  await asOlderVersion(owner);
  await applyMigrations(owner, earlier());
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO', 1, 30, 20000000, 1)`;
  const [provider] = await owner<{ id: string }[]>`
    insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
    values ('900765432', 0, 'Prueba S.A.S.', '08001', 'Calle 1', '+576051234567', now()) returning id`;
  const issue = async (number: string, value: number, replacedBy: string | null = null) => {
    const id = crypto.randomUUID();
    await owner`insert into "order" ${owner({
      ...{
        id,
        kind_code: "AS",
        number,
        number_key: number,
        affiliate_id_kind: "CC",
        affiliate_id_sealed: "x",
      },
      ...{
        affiliate_id_index: "x",
        affiliate_name_sealed: "x",
        value,
        balance: value,
        concept: "",
        office: "Prado",
      },
      ...{ issued_on: "2026-01-01", valid_until: "2026-12-31", provider_nit: "900765432" },
      ...{ state: replacedBy ? "replaced" : "issued", replaced_by: replacedBy },
    })}`;
    await owner`insert into audit_event (action, subject_kind, subject_id, channel, detail)
      values ('order.issued', 'order', ${id}, 'web', ${owner.json({ kind: "AS", number })})`;
    return id;
  };
  const replacement = await issue("H2", 420_000);
  const lost = await issue("H1", 480_000, replacement);
  const entry = { order_id: lost, amount: 60_000, provider_id: provider?.id ?? "" };
  const [used] = await owner<{ id: string }[]>`
    insert into order_use ${owner({ ...entry, kind: "use", balance: 420_000, key: crypto.randomUUID() })} returning id`;
  const use = used?.id ?? "";
  await owner`insert into order_use ${owner({ ...entry, kind: "undo", balance: 480_000, key: crypto.randomUUID(), undoes: use, reason: "x" })}`;
  const back = await issue("H3", 60_000);
  await owner`insert into audit_event (action, subject_kind, subject_id, channel, detail)
    values ('order.issued', 'order', ${back}, 'web', ${owner.json({ kind: "AS", number: "H3", gives_back: use, of: lost })})`;
  const issued = () =>
    owner`select kind_code, provider_nit, sum(orders)::int as orders, sum(amount)::int as amount
      from order_sum where figure = 'issued' group by 1, 2 order by 1`;
  const counted = (orders: number, amount: number) => [
    { kind_code: "", provider_nit: "900765432", orders, amount },
    { kind_code: "AS", provider_nit: "", orders, amount },
  ];
  expect(await issued()).toEqual(counted(2, 540_000));

  await migrateDatabase(url);

  expect(await owner`select number, gives_back from "order" where gives_back is not null`).toEqual([
    { number: "H3", gives_back: lost },
  ]);
  expect(await issued()).toEqual(counted(1, 480_000));
  await owner`select rebuild_order_sums()`;
  expect(await issued()).toEqual(counted(1, 480_000));
  await owner.end();
});
