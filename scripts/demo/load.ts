import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { openDrizzle } from "@/db/failure";
import { importAgreementFile } from "@/domain/agreement/import-agreements";
import { sealTotpSecret } from "@/domain/factor/secret";
import { importOrderFile } from "@/domain/import/import-orders";
import { hashPassword } from "@/lib/crypto/password";
import { newTotpSecret } from "@/lib/crypto/totp";
import { bogotaDay } from "@/model/calendar";
import { nitCheckDigit } from "@/model/identity/nit";
import { demoAccounts, demoOfficials, demoOfTwo, demoProviders } from "./accounts";
import { loadActivity } from "./activity";
import { expanded } from "./expanded-file";
import { loadOwnOrders } from "./own-orders";

const LOADING = "loading";

/**
 * Whether an earlier load was interrupted: then the database holds a part of the demonstration and nobody's
 * own data.
 */
export async function isDemoTruncated(url: string): Promise<boolean> {
  const owner = connect(url, null, 1);
  try {
    const [tables] = await owner<
      { there: boolean }[]
    >`select to_regclass('public.installation') is not null as there`;
    if (!tables?.there) return false;
    const [row] = await owner<{ cut: boolean }[]>`
      select coalesce((select value = ${LOADING} from installation where key = 'demo'),
        exists (select from person)) as cut`;
    return row?.cut ?? false;
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/**
 * Loads the demonstration: people and providers once, orders and convenios again on each new day, so that
 * their dates stay relative to today.
 * @param url a login that owns the tables
 * @param activity whether the caja's desk is filled too, and a month of history, as whoever looks around wants it
 */
export async function loadDemo(url: string, { activity = false } = {}): Promise<void> {
  const owner = connect(url, null, 1);
  try {
    const today = bogotaDay(new Date());
    const [loaded] = await owner<{ value: string }[]>`select value from installation where key = 'demo'`;
    if (loaded?.value === today) {
      if (activity) await loadActivity(url, owner, today);
      return;
    }
    if (!loaded) {
      await owner`insert into installation (key, value) values ('demo', ${LOADING})`;
      await loadPeople(owner);
    }
    await loadFiles(url, today);
    await loadOwnOrders(url, owner, today);
    if (activity) await loadActivity(url, owner, today);
    await owner`insert into installation (key, value) values ('demo', ${today})
      on conflict (key) do update set value = excluded.value`;
  } finally {
    await owner.end({ timeout: 5 });
  }
}

async function loadPeople(owner: postgres.Sql): Promise<void> {
  const passwordHash = await hashPassword(demoAccounts[0].password);
  await owner.begin(async (transaction) => {
    await transaction`update caja_profile set name = 'Caja de Compensación Demo', short_name = 'Caja Demo',
      legal_name = 'Caja de Compensación Familiar Demo', nit = '890000000', phone = '605 000 0000',
      hours = 'de lunes a viernes, de 7 a. m. a 5 p. m.', email = 'atencion@caja.example',
      address = 'Carrera 46 # 53-34', city = 'Barranquilla'`;
    const persons = new Map<string, string>();
    for (const { email, name } of demoAccounts) {
      const role = demoOfficials.find((official) => official.email === email)?.role ?? null;
      const [person] = await transaction<{ id: string }[]>`
        insert into person (email, name, caja_role, password_hash, password_changed_at)
        values (${email}, ${name}, ${role}, ${passwordHash}, now()) returning id`;
      if (person) persons.set(email, person.id);
      if (person && role) await enrolTotp(transaction, person.id);
    }
    const administrator = persons.get("administrador@caja.example") ?? null;
    for (const [index, provider] of demoProviders.entries()) {
      await loadProvider(transaction, provider, persons, administrator, index + 1);
    }
  });
}

/** An application for a person of the caja; the demonstration shows its code where it asks for it. */
async function enrolTotp(transaction: postgres.TransactionSql, personId: string): Promise<void> {
  const factor = randomUUID();
  await transaction`insert into factor (id, person_id, kind, secret, confirmed_at)
    values (${factor}, ${personId}, 'totp', ${sealTotpSecret(factor, newTotpSecret())}, now())`;
}

async function loadProvider(
  transaction: postgres.TransactionSql,
  provider: (typeof demoProviders)[number],
  persons: Map<string, string>,
  administrator: string | null,
  serial: number,
): Promise<void> {
  const { nit, legalName, address, phone, approved } = provider;
  const owner = persons.get(provider.owner) ?? null;
  const [created] = await transaction<{ id: string }[]>`
    insert into provider (nit, check_digit, legal_name, municipality, address, phone, created_at, approved_at)
    values (${nit}, ${nitCheckDigit(nit)}, ${legalName}, '08001', ${address}, ${phone}, now() - interval '40 days',
      ${approved ? transaction`now() - interval '38 days'` : null}) returning id`;
  const id = created?.id ?? null;
  for (const [email, role] of [
    [provider.owner, "owner"],
    [provider.clerk, "clerk"],
    ...(demoOfTwo.nits.includes(nit) ? ([[demoOfTwo.email, "clerk"]] as const) : []),
  ] as const) {
    await transaction`insert into membership (person_id, provider_id, role, created_at)
      values (${persons.get(email) ?? null}, ${id}, ${role}, now() - interval '40 days' + ${serial} * interval '1 minute')`;
  }
  if (!approved) return;
  await transaction`insert into granted_application (provider_id, application_code) values (${id}, 'CONVENIOS')`;
  const year = bogotaDay(new Date()).slice(0, 4);
  const [request] = await transaction<{ id: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by, submitted_at, decided_by, decided_at)
    values (${`SOL-${year}-${String(serial).padStart(6, "0")}`}, ${id}, 'CONVENIOS', 'approved', ${owner},
      now() - interval '39 days', ${administrator}, now() - interval '38 days') returning id`;
  await transaction`insert into request_event (request_id, kind, at, actor_id) values
    (${request?.id ?? null}, 'submitted', now() - interval '39 days', ${owner}),
    (${request?.id ?? null}, 'approved', now() - interval '38 days', ${administrator})`;
  await transaction`insert into filing_counter (year, last) values (${Number(year)}, ${serial})
    on conflict (year) do update set last = greatest(filing_counter.last, excluded.last)`;
}

async function loadFiles(url: string, today: string): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-demo-"));
  const client = connect(url, "app_jobs", 1);
  const db = openDrizzle(client);
  try {
    await importAgreementFile(db, expanded("convenios.csv", folder, today));
    await importOrderFile(db, expanded("ordenes.csv", folder, today), { applyChanges: true });
  } finally {
    await client.end({ timeout: 5 });
    rmSync(folder, { recursive: true, force: true });
  }
}
