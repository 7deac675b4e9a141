import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { notifyOfRenewals } from "@/domain/notify/due-renewals";
import { openMessage } from "@/domain/notify/outbox";
import { changedTables, rowDigests } from "@/tests/support/changed-tables";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let processes: ReturnType<typeof connect>[];
let provider: string;
const links = { applications: () => "https://p.example/aplicaciones" };

beforeAll(async () => {
  const url = await separateDatabase("renovaciones");
  owner = connect(url, null, 1);
  processes = Array.from({ length: 5 }, () => connect(url, "app_jobs", 1));
  await owner`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city)
    values ('Caja', 'Caja', '890102044', '605 000 0000', 'de 7 a 5', 'a@caja.example', 'Calle 1', 'Barranquilla')
    on conflict do nothing`;
  await owner`insert into application (code, title, description, button_label, path, position, needs_agreement)
    values ('AVISO', 'OTRA', '', 'Abrir', '/ayuda', 90, true)`;
  await owner`insert into application_document (application_code, kind, name, required, renewal_days, position)
    values ('AVISO', 'chamber', 'Cámara de Comercio', true, 90, 1), ('AVISO', 'rut', 'RUT', true, 90, 2),
      ('AVISO', 'doc_catalogo', 'Catálogo', false, 90, 3)`;
  const [created] = await owner<
    { id: string }[]
  >`insert into provider (nit, check_digit, legal_name, municipality,
      address, phone, approved_at) values ('900111222', 0, 'Ferretería', '08001', 'Calle 1', '+576051234567', now())
    returning id`;
  provider = created?.id ?? "";
  const people = await owner<{ id: string }[]>`insert into person (email, name, disabled_at) values
    ('duena@tienda.example', 'Dueña', null), ('cajero@tienda.example', 'Cajero', null),
    ('antes@tienda.example', 'Antes', now()), ('retirada@tienda.example', 'Retirada', null) returning id`;
  for (const [at, role] of (["owner", "clerk", "owner", "owner"] as const).entries())
    await owner`insert into membership (person_id, provider_id, role, removed_at)
      values (${people[at]?.id ?? ""}, ${provider}, ${role}, ${at === 3 ? owner`now()` : null})`;
  await owner`insert into granted_application (provider_id, application_code) values (${provider}, 'AVISO')`;
  const [request] = await owner<{ id: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by)
    values ('SOL-1902-000001', ${provider}, 'AVISO', 'approved', ${people[0]?.id ?? ""}) returning id`;
  for (const kind of ["chamber", "rut", "doc_catalogo"])
    await owner`insert into request_document (request_id, kind, file_name, media_type, size, sha256, content)
      values (${request?.id ?? ""}, ${kind}, 'x.pdf', 'application/pdf', 1, 'x', 'x')`;
});
beforeEach(async () => {
  await owner`delete from mail`;
  await owner`delete from request where renews`;
  await owner`delete from agreement`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values ('CV-1', '900111222', 0, 'Ferretería', bogota_today() - 300, bogota_today() + 300)`;
});
afterAll(() => Promise.all([owner, ...processes].map((client) => client.end())));

/** All papers came so many days ago; each test takes days of its own, since the log keeps what was told. */
const age = (days: number, kind = "%") => owner`
  update request_document set uploaded_at = bogota_start(bogota_today() - ${days}::int) where kind like ${kind}`;
const tell = () => notifyOfRenewals(drizzle(processes[0] ?? owner), links);
async function queued() {
  const rows = await owner<{ event_key: string; content: Buffer }[]>`select event_key, content from mail`;
  return rows.map(({ event_key, content }) => openMessage(event_key, content));
}

test("the owners are told 30 days before the day, once, however many processes look, and of required documents alone", async () => {
  await age(60);
  expect(await tell()).toBe(0);
  await age(61);
  const counts = await Promise.all(processes.map((client) => notifyOfRenewals(drizzle(client), links)));
  expect(counts.filter((count) => count > 0)).toHaveLength(1);
  expect(await tell()).toBe(0);
  const mails = await queued();
  expect(mails.map(({ to }) => to)).toEqual(["duena@tienda.example"]);
  expect(mails[0]?.subject).toBe("Ferretería: hay documentos por renovar");
  expect(mails[0]?.text).toContain("- Cámara de Comercio, desde el ");
  expect(mails[0]?.text).toContain("- RUT, desde el ");
  expect(mails[0]?.text).not.toContain("Catálogo");
  expect(mails[0]?.text).toContain(links.applications());
  // The desk is told of nobody who has time left.
  expect(await owner`select * from count_renewals_due()`).toMatchObject([{ providers: 0, since: null }]);
});

/** Says in the log that of papers so many days past their day it was told at this distance, as it was then. */
async function insertNotice(past: number, stage: number): Promise<void> {
  await age(91 + past);
  await owner`select audit_append(p_action => 'provider.renewal_told', p_actor => null, p_subject_kind => 'provider',
    p_subject_id => ${provider}, p_detail => jsonb_build_object('application', 'AVISO', 'told', (
      select jsonb_agg(concat_ws(' ', k, bogota_today() - ${past}::int, ${stage}::int))
      from unnest(array['chamber', 'rut']) k)))`;
}

test.each([
  [-1, -30, 0],
  [0, -30, 1],
  [29, 0, 0],
  [30, 0, 1],
  [59, 30, 0],
  [60, 30, 1],
  [61, 60, 0],
  [400, 60, 0],
])(
  "%d days past its day, after it was told at %d, it is told of %d times more",
  async (past, stage, times) => {
    await insertNotice(past, stage);
    expect(await tell()).toBe(times);
    expect(await tell()).toBe(0);
    expect(await queued()).toHaveLength(times);
  },
);

test("what was told to another provider, of another application or of something else silences nobody", async () => {
  await age(500);
  const stranger = randomUUID();
  for (const [kind, subject, action, application] of [
    ["provider", stranger, "provider.renewal_told", "AVISO"],
    ["provider", provider, "provider.renewal_told", "OTRA"],
    ["provider", provider, "provider.other", "AVISO"],
    ["person", provider, "provider.renewal_told", "AVISO"],
  ] as const)
    await owner`select audit_append(p_action => ${action}, p_actor => null, p_subject_kind => ${kind},
      p_subject_id => ${subject}, p_detail => jsonb_build_object('application', ${application}::text, 'told', (
        select jsonb_agg(concat_ws(' ', k, bogota_today() - 409, stage))
        from unnest(array['chamber', 'rut']) k, unnest(renewal_notice_days()) stage)))`;
  expect(await tell()).toBe(1);
});

test("a second document that grows old is told of although the first was", async () => {
  await age(10, "rut");
  await age(200, "chamber");
  expect(await tell()).toBe(1);
  await age(92, "rut");
  expect(await tell()).toBe(1);
});

test("nobody is told while a renewal waits or came back, nor while there is no convenio in force", async () => {
  await age(300);
  for (const state of ["submitted", "returned"]) {
    await owner`delete from request where renews`;
    await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by, renews, reason)
      select 'SOL-1902-000002', provider_id, application_code, ${state}, submitted_by, true, 'x' from request`;
    expect(await tell()).toBe(0);
  }
  await owner`update request set state = 'rejected' where renews`;
  await owner`update agreement set ends_on = bogota_today() - 1`;
  expect(await tell()).toBe(0);
  expect(await owner`select * from count_renewals_due()`).toMatchObject([{ providers: 0, since: null }]);
  await owner`update agreement set ends_on = bogota_today()`;
  expect(await owner`select * from count_renewals_due()`).toMatchObject([{ providers: 1 }]);
  expect(await tell()).toBe(1);
});

test("it may run while a test compares rows", async () => {
  await age(127);
  const before = await rowDigests([], owner);
  expect(await tell()).toBe(1);
  expect(changedTables(before, await rowDigests([], owner))).toEqual([]);
});
