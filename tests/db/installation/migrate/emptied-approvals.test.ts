import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "@/tests/support/new-database";
import { asOlderVersion, migrationsBefore } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-aprobaciones-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations that came before approvals that were emptied with another one standing were given back. */
const earlier = () => migrationsBefore(folder, (tag) => tag.endsWith("_aprobaciones_que_se_vaciaron"));

type Standing = { approved?: string; requests?: { decided: string; state?: string; renews?: boolean }[] };

test("a company whose approval was emptied while another request of its stood approved is approved again", async () => {
  const url = await newDatabase(`aprobaciones_${process.pid}`);
  const owner = connect(url, null, 1);
  await asOlderVersion(owner);
  await applyMigrations(owner, earlier());
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name) values ('a@prueba.example', 'Ana') returning id`;
  const by = person?.id ?? "";
  const make = async (name: string, nit: string, { approved, requests = [] }: Standing) => {
    const [created] = await owner<{ id: string }[]>`
      insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
      values (${nit}, 0, ${name}, '08001', 'Calle 1', '+576051234567', ${approved ?? null}) returning id`;
    for (const { decided, state = "approved", renews = false } of requests) {
      const code = `A${randomUUID().slice(0, 8).toUpperCase()}`;
      await owner`insert into application (code, title, description, button_label, path, position)
    values (${code}, 'OTRA', 'Otra.', 'Abrir', '/ayuda', 90)`;
      await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by, decided_at,
          decided_by, reason, renews)
        values (${randomUUID()}, ${created?.id ?? ""}, ${code}, ${state}, ${by}, ${decided}, ${by}, 'x', ${renews})`;
    }
  };
  const [one, two, three] = ["2026-10-01", "2026-10-02", "2026-10-03"].map((decided) => ({ decided }));
  if (!one || !two || !three) throw new Error("no days");
  await make("Vaciada", "900000001", { requests: [three, two, { ...one, renews: true }] });
  await make("Rechazada", "900000002", { requests: [{ ...one, state: "rejected" }] });
  await make("Solo renovación", "900000003", { requests: [{ ...one, renews: true }] });
  await make("Aprobada", "900000004", { approved: "2026-10-03", requests: [one] });
  await make("De otra", "900000005", { requests: [one] });
  await make("La otra", "900000005", { approved: "2026-10-02", requests: [two] });
  await make("Segunda", "900000006", { requests: [two] });
  await make("Primera", "900000006", { requests: [one] });

  await migrateDatabase(url);

  expect(
    await owner`select legal_name, (approved_at at time zone 'UTC')::date::text as day from provider
      where approved_at is not null order by legal_name`,
  ).toEqual([
    { legal_name: "Aprobada", day: "2026-10-03" },
    { legal_name: "La otra", day: "2026-10-02" },
    { legal_name: "Primera", day: "2026-10-01" },
    { legal_name: "Vaciada", day: "2026-10-02" },
  ]);
  await owner.end();
});
