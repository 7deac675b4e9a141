import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { parseDatabaseUrl, withDatabase } from "@/lib/database-url";
import { clusterUrl, newDatabase } from "@/tests/support/new-database";
import { asOlderVersion, migrationsBefore } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-facturas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations that came before the number of an invoice was compared with its hyphen. */
const earlier = () => migrationsBefore(folder, (tag) => tag.endsWith("_numeros_de_factura_con_su_guion"));

test("invoices of before are compared as one of their uses was typed, and no two become one", async () => {
  const url = await newDatabase(`facturas_${process.pid}`);
  const owner = connect(url, null, 1);
  await asOlderVersion(owner);
  await applyMigrations(owner, earlier());
  const [provider] = await owner<{ id: string }[]>`
    insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
    values ('900765432', 0, 'Prueba S.A.S.', '08001', 'Calle 1', '+576051234567', now()) returning id`;
  const [person] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
    values ('luis@caja.example', 'Luis', 'officer', 'x') returning id`;
  const superuser = connect(withDatabase(clusterUrl(), parseDatabaseUrl(url)?.database ?? ""), null, 1);
  await superuser`set session_replication_role = replica`; // the uses themselves are of no importance here
  const before = async (key: string, ...spellings: string[]) => {
    const cufe = Buffer.from(key.padEnd(48, "x")).toString("hex").slice(0, 96);
    await superuser`insert into invoice (provider_id, number_key, cufe) values (${provider?.id ?? ""}, ${key}, ${cufe})`;
    for (const invoice of spellings)
      await superuser`insert into settlement (use_id, state, invoice, cufe, changed_at, changed_by)
        values (gen_random_uuid(), 'invoiced', ${invoice}, ${cufe}, now(), ${person?.id ?? ""})`;
    return cufe;
  };
  const cufes = {
    "FE1-10": await before("FE110", "FE110", "fe1-0010"),
    "FE-2041": await before("FE2041", "FE2041"),
    "501234": await before("501234", "501234"),
    "50-77": await before("5077", "50-77"),
    // Without a use, from before keys lost their zeros, and twice.
    "SETT-9": await before("SETT9"),
    SETT0009: await before("SETT0009", "SETT-0009"),
    // Of letters that no key has.
    Ñ: await before("Ñ", "Ñ"),
    "FE-330": await before("FE330", "FE330"),
  };
  await superuser`update settlement set state = 'paid' where cufe = ${cufes["FE-330"]}`;
  await superuser.end();
  await migrateDatabase(url);
  const keys = async () =>
    Object.fromEntries(
      (await owner`select number_key as key, cufe from invoice`).map((row) => [row.key, row.cufe]),
    );
  expect(await keys()).toEqual(cufes);
  const [again] =
    await owner`select take_invoice(${provider?.id ?? ""}, 'SETT-9', ${cufes.SETT0009}, 5) as fault`;
  expect(again).toEqual({ fault: null });
  expect(await keys()).toEqual(cufes);
  // One that was paid, which nothing corrects any more, blocks no other one.
  const other = "b".repeat(96);
  const [told] = await owner`select take_invoice(${provider?.id ?? ""}, 'FE-330', ${other}, 5) as fault`;
  expect(told).toEqual({ fault: null });
  expect(await keys()).toEqual({ ...cufes, FE330: cufes["FE-330"], "FE-330": other });
  await owner.end();
});
