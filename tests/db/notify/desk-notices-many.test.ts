import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { sendDeskNotices } from "@/domain/notify/desk-notices";
import { openMessage } from "@/domain/notify/outbox";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let jobs: ReturnType<typeof connect>;
const links = {
  waiting: () => "https://p.example/admin",
  ownNotices: () => "https://p.example/admin/avisos",
};

beforeAll(async () => {
  const url = await separateDatabase("muchas");
  owner = connect(url, null, 1);
  jobs = connect(url, "app_jobs", 2);
});
afterAll(() => Promise.all([owner.end(), jobs.end()]));

test("a new request is news also behind hundreds that wait longer, these are counted as late, and nobody is told who has not accepted", async () => {
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('CONVENIOS', 'PROVEEDORES', '', 'Acceder', '/consultar', 1) on conflict do nothing`;
  const [reviewer] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
    values ('revisora@prueba.example', 'Revisora', 'reviewer', 'x') returning id`;
  await owner`with v as (insert into provider (nit, check_digit, legal_name, municipality, address, phone)
      select (910000000 + n)::text, 0, 'Tienda ' || n, '08001', 'Calle 1', '+576051234567' from generate_series(1, 601) n
      returning id, nit),
    filed as (select *, case nit when '910000601' then '2026-12-01T09:00Z' else '2026-11-01T09:00Z' end::timestamptz as at
      from v)
    insert into request (filing_number, provider_id, application_code, state, submitted_by, filed_at, submitted_at)
    select 'SOL-2026-' || nit, id, 'CONVENIOS', 'submitted', ${reviewer?.id ?? ""}, at, at from filed`;
  // Invited at an address from which nobody has answered: it may be a stranger's.
  await owner`insert into person (email, name, caja_role) values ('mal@prueba.example', 'Iris', 'administrator')`;
  // A Tuesday, at eight in Bogotá.
  await sendDeskNotices(drizzle(jobs), links, new Date("2026-12-01T13:00:00Z"));
  const mails = await owner<{ event_key: string; content: Buffer }[]>`select event_key, content from mail`;
  const told = mails.map(({ event_key, content }) => openMessage(event_key, content));
  expect(told.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
    "revisora@prueba.example 600 asuntos con el plazo vencido",
    "revisora@prueba.example Solicitud nueva: SOL-2026-910000601",
  ]);
});
