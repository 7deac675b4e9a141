import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Permission, Role } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { makeRoles } from "@/tests/support/person-per-role";
import { mayByTable, roles } from "@/tests/support/role-table";

/** The functions that write for a person, with the permission that each checks by itself. */
const needs: Record<string, Permission> = {
  abandon_rights_request: "rights.handle",
  annul_order: "order.annul",
  answer_rights_request: "rights.handle",
  ask_rights_missing: "rights.handle",
  complete_rights_at_desk: "rights.handle",
  close_incident: "incident.manage",
  report_incident: "incident.manage",
  save_incident: "incident.manage",
  extend_rights_request: "rights.handle",
  name_rights_account: "rights.handle",
  note_rights_identity: "rights.handle",
  reissue_rights_code: "rights.handle",
  withdraw_authorisation: "rights.handle",
  approve_account: "bank_account.manage",
  propose_account: "bank_account.manage",
  refuse_account: "bank_account.manage",
  approve_payment: "settlement.approve",
  ask_order_approval: "order.issue",
  block_order: "order.change",
  stop_import: "order.import",
  accept_import: "order.import",
  tick_import_moves: "order.import",
  change_official: "people.manage",
  decide_report: "report.handle",
  decide_request: "request.decide",
  decide_undo: "use.undo",
  deliver_order: "order.change",
  discard_order_draft: "order.issue",
  take_order_draft: "order.issue",
  end_official_access: "people.manage",
  extend_order: "order.change",
  invite_official: "people.manage",
  request_factor_reset: "people.manage",
  withdraw_factor_reset: "people.manage",
  issue_order: "order.issue",
  keep_order_form: "order.issue",
  mark_request_document: "request.decide",
  log_payment_export: "settlement.read",
  log_settlement_export: "settlement.read",
  make_payment: "settlement.manage",
  make_payment_reversal: "settlement.manage",
  begin_import_upload: "order.import",
  record_refused_upload: "order.import",
  replace_order: "order.change",
  return_payment: "settlement.manage",
  resend_official_invitation: "people.manage",
  return_official_access: "people.manage",
  revoke_order_key: "key.manage",
  rotate_order_key: "key.manage",
  save_agreement: "agreement.manage",
  save_application_document: "settings.edit",
  save_caja_profile: "settings.edit",
  save_compare_mode: "settings.edit",
  save_factor_wait: "people.manage",
  save_notice_choices: "caja.dashboard",
  save_order_draft: "order.issue",
  save_order_kind: "settings.edit",
  send_change_back: "order.approve",
  send_order_back: "order.approve",
  set_provider_standing: "provider.manage",
  correct_provider: "provider.manage",
  end_provider_access: "provider.manage",
  name_owner: "provider.manage",
  withdraw_owner: "provider.manage",
  settle_uses: "settlement.manage",
  take_back_decision: "request.decide",
  unblock_order: "order.change",
  undo_objected_use: "use.undo",
};

/** Functions without a caja role: audited reads, notices, and a provider's own team, branches and answers. */
const otherwise = [
  "cancel_invitation",
  "close_import_upload",
  "close_place",
  "collect_held_data",
  "count_left_out",
  "end_device",
  "invite_member",
  "list_caja_people",
  "list_incidents",
  "view_incident",
  "list_devices",
  "list_factor_holders",
  "list_rights_accounts",
  "list_rights_events",
  "list_rights_requests",
  "open_claims",
  "log_import_faults_read",
  "log_history_export",
  "read_account_number",
  "read_factor_reset",
  "record_order_list",
  "note_audit_export",
  "note_audit_reading",
  "note_refusal",
  "pair_device",
  "print_orders",
  "payment_account_numbers",
  "put_import_chunk",
  "remove_member",
  "resend_invitation",
  "save_branch",
  "save_counter",
  "search_everywhere",
  "search_orders",
  "view_order",
  "view_report_photo",
  "view_request_paper",
  "view_rights_request",
];

type Argument = { name: string; type: string };
const functions = new Map<string, Argument[]>();
let people: Map<Role, string>;

beforeAll(async () => {
  people = await makeRoles();
  const rows = await owner<{ name: string; names: string[]; types: string[]; required: number }[]>`
    select p.proname as name, p.proargnames[1:p.pronargs] as names, p.pronargs - p.pronargdefaults as required,
      array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality as a(t, n) order by n) as types
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and 'p_actor' = any(p.proargnames[1:p.pronargs])
      and exists (select from aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee
        where r.rolname ~ '^app_(caja|provider)')`;
  for (const { name, names, types, required } of rows)
    functions.set(
      name,
      names.slice(0, required).map((argument, at) => ({ name: argument, type: types[at] ?? "" })),
    );
});

const dummies: Record<string, string> = {
  uuid: `'${randomUUID()}'::uuid`,
  text: "'x'",
  integer: "1",
  bigint: "1",
  boolean: "true",
  bytea: "'x'::bytea",
  date: "current_date",
  jsonb: "'[]'::jsonb",
  "uuid[]": "'{}'::uuid[]",
};

/**
 * What the function answers this person about things that do not exist, and how many events that would leave in the
 * log; it changes nothing. "raises" when it answers nothing.
 */
async function answerOf(name: string, personId: string): Promise<{ outcome: string; events: number }> {
  const args = (functions.get(name) ?? []).map((argument) =>
    argument.name === "p_actor" ? `'${personId}'::uuid` : (dummies[argument.type] ?? "null"),
  );
  const answer = { outcome: "raises", events: 0 };
  await owner
    .begin(async (transaction) => {
      const [row] = await transaction.unsafe<{ answer: string | null }[]>(
        `select ${name}(${args.join(", ")})::text as answer`,
      );
      answer.outcome = /^\(?(\w*)/.exec(row?.answer ?? "")?.[1] ?? "";
      const events = await transaction`select from audit_event where actor_id = ${personId}`;
      answer.events = events.length;
      throw new Error("only asked");
    })
    .catch(() => {});
  return answer;
}

/** Whether the function turns this person away for who they are. */
const turnsAway = async (name: string, personId: string) =>
  (await answerOf(name, personId)).outcome === "not_allowed";

test("every SQL function that acts for a person is in one of the two lists", () => {
  expect([...functions.keys()].sort()).toEqual([...Object.keys(needs), ...otherwise].sort());
});

for (const role of roles)
  test(`each SQL function refuses ${role} without its permission, and only then`, async () => {
    const wrong: string[] = [];
    for (const [name, permission] of Object.entries(needs)) {
      if ((await turnsAway(name, people.get(role) ?? "")) === mayByTable(role, permission)) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });

test("every SQL function refuses a disabled administrator", async () => {
  const { personId } = await makeCajaPerson("administrator");
  await owner`update person set disabled_at = now() where id = ${personId}`;
  const wrong: string[] = [];
  for (const name of Object.keys(needs)) if (!(await turnsAway(name, personId))) wrong.push(name);
  expect(wrong).toEqual([]);
});

/** What each function answers about something that does not exist, where it is not "not_found". */
const ofNothing: Record<string, string> = {
  ask_order_approval: "draft_changed",
  stop_import: "moved_on",
  accept_import: "moved_on",
  tick_import_moves: "moved_on",
  discard_order_draft: "state_changed",
  take_order_draft: "state_changed",
  send_change_back: "state_changed",
  send_order_back: "state_changed",
  settle_uses: "state_changed",
  withdraw_factor_reset: "changed",
  make_payment: "changed",
  resend_official_invitation: "changed",
  rotate_order_key: "changed",
  save_caja_profile: "changed",
  save_compare_mode: "changed",
  save_factor_wait: "changed",
  save_order_kind: "changed",
  save_agreement: "agreement_not_found",
  set_provider_standing: "provider_not_found",
  correct_provider: "provider_not_found",
  end_provider_access: "provider_not_found",
  name_owner: "provider_not_found",
  withdraw_owner: "owner_not_named",
};
/** They need nothing that exists, or a key whose number is another test's. */
const needNothing = [
  "begin_import_upload",
  "invite_official",
  "keep_order_form",
  "log_settlement_export",
  "record_refused_upload",
  "revoke_order_key",
  "save_notice_choices",
  "save_order_draft",
];

test("what does not exist is neither decided on nor changed, and leaves nothing in the log", async () => {
  const names = Object.keys(needs).filter((name) => !needNothing.includes(name));
  const answers = new Map<string, unknown>();
  for (const name of names) answers.set(name, await answerOf(name, people.get("administrator") ?? ""));
  const expected = names.map(
    (name) => [name, { outcome: ofNothing[name] ?? "not_found", events: 0 }] as const,
  );
  expect(answers).toEqual(new Map(expected));
});
