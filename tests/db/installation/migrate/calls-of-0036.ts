import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { expect } from "vitest";
import type { DatabaseRole } from "@/db/connection";
import { bogotaDay } from "@/model/calendar";

type Ids = Record<"officer" | "admin" | "person" | "provider" | "applicant" | "applying", string>;
/** The connections of a test: the owner's, one of each role, and who stands in the demonstration's database. */
export type Callers = { owner: postgres.Sql; as: Record<DatabaseRole, postgres.Sql>; ids: Ids };

const some = Buffer.alloc(32, 7);
const today = bogotaDay(new Date());

async function run({ owner, ids }: Pick<Callers, "owner" | "ids">, state: string): Promise<string> {
  const [created] = await owner<{ id: string }[]>`
    insert into import_run (subject, file_name, sha256, state, lines, lines_total, started_by, leased_by, leased_until)
    values ('orders', 'a.csv', '', ${state}, 1, 1, ${ids.admin}, ${ids.admin}, now() + interval '1 minute')
    returning id`;
  return created?.id ?? "";
}

const order = (number: string) => ({
  ...{ id: randomUUID(), kind_code: "AS", number, number_key: number, id_kind: "CC", id_sealed: "eA==" },
  ...{ id_index: "eA==", name_sealed: "eA==", value: 1_000, concept: "Mercado", issued_on: today },
  ...{ valid_until: today, provider_nit: null, office: "Prado", state: "issued" },
});
const orderOf = async (owner: postgres.Sql, number: string) =>
  (
    await owner`select id, value::int, concept, state, updated_at::text as version from "order" where number = ${number}`
  )[0];

async function registration(owner: postgres.Sql): Promise<{ id: string; token: Buffer }> {
  const token = Buffer.from(randomUUID());
  const [created] = await owner<
    { id: string }[]
  >`insert into registration (token_hash, policy_id, purposes, language,
      answers, expires_at)
    values (${token}, (select max(id) from policy), '{}', 'es-CO', ${some}, now() + interval '1 day') returning id`;
  return { id: created?.id ?? "", token };
}

/**
 * Functions that processes of the version of migration 0036 call and no file names any more as they do, by name: each
 * as their code calls it, by position or by names, with the rights of its role, and what it must answer.
 */
export const callsOf0036: Record<string, (callers: Callers) => Promise<void>> = {
  async close_session({ owner, as, ids }) {
    const token = Buffer.from(randomUUID());
    await owner`insert into session (token_hash, person_id, idle_seconds, expires_at)
      values (${token}, ${ids.person}, 60, now() + interval '1 hour')`;
    expect([...(await as.app_provider`select close_session(${token}, ${"192.0.2.1"})`)]).toEqual([
      { close_session: true },
    ]);
  },
  async create_caja_person({ as }) {
    const [created] = await as.app_jobs`
      select create_caja_person(${"nueva@caja.example"}, ${"Nueva"}, ${"auditor"}, ${some}) as id`;
    expect(created?.id).toBeTruthy();
  },
  async save_registration_answers({ owner, as }) {
    const { token } = await registration(owner);
    expect([
      ...(await as.app_provider`select save_registration_answers(${token}, ${some}) as saved`),
    ]).toEqual([{ saved: true }]);
  },
  async submit_registration({ owner, as }) {
    const { id } = await registration(owner);
    const [row] = await as.app_provider`select * from submit_registration(
      ${id}::uuid, ${some}, ${"nadie@prueba.example"}, ${Buffer.from(randomUUID())}, ${3600}, ${60}, ${`x ${id}`}, ${`<${id}@x>`}, ${some},
      ${some}, ${"[]"}::text::jsonb, ${"192.0.2.1"})`;
    expect(row).toEqual({ sent: true, wait_until: null });
  },
  async file_request({ as, ids }) {
    const [row] =
      await as.app_provider`select * from file_request(${randomUUID()}, ${ids.applying}, ${ids.applicant},
      ${"CONVENIOS"}, ${null}, ${"rut.pdf"}, ${"application/pdf"}, ${some}, ${"cc.pdf"}, ${"application/pdf"}, ${some},
      ${"[]"}::text::jsonb, ${"192.0.2.1"})`;
    expect(row).toEqual({ outcome: "done", filing_number: expect.stringMatching(/^SOL-/) });
  },
  async correct_request({ owner, as, ids }) {
    const [returned] = await owner<{ id: string }[]>`
      update request set state = 'returned', reason = 'x' where provider_id = ${ids.provider} returning id`;
    const [row] =
      await as.app_provider`select correct_request(${returned?.id ?? ""}, ${ids.provider}, ${ids.person},
      ${null}, ${"Listo"}, ${"rut.pdf"}, ${"application/pdf"}, ${some}, ${null}, ${null}, ${null}, ${"192.0.2.1"}) as done`;
    expect(row).toEqual({ done: true });
  },
  async save_order_draft({ as, ids }) {
    const [row] = await as.app_caja`select save_order_draft(p_order => ${randomUUID()}::uuid,
      p_actor => ${ids.officer}::uuid, p_kind => 'AS', p_id_kind => 'CC', p_id_sealed => ${some}, p_id_index => ${some},
      p_name_sealed => ${some}, p_value => 1000, p_concept => 'Mercado', p_issued_on => ${today}::date,
      p_valid_until => ${today}::date, p_provider_nit => null, p_office => 'Prado', p_ip => '192.0.2.1') as outcome`;
    expect(row).toEqual({ outcome: "done" });
  },
  async note_order_list({ as, ids }) {
    const [row] =
      await as.app_caja`select note_order_list(${ids.officer}::uuid, ${"order.listed"}, ${"192.0.2.1"},
      ${3}, ${"{}"}::text::jsonb) as at`;
    expect(row?.at).toBeTruthy();
  },
  async note_history_export({ as, ids }) {
    const [row] = await as.app_provider`select note_history_export(p_provider => ${ids.provider}::uuid,
      p_actor => ${ids.person}::uuid, p_ip => '192.0.2.1', p_detail => '{}') as done`;
    expect(row).toEqual({ done: true });
  },
  async fill_order_key({ owner, as }) {
    await owner`update order_key set state = 'retired', retired_at = now() where state = 'next'`;
    const [row] = await as.app_caja`select fill_order_key(
      p_id => (select coalesce(max(id), 0) + 1 from order_key)::int, p_public => ${some}, p_private => ${some}) as done`;
    expect(row).toEqual({ done: true });
  },
  async renew_receipt_key({ owner, as }) {
    await owner`update receipt_key set state = 'retired', retired_at = now() where state = 'active'`;
    const [next] = await owner`select coalesce(max(id), 0) + 1 as id from receipt_key`;
    const [row] =
      await as.app_provider`select renew_receipt_key(p_id => ${next?.id}::int, p_public => ${some},
      p_private => ${some}) as done`;
    expect(row).toEqual({ done: true });
  },
  async import_orders({ owner, as, ids }) {
    const id = await run({ owner, ids }, "running");
    const write = async (fresh: object[], changes: object[]) =>
      [
        ...(await as.app_jobs`select inserted, changed from import_orders(${id}, ${JSON.stringify(fresh)}::text::jsonb,
          ${JSON.stringify(changes)}::text::jsonb)`),
      ][0];
    const fresh = order("IMP1");
    expect(await write([fresh], [])).toEqual({ inserted: 1, changed: 0 });
    const known = await orderOf(owner, "IMP1");
    expect(known).toMatchObject({ value: 1_000, concept: "Mercado", state: "issued" });
    const change = { ...fresh, version: known?.version, state_was: "issued", line: 2 };
    expect(await write([], [{ ...change, fields: ["CONCEPTO"], concept: "Útiles" }])).toEqual({
      inserted: 0,
      changed: 1,
    });
    expect(await orderOf(owner, "IMP1")).toMatchObject({ value: 1_000, concept: "Útiles", state: "issued" });
  },
  async finish_import({ owner, as, ids }) {
    const [row] =
      await as.app_jobs`select finish_import(${await run({ owner, ids }, "running")}, ${ids.admin}::uuid, ${1}, ${0}, ${0}) as state`;
    expect(row).toEqual({ state: "finished" });
  },
  async keep_import({ owner, as, ids }) {
    const [row] =
      await as.app_jobs`select keep_import(${await run({ owner, ids }, "running")}::uuid, ${ids.admin}::uuid, ${1}, ${60}) as kept`;
    expect(row).toEqual({ kept: true });
  },
  async end_import_preview({ owner, as, ids }) {
    const [row] =
      await as.app_jobs`select end_import_preview(${await run({ owner, ids }, "preview_queued")}::uuid, ${ids.admin}::uuid,
      ${1}, ${1}, ${0}, ${0}, ${0}, ${0}) as done`;
    expect(row).toEqual({ done: true });
  },
  async record_stale_import_notice({ owner, as, ids }) {
    const [row] = await as.app_jobs`
      select record_stale_import_notice(${await run({ owner, ids }, "finished")}::uuid, ${"[]"}::text::jsonb) as told`;
    expect(row).toEqual({ told: true });
  },
  async open_import_upload({ as, ids }) {
    const [row] =
      await as.app_caja`select open_import_upload(p_actor => ${ids.officer}::uuid, p_file => 'a.csv') as id`;
    expect(row?.id).toBeTruthy();
  },
  async refuse_import_upload({ as, ids }) {
    const [row] =
      await as.app_caja`select refuse_import_upload(p_actor => ${ids.officer}::uuid, p_file => 'a.csv',
      p_failure => 'empty', p_fact => null, p_ip => '192.0.2.1') as done`;
    expect(row).toEqual({ done: true });
  },
  async confirm_import({ owner, as, ids }) {
    const [row] =
      await as.app_caja`select confirm_import(p_run => ${await run({ owner, ids }, "previewed")}::uuid,
      p_actor => ${ids.officer}::uuid, p_apply => true, p_ip => '192.0.2.1') as done`;
    expect(row).toEqual({ done: true });
  },
  async cancel_import({ owner, as, ids }) {
    const [row] =
      await as.app_caja`select cancel_import(p_run => ${await run({ owner, ids }, "previewed")}::uuid,
      p_actor => ${ids.officer}::uuid, p_ip => '192.0.2.1') as done`;
    expect(row).toEqual({ done: true });
  },
  // What only reads is asked for what there is not: Postgres looks at the whole text of a function first.
  async read_lookup({ as, ids }) {
    expect(
      await as.app_provider`select * from read_lookup(${randomUUID()}, ${ids.provider})
        cross join read_counter_facts(${randomUUID()}, ${ids.provider})`,
    ).toHaveLength(0);
  },
  async read_counter_facts({ as, ids }) {
    expect(
      await as.app_provider`select * from read_counter_facts(${randomUUID()}, ${ids.provider})`,
    ).toHaveLength(0);
  },
  async lookup_to_prove({ as, ids }) {
    expect(
      await as.app_provider`
        select * from lookup_to_prove(p_lookup => ${randomUUID()}::uuid, p_provider => ${ids.provider}::uuid)`,
    ).toHaveLength(0);
  },
  async use_to_prove({ as, ids }) {
    expect(
      await as.app_provider`
        select * from use_to_prove(p_use => ${randomUUID()}::uuid, p_provider => ${ids.provider}::uuid)`,
    ).toHaveLength(0);
  },
  async find_proof({ as }) {
    expect(await as.app_provider`select * from find_proof(p_number => 'C-2026-000000')`).toHaveLength(0);
  },
  async use_of_key({ as, ids }) {
    const [row] = await as.app_provider`
      select use_of_key(p_provider => ${ids.provider}::uuid, p_key => ${randomUUID()}::uuid) as id`;
    expect(row).toEqual({ id: null });
  },
  async scan_standing({ as, ids }) {
    const [row] = await as.app_provider`
      select scan_standing(p_lookup => ${randomUUID()}::uuid, p_provider => ${ids.provider}::uuid) as standing`;
    expect(row).toEqual({ standing: null });
  },
  async list_dead_codes({ as }) {
    expect(await as.app_provider`select list_dead_codes() as ids`).toHaveLength(1);
  },
  async list_superseded_codes({ as }) {
    expect(await as.app_provider`select list_superseded_codes() as ids`).toHaveLength(1);
  },
};
