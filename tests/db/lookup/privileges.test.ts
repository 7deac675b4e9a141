import { afterAll, expect, test } from "vitest";
import { connect, type DatabaseRole } from "@/db/connection";
import { env } from "@/lib/env";

const provider = connect(env().DATABASE_URL, "app_provider", 1);
const caja = connect(env().DATABASE_URL, "app_caja", 1);
const jobs = connect(env().DATABASE_URL, "app_jobs", 1);
const door = connect(env().DATABASE_URL, "app_door", 1);
const clients: Record<DatabaseRole, typeof provider> = {
  app_door: door,
  app_provider: provider,
  app_caja: caja,
  app_jobs: jobs,
};
afterAll(() => Promise.all([door.end(), provider.end(), caja.end(), jobs.end()]));

const forbidden: [DatabaseRole, string][] = [
  ["app_provider", 'select * from "order"'],
  ["app_provider", 'select affiliate_id_index from "order"'],
  ["app_provider", "update \"order\" set state = 'used'"],
  ["app_provider", "select * from audit_event"],
  ["app_provider", "select password_hash from person"],
  ["app_provider", "select * from session"],
  ["app_provider", "select * from sign_in_facts('administrador@caja.example')"],
  ["app_provider", "select * from open_session(gen_random_uuid(), sha256('mine'), 60, 60, 'x', 'x')"],
  [
    "app_provider",
    "select request_password_link('a@b.co', sha256('mine'), 60, 'x', 'x', '', '[]', '[]', 'x')",
  ],
  ["app_provider", "select * from choose_password(sha256('mine'), 'hash', 'x', 'x', '', 'x', 'x')"],
  ["app_provider", "select renew_password_hash(gen_random_uuid(), 'x', 'x')"],
  ["app_caja", "select * from sign_in_facts('administrador@caja.example')"],
  ["app_jobs", "select * from sign_in_facts('administrador@caja.example')"],
  ["app_door", 'select * from "order"'],
  ["app_door", "select * from session"],
  ["app_door", "select password_hash from person"],
  ["app_door", "select * from audit_event"],
  ["app_provider", "select * from mail"],
  ["app_provider", "select * from mail_link"],
  ["app_provider", "select * from budget_counter"],
  ["app_provider", "select * from import_chunk"],
  ["app_provider", "select * from import_fault"],
  ["app_provider", "select begin_import_upload(gen_random_uuid(), 'x.csv')"],
  ["app_caja", "delete from import_chunk"],
  ["app_caja", "select claim_import(gen_random_uuid(), 20, 50)"],
  ["app_provider", "select audit_append('x', null, null, 'x', 'x')"],
  [
    "app_provider",
    "insert into granted_application (provider_id, application_code) values (gen_random_uuid(), 'CONVENIOS')",
  ],
  ["app_provider", "update provider set approved_at = now()"],
  ["app_provider", "select * from comparison"],
  [
    "app_provider",
    "insert into comparison (lookup_id, person_id, mode, result) select id, person_id, 'show', 'equal' from lookup",
  ],
  ["app_provider", "select * from order_use"],
  ["app_provider", "delete from order_claim"],
  ["app_provider", "update undo_request set approved = true"],
  ["app_provider", "select decide_undo(gen_random_uuid(), gen_random_uuid(), true, 'x', '[]', 'x')"],
  [
    "app_provider",
    "select insert_reversal(gen_random_uuid(), null, null, null, gen_random_uuid(), 'x', 'x', 'x')",
  ],
  ["app_caja", "update undo_request set approved = true"],
  ["app_caja", "update comparison set result = 'equal'"],
  ["app_provider", "create table intruder (id int)"],
  ["app_caja", "select password_hash from person"],
  ["app_caja", 'update "order" set value = 1'],
  ["app_caja", 'delete from "order"'],
  ["app_caja", "update audit_event set action = 'x'"],
  ["app_caja", "delete from audit_event"],
  ["app_caja", "truncate audit_event"],
  [
    "app_caja",
    "insert into audit_event (action, subject_kind, subject_id, channel, detail) values ('x','x','x','x','{}')",
  ],
  ["app_caja", "select * from mail"],
  ["app_jobs", "delete from audit_event"],
  ["app_jobs", "update audit_event set action = 'x'"],
  ["app_jobs", 'delete from "order"'],
  ["app_jobs", "select password_hash from person"],
];

for (const [role, statement] of forbidden) {
  test(`${role} has no privilege to run: ${statement}`, async () => {
    await expect(clients[role].unsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
}

test("the audit log cannot be changed or emptied, not even by the table owner", async () => {
  const owner = connect(env().DATABASE_URL, null, 1);
  await owner`select audit_append('test.event', null, null, 'test', '1', 'test')`;
  await expect(owner`update audit_event set action = 'x'`).rejects.toThrow(/append-only/);
  await expect(owner`delete from audit_event`).rejects.toThrow(/append-only/);
  await expect(owner.unsafe("truncate audit_event")).rejects.toThrow(/append-only/);
  await owner.end();
});
