import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { migrateDatabase } from "@/db/migrate";
import { sendDeskNotices } from "@/domain/notify/desk-notices";
import { openMessage } from "@/domain/notify/outbox";
import { withDatabase } from "@/lib/database-url";
import { env } from "@/lib/env";
import type { CajaRole } from "@/model/access";
import { newDatabase } from "@/tests/support/new-database";

// The job writes to everybody of the caja, so this file has a database of its own.
const database = `avisos_${randomUUID().replaceAll("-", "")}`;
const address = withDatabase(env().DATABASE_URL, database);
const owner = connect(address, null, 2);
const jobsClient = connect(address, "app_jobs", 4);
const jobs = drizzle(jobsClient);
const cajaClient = connect(address, "app_caja", 1);
const caja = drizzle(cajaClient);
const links = {
  waiting: () => "https://p.example/admin",
  ownNotices: () => "https://p.example/admin/avisos",
};

const people = new Map<CajaRole, string>();
const emailOf = (role: CajaRole) => `${role}@prueba.example`;
beforeAll(async () => {
  await newDatabase(database);
  await migrateDatabase(address);
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('CONVENIOS', 'PROVEEDORES', '', 'Acceder', '/consultar', 1) on conflict do nothing`;
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO', 1, 30, 20000000, 1) on conflict do nothing`;
  for (const role of ["administrator", "reviewer", "officer", "support", "auditor"] as const) {
    const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
      values (${emailOf(role)}, ${role}, ${role}, 'x') returning id`;
    people.set(role, row?.id ?? "");
  }
});
afterEach(async () => {
  await owner`delete from mail`;
  await owner`delete from notice_choice`;
  await owner`update request set state = 'approved'`;
  await owner`update "order" set approval_asked_at = null`;
});
afterAll(async () => {
  await Promise.all([owner.end(), jobsClient.end(), cajaClient.end()]);
});

let serial = 0;
/** Files a request at this moment, and returns its number. */
async function file(at: string, { corrected = false } = {}): Promise<string> {
  serial += 1;
  const filingNumber = `SOL-2026-${String(serial).padStart(6, "0")}`;
  const [row] = await owner<{ id: string }[]>`with v as (
      insert into provider (nit, check_digit, legal_name, municipality, address, phone)
      values (${String(900_000_000 + serial)}, 0, ${`Calzado ${serial}`}, '08001', 'Calle 1', '+576051234567') returning id)
    insert into request (filing_number, provider_id, application_code, state, submitted_by, filed_at, submitted_at)
    select ${filingNumber}, v.id, 'CONVENIOS', 'submitted', ${people.get("support") ?? ""}, ${at}, ${at} from v returning id`;
  if (corrected)
    await owner`insert into request_event (request_id, kind) values (${row?.id ?? ""}, 'corrected')`;
  return filingNumber;
}

/** The mails that wait to be sent, by their readers. */
async function queued() {
  const rows = await owner<{ event_key: string; content: Buffer }[]>`select event_key, content from mail`;
  return rows
    .map(({ event_key, content }) => ({ event: event_key.split(":")[0], ...openMessage(event_key, content) }))
    .sort((one, other) => one.to.localeCompare(other.to));
}

const queuedLines = async () =>
  (await queued()).map(({ to, event, subject }) => `${to} ${event} ${subject}`).sort();
const choose = (role: CajaRole, choices: Record<string, string>) =>
  call(caja, "save_notice_choices", { actor: people.get(role) ?? "", choices });

// A Tuesday, at five in the morning and at eight in Bogotá.
const EARLY = new Date("2026-12-01T10:00:00Z");
const MORNING = new Date("2026-12-01T13:00:00Z");

test("a new and a corrected request are told of once, to those who decide and want to hear at once", async () => {
  const filed = await file("2026-12-01T09:00:00Z");
  const corrected = await file("2026-12-01T09:30:00Z", { corrected: true });
  for (let round = 0; round < 2; round++) await sendDeskNotices(jobs, links, EARLY);
  const mails = await queued();
  expect(mails.map(({ to, event }) => `${to} ${event}`).sort()).toEqual(
    ["administrator", "reviewer"].flatMap((role) => [
      `${role}@prueba.example desk.correction`,
      `${role}@prueba.example desk.request`,
    ]),
  );
  const request = mails.find(({ event }) => event === "desk.request");
  expect(request?.subject).toBe(`Solicitud nueva: ${filed}`);
  expect(request?.text).toContain("4 de diciembre de 2026");
  expect(request?.text).toContain("https://p.example/admin/avisos");
  expect(mails.some(({ subject }) => subject === `Solicitud corregida: ${corrected}`)).toBe(true);
});

test("what is older than a day is no news, and who switched a notice off gets none", async () => {
  await file("2026-11-30T09:00:00Z");
  await file("2026-12-01T09:00:00Z");
  expect(await choose("reviewer", { request: "off" })).toBe("done");
  await sendDeskNotices(jobs, links, EARLY);
  expect((await queued()).map(({ to }) => to)).toEqual([emailOf("administrator")]);
});

test("the digest goes out once in the morning of a working day, to who wants it and has something waiting", async () => {
  await file("2026-12-01T09:00:00Z");
  await choose("reviewer", { request: "digest" });
  await choose("administrator", { request: "off" });
  await sendDeskNotices(jobs, links, EARLY);
  expect(await queued()).toEqual([]);
  // The eighth of December is a holiday, and nothing is overdue by then for who wants to hear of it.
  for (const role of ["reviewer", "administrator"] as const) await choose(role, { overdue: "off" });
  await sendDeskNotices(jobs, links, new Date("2026-12-08T13:00:00Z"));
  expect(await queued()).toEqual([]);
  for (let round = 0; round < 2; round++) await sendDeskNotices(jobs, links, MORNING);
  const mails = await queued();
  expect(mails.map(({ to, event }) => [to, event])).toEqual([[emailOf("reviewer"), "desk.digest"]]);
  expect(mails[0]?.text).toContain("- 1 solicitud nueva\n");
});

test("a digest holds what was there at seven, also when it goes out later; the rest waits for the next one", async () => {
  await choose("reviewer", { request: "digest", overdue: "off" });
  await choose("administrator", { request: "off", overdue: "off" });
  await file("2026-12-01T12:00:00Z"); // seven in Bogotá
  for (const at of ["2026-12-01T12:00:30Z", "2026-12-02T01:21:00Z", "2026-12-02T11:59:00Z"])
    await sendDeskNotices(jobs, links, new Date(at));
  expect(await queued()).toEqual([]);
  await file("2026-12-02T11:59:59Z");
  await file("2026-12-02T12:00:00Z");
  await sendDeskNotices(jobs, links, new Date("2026-12-03T01:21:00Z"));
  const [mail, ...others] = await queued();
  expect([mail?.event, others]).toEqual(["desk.digest", []]);
  expect(mail?.text).toContain("- 2 solicitudes nuevas\n");
});

test("overdue requests are told of in the morning, in one mail a day", async () => {
  await file("2026-11-20T09:00:00Z");
  await file("2026-11-20T09:00:00Z");
  await file("2026-11-30T09:00:00Z"); // due on the third of December
  for (let round = 0; round < 2; round++) await sendDeskNotices(jobs, links, MORNING);
  const mails = await queued();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [emailOf("administrator"), "2 asuntos con el plazo vencido"],
    [emailOf("reviewer"), "2 asuntos con el plazo vencido"],
  ]);
  await sendDeskNotices(jobs, links, new Date("2026-12-02T13:00:00Z"));
  expect(await queued()).toHaveLength(4);
});

test("an order to approve is told of to others than who drafted it, without anything of the affiliate", async () => {
  await owner`insert into "order" (id, kind_code, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
      affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state, drafted_by, approval_asked_at)
    values (${randomUUID()}, 'AS', 'CC', 'x', 'x', 'x', 1000, 1000, 'Zapatos de Nubia', '2026-12-01', '2026-12-31', '',
      'draft', ${people.get("officer") ?? ""}, '2026-12-01T09:00:00Z')`;
  await choose("officer", { approval: "now" });
  await sendDeskNotices(jobs, links, EARLY);
  const mails = await queued();
  expect(mails.map(({ to, event }) => [to, event])).toEqual([[emailOf("administrator"), "desk.approval"]]);
  expect(JSON.stringify(mails)).not.toContain("Nubia");
});

test("a payment or reversal to approve is told of to others than who made it", async () => {
  await owner.begin(async (sql) => {
    // What they pay is irrelevant here, so they pay nothing, which the portal never writes.
    await sql`alter table payment disable trigger payment_is_its_uses`;
    await sql`with paid as (insert into payment (kind, pay_on, reference, providers, uses, amount, state, made_at, made_by, key)
        values ('payment', '2026-12-02', 'R1', 1, 1, 1000, 'pending', ${EARLY}, ${people.get("officer") ?? ""}, gen_random_uuid()) returning *)
      insert into payment (kind, reverses, reason, pay_on, reference, providers, uses, amount, state, made_at, made_by, key)
      select 'reversal', id, 'x', pay_on, 'R1', 1, 1, 1000, state, made_at, made_by, gen_random_uuid() from paid`;
    await sql`alter table payment enable trigger payment_is_its_uses`;
  });
  await sendDeskNotices(jobs, links, EARLY);
  expect(await queuedLines()).toEqual([
    "administrator@prueba.example desk.payment La reversión de un pago espera su aprobación",
    "administrator@prueba.example desk.payment Un pago espera su aprobación",
  ]);
  await owner`update payment set state = 'returned', decided_at = now(), decision = 'x', decided_by = ${people.get("administrator") ?? ""}`;
});

test("a bank account to approve is told of to others than who proposed it, and a renewal as what it is", async () => {
  const renewal = await file("2026-12-01T09:00:00Z");
  await owner`update request set renews = true where filing_number = ${renewal}`;
  const propose = (role: CajaRole) => owner`
    insert into bank_account (id, provider_id, bank, kind, number_sealed, last_four, state, proposed_by, proposed_at, reason)
    select gen_random_uuid(), provider_id, '1007', 'savings', 'x', '6007', 'proposed', ${people.get(role) ?? ""},
      '2026-12-01T09:00:00Z', 'Lo pidió.' from request where filing_number = ${renewal}`;
  const sent = async () => {
    await owner`delete from mail`;
    await sendDeskNotices(jobs, links, EARLY);
    return queuedLines();
  };
  const ofRenewal = ["administrator", "reviewer"].map(
    (role) => `${role}@prueba.example desk.request Renovación de documentos: ${renewal}`,
  );
  await propose("officer");
  const ofAccount = "administrator@prueba.example desk.payment Una cuenta bancaria espera su aprobación";
  expect(await sent()).toEqual([ofAccount, ...ofRenewal].sort());
  await owner`delete from bank_account`;
  await propose("administrator");
  expect(await sent()).toEqual(ofRenewal);
  await owner`delete from bank_account`;
});

test("whose access ends or whose role changes gets nothing more, not even what was queued", async () => {
  const reviewer = people.get("reviewer") ?? "";
  await file("2026-12-01T09:00:00Z");
  await sendDeskNotices(jobs, links, EARLY);
  expect((await queued()).map(({ to }) => to)).toContain(emailOf("reviewer"));
  await owner`update person set disabled_at = now() where id = ${reviewer}`;
  expect((await queued()).map(({ to }) => to)).toEqual([emailOf("administrator")]);
  const other = await file("2026-12-01T09:10:00Z");
  await sendDeskNotices(jobs, links, EARLY);
  expect((await queued()).filter(({ subject }) => subject.includes(other))).toHaveLength(1);
  const mails = [{ event_key: "desk.request:x", message_id: "x", content: "" }];
  await call(jobs, "queue_desk_notice", { person: reviewer, kind: "request", mails });
  expect(await queued()).toHaveLength(2);
  await owner`update person set disabled_at = null where id = ${reviewer}`;
});

test("a reader whose role changes hears of what the new role decides, and of nothing else", async () => {
  const support = people.get("support") ?? "";
  const filed = await file("2026-12-01T09:00:00Z");
  await sendDeskNotices(jobs, links, EARLY);
  expect((await queued()).map(({ to }) => to)).not.toContain(emailOf("support"));
  await owner`update person set caja_role = 'reviewer' where id = ${support}`;
  const kindsOf = async () =>
    (await call(caja, "list_notice_choices", { person: support })).map(({ kind }) => kind);
  expect(await kindsOf()).toEqual(["request", "correction", "overdue"]);
  await sendDeskNotices(jobs, links, EARLY);
  expect(
    (await queued()).filter(({ to }) => to === emailOf("support")).map(({ subject }) => subject),
  ).toEqual([`Solicitud nueva: ${filed}`]);
  await choose("support", { request: "now" });
  // Back among those who only read: what waits to be sent is taken back, and a choice of then counts no longer.
  await owner`update person set caja_role = 'support' where id = ${support}`;
  expect((await queued()).map(({ to }) => to)).not.toContain(emailOf("support"));
  await file("2026-12-01T09:20:00Z");
  await sendDeskNotices(jobs, links, EARLY);
  expect((await queued()).map(({ to }) => to)).not.toContain(emailOf("support"));
  expect(await kindsOf()).toEqual([]);
});
