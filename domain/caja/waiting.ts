import { cajaDatabase, databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { ANSWER_WORKING_DAYS } from "@/domain/request/rules";
import {
  type CajaActor,
  type CajaRole,
  can,
  type Grant,
  type Permission,
  permissionsOfRoles,
} from "@/model/access";
import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { REVIEW_WORKING_DAYS } from "@/model/report";
import { addWorkingDays } from "@/model/working-day";

type Row = Answer<"list_waiting">[number];
export type WaitingKind = Row["kind"];

/**
 * Who does something about each kind, who only reads it, and in how many working days it should be done: requests and
 * reports as it was promised to the provider, what a colleague or the portal waits for on the next day. What has a day
 * of its own brings it along.
 */
const kinds: Readonly<Record<WaitingKind, { acts: Permission; reads?: Permission; days: number }>> = {
  request: { acts: "request.decide", reads: "request.read", days: ANSWER_WORKING_DAYS },
  renewal: { acts: "request.decide", reads: "request.read", days: ANSWER_WORKING_DAYS },
  correction: { acts: "request.decide", reads: "request.read", days: ANSWER_WORKING_DAYS },
  report: { acts: "report.handle", reads: "report.read", days: REVIEW_WORKING_DAYS },
  undo: { acts: "use.undo", reads: "undo.read", days: REVIEW_WORKING_DAYS },
  draft: { acts: "order.approve", days: 1 },
  change: { acts: "order.approve", days: 1 },
  payment: { acts: "settlement.approve", reads: "settlement.read", days: 1 },
  reversal: { acts: "settlement.approve", reads: "settlement.read", days: 1 },
  bank_account: { acts: "bank_account.manage", days: 1 },
  import: { acts: "order.import", reads: "import.read", days: 1 },
  agreement_import: { acts: "agreement.manage", reads: "import.read", days: 1 },
  // Their own days, which the law gives (model/rights.ts, model/incident.ts).
  incident: { acts: "incident.manage", reads: "incident.read", days: 0 },
  rights: { acts: "rights.handle", reads: "rights.read", days: 0 },
  mail: { acts: "settings.edit", days: 1 },
};
const everyKind = Object.keys(kinds) as WaitingKind[];

/** The kinds that a role does something about. */
export function ownKindsOf(role: CajaRole): WaitingKind[] {
  return everyKind.filter((kind) =>
    permissionsOfRoles.some((row) => row.role === role && row.permission === kinds[kind].acts),
  );
}

/** The kinds that are this person's to do; of somebody who does none of them, those that they may read. */
export function waitingKindsOf(actor: CajaActor): WaitingKind[] {
  const own = ownKindsOf(actor.role);
  return own.length > 0 ? own : everyKind.filter((kind) => can(actor, kinds[kind].reads ?? kinds[kind].acts));
}

/** How much waits of each kind that this person does or reads, in one statement. */
export async function countWaiting({
  actor,
}: Grant<"caja.dashboard">): Promise<Partial<Record<WaitingKind, number>>> {
  const rows = await call(cajaDatabase(), "count_waiting", {});
  const shown = everyKind.filter((kind) =>
    [kinds[kind].acts, kinds[kind].reads].some((needs) => needs !== undefined && can(actor, needs)),
  );
  return Object.fromEntries(
    rows.filter(({ kind }) => shown.includes(kind)).map(({ kind, waiting }) => [kind, waiting]),
  );
}

/** Something that waits: `own` is of this very person, and a second one must look at it. */
export type WaitingItem = Row & { dueOn: CalendarDay; own: boolean };

/** A row with the day until which it should be done. */
export const withDueDay = (row: Row): WaitingItem => ({
  ...row,
  dueOn: row.dueOn ?? addWorkingDays(bogotaDay(row.sentAt), kinds[row.kind].days),
  own: false,
});

/** What waits longest for this person, the oldest first. */
export async function listWaiting(grant: Grant<"caja.dashboard">, limit: number): Promise<WaitingItem[]> {
  const rows = await call(databaseFor(grant), "list_waiting", { kinds: waitingKindsOf(grant.actor), limit });
  return rows
    .sort((one, other) => one.since.getTime() - other.since.getTime())
    .slice(0, limit)
    .map((row) => ({ ...withDueDay(row), own: row.person === grant.actor.personId }));
}
