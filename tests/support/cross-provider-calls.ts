import { randomInt, randomUUID } from "node:crypto";
import { someEmail } from "@/tests/support/factories/account";
import { type Call, id, type Name, names, readsIn, type World } from "./cross-provider-reads";

export type { Call, Name, World };

const swapped = ({ person, provider }: Name) => `${id(provider)}, ${id(person)}`;
const papers = (...kinds: string[]) =>
  `'${JSON.stringify(kinds.map((kind) => ({ kind, name: `${kind}.pdf`, type: "application/pdf" })))}',
   array[${kinds.map(() => "'x'").join(", ")}]::bytea[]`;
const days = "current_date - 1, current_date + 1";

/** Every function of the provider role that takes a provider. */
export const callsIn = (world: () => World): Record<string, Call> => ({
  ...readsIn(world),
  answer_digits: {
    by: "viewer",
    ask: (n) => `answer_digits(${id(world().digits)}, ${names(n)}, 'x', '\\x${world().tail}', '[]')`,
  },
  ask_undo: { by: "clerk", ask: (n) => `ask_undo(${id(world().use)}, ${names(n)}, 'Motivo largo', 'x')` },
  cancel_invitation: {
    by: "owner",
    ask: (n) => `cancel_invitation(${id(world().invitation)}, ${swapped(n)}, 'x')`,
  },
  claim_order: { by: "clerk", ask: (n) => `claim_order(${id(world().toClaim)}, ${names(n)}, 'x')` },
  close_place: { by: "owner", ask: (n) => `close_place(${id(world().branch)}, ${swapped(n)}, 'x')` },
  compare_order: {
    by: "viewer",
    ask: (n) =>
      `compare_order(${id(world().toCompare)}, ${names(n)}, 'unreadable', null, '{}', 'damaged', 'x')`,
  },
  counter_day: {
    by: "viewer",
    reads: true,
    own: true,
    ask: (n) => `counter_day(${swapped(n)}, 3)`,
  },
  send_correction: {
    by: "owner",
    ask: (n) => `send_correction(${id(world().request)}, ${swapped(n)}, null, 'x', 'x', ${papers("rut")})`,
  },
  file_report: {
    by: "viewer",
    ask: (n) =>
      `file_report(gen_random_uuid(), ${swapped(n)}, ${id(world().toCompare)}, 'current', 'other', null, null, null, null, '[]', 'x')`,
  },
  withdraw_report: {
    // Whoever sent it, here the clerk.
    by: "clerk",
    ask: (n) => `withdraw_report(${id(world().report)}, ${names(n)}, '[]', 'x')`,
  },
  drop_kept_files: {
    by: "owner",
    own: true,
    ask: (n) => `drop_kept_files(${names(n)}, 'request:CONVENIOS')`,
  },
  keep_file: {
    by: "owner",
    own: true,
    ask: (n) =>
      `keep_file(gen_random_uuid(), ${names(n)}, 'request:CONVENIOS', 'camara', 'a.pdf', 'application/pdf', 'x')`,
  },
  list_kept_files: {
    by: "owner",
    reads: true,
    own: true,
    ask: (n) => `list_kept_files(${names(n)}, 'request:CONVENIOS')`,
  },
  read_kept_file: {
    by: "owner",
    reads: true,
    own: true,
    ask: (n) => `read_kept_file(${names(n)}, 'request:CONVENIOS', 'rut')`,
  },
  file_request: {
    by: "owner",
    own: true,
    ask: (n) =>
      `file_request(gen_random_uuid(), ${swapped(n)}, 'CONVENIOS', null, null, null, null, null, null, null, '[]', 'x',
        ${papers("rut", "chamber")})`,
  },
  file_renewal: {
    by: "owner",
    own: true,
    ask: (n) =>
      `file_renewal(gen_random_uuid(), ${swapped(n)}, 'CONVENIOS', '[]', 'x', ${papers("chamber")}, '{}')`,
  },
  own_renewals: { by: "viewer", reads: true, own: true, ask: (n) => `own_renewals(${swapped(n)})` },
  documents_due: {
    by: "owner",
    reads: true,
    own: true,
    ask: (n) => `documents_due(${swapped(n)}, 'CONVENIOS')`,
  },
  give_proof: {
    by: "viewer",
    ask: (n) =>
      `give_proof('look_up', ${id(world().toCompare)}, null, 'C-2099-${String(randomInt(1e6, 1e9))}', now(), '{}',
        (select max(id) from receipt_key), sha256('x') || sha256('y'), ${names(n)}, 'x')`,
  },
  history_days: {
    by: "viewer",
    reads: true,
    own: true,
    ask: (n) => `history_days(${swapped(n)}, ${days}, null, null, null, null)`,
  },
  invite_member: {
    by: "owner",
    own: true,
    ask: (n) =>
      `invite_member(gen_random_uuid(), ${swapped(n)}, '${someEmail()}', 'Ana', 'clerk', sha256('${randomUUID()}'), 60,
        '${randomUUID()}', '${randomUUID()}', 'x', 'x', '[]', 'x')`,
  },
  list_history: {
    by: "viewer",
    reads: true,
    own: true,
    ask: (n) => `list_history(${swapped(n)}, ${days}, null, null, null, null, null, null, 9, 0)`,
  },
  look_up_order: {
    by: "viewer",
    own: true,
    ask: (n) =>
      `look_up_order(gen_random_uuid(), ${names(n)}, 'typed', 'x', 'AS', '', '1', sha256('x'), 'x', '[]')`,
  },
  lookup_to_prove: {
    by: "viewer",
    reads: true,
    ask: (n) => `lookup_to_prove(${id(world().toCompare)}, ${names(n)})`,
  },
  log_history_export: { by: "owner", own: true, ask: (n) => `log_history_export(${swapped(n)}, 'x', '{}')` },
  own_pause: { by: "viewer", reads: true, own: true, ask: (n) => `own_pause(${swapped(n)})` },
  own_caja_acts: { by: "viewer", reads: true, own: true, ask: (n) => `own_caja_acts(${swapped(n)})` },
  own_settlement_rows: {
    by: "owner",
    reads: true,
    own: true,
    ask: (n) => `own_settlement_rows(${swapped(n)}, ${days}, null, null, 9, 0)`,
  },
  own_settlement_sums: {
    by: "owner",
    reads: true,
    own: true,
    ask: (n) => `own_settlement_sums(${swapped(n)}, ${days})`,
  },
  read_counter: {
    by: "viewer",
    reads: true,
    ask: (n) => `read_counter(${id(world().counter)}, ${names(n)})`,
  },
  read_counter_facts: {
    by: "viewer",
    reads: true,
    ask: (n) => `read_counter_facts(${id(world().toCompare)}, ${names(n)})`,
  },
  read_lookup: {
    by: "viewer",
    reads: true,
    ask: (n) => `read_lookup(${id(world().toCompare)}, ${names(n)})`,
  },
  read_use: {
    by: "viewer",
    reads: true,
    ask: (n) => `read_use(${id(world().use)}, ${swapped(n)}, null)`,
  },
  release_claim: { by: "clerk", ask: (n) => `release_claim(${id(world().held)}, ${names(n)}, 'x')` },
  remove_member: {
    by: "owner",
    ask: (n) => `remove_member(${swapped(n)}, ${id(world().viewer)}, 'x')`,
  },
  resend_invitation: {
    by: "owner",
    ask: (n) =>
      `resend_invitation(${id(world().invitation)}, ${swapped(n)}, '${world().email}', sha256('${randomUUID()}'), 60,
        '${randomUUID()}', '${randomUUID()}', 'x', 'x', '[]', 'x')`,
  },
  pair_device: {
    by: "owner",
    ask: (n) => `pair_device(${swapped(n)}, ${id(world().counter)}, '${randomUUID()}', null, 60, 'x', 'x')`,
  },
  end_device: { by: "owner", ask: (n) => `end_device(${swapped(n)}, ${id(world().device)}, 'x')` },
  list_devices: { by: "owner", reads: true, own: true, ask: (n) => `list_devices(${swapped(n)})` },
  save_branch: { by: "owner", ask: (n) => `save_branch(${id(world().branch)}, ${swapped(n)}, 'Otra', 'x')` },
  save_counter: {
    by: "owner",
    ask: (n) => `save_counter(null, ${id(world().branch)}, ${swapped(n)}, 'Caja 9', 'x')`,
  },
  scan_order: {
    by: "viewer",
    own: true,
    ask: (n) => `scan_order(gen_random_uuid(), ${names(n)}, 'scan', 'x', null, 'foreign', '[]')`,
  },
  scan_standing: {
    by: "viewer",
    reads: true,
    ask: (n) => `scan_standing(${id(world().digits)}, ${names(n)})`,
  },
  settle_use: {
    by: "clerk",
    ask: (n) =>
      `settle_use(${id(world().toUse)}, ${id(n.provider)}, gen_random_uuid(), ${id(n.person)}, 'x')`,
  },
  undo_use: {
    by: "clerk",
    ask: (n) => `undo_use(${id(world().use)}, ${names(n)}, null, gen_random_uuid(), 'Motivo largo', 'x')`,
  },
  use_of_key: {
    by: "clerk",
    reads: true,
    ask: (n) => `use_of_key(${swapped(n)}, ${id(world().key)})`,
  },
  use_order: {
    by: "clerk",
    ask: (n) =>
      `use_order(${id(world().order)}, ${names(n)}, null, ${id(world().toUse)}, gen_random_uuid(), null, null, 'x')`,
  },
  use_to_prove: {
    by: "viewer",
    reads: true,
    ask: (n) => `use_to_prove(${id(world().use)}, ${names(n)})`,
  },
});
