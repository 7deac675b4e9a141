import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";

type Issuer = Grant<"order.issue">;
type Changer = Grant<"order.change">;

/** A draft for the database, the affiliate's ID and name sealed to its own row. */
export type DraftRow = {
  id: string;
  kindCode: string;
  affiliateIdKind: string;
  idSealed: Buffer;
  idIndex: Buffer;
  nameSealed: Buffer;
  value: number;
  concept: string;
  issuedOn: string;
  validUntil: string;
  providerNit: string | null;
  office: string;
};

/** A draft as it was shown; of an order that says the same, why another one is issued. */
export type ShownDraft = { order: string; version: string; repeats?: string | null; reason?: string | null };

/** What the page of an order had shown of it (db/queries/seen.ts); without it nothing is compared. */
type Seen = { seen?: string };

/** Each of these answers "done", or the code of what forbids it (db/functions/order_draft.sql, order_life.sql). */
export async function saveDraft(
  db: Database,
  { actor }: Issuer,
  row: DraftRow & { version?: string | null },
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`save_order_draft(${row.id}::uuid, ${actor.personId}::uuid, ${row.kindCode}, ${row.affiliateIdKind},
      ${row.idSealed}, ${row.idIndex}, ${row.nameSealed}, ${row.value}, ${row.concept}, ${row.issuedOn}::date,
      ${row.validUntil}::date, ${row.providerNit}, ${row.office}, ${ip}, ${row.version ?? null})`,
  );
}

export async function discardDraft(
  db: Database,
  { actor }: Issuer,
  { order, version }: { order: string; version: string },
  ip: string,
): Promise<string> {
  return outcomeOf(db, sql`discard_order_draft(${order}::uuid, ${actor.personId}::uuid, ${ip}, ${version})`);
}

export async function askApproval(
  db: Database,
  { actor }: Issuer,
  { order, version, repeats = null, reason = null }: ShownDraft,
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`ask_order_approval(${order}::uuid, ${actor.personId}::uuid, ${version}, ${ip}, ${repeats}::uuid, ${reason})`,
  );
}

export async function sendBack(
  db: Database,
  { actor }: Grant<"order.approve">,
  { order, version, reason }: { order: string; version: string; reason: string },
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`send_order_back(${order}::uuid, ${actor.personId}::uuid, ${reason}, ${ip}, ${version})`,
  );
}

/** `approves`: a second person, for a draft that waits for one. */
export async function issue(
  db: Database,
  { actor }: Issuer | Grant<"order.approve">,
  { order, version, approves, repeats = null, reason = null }: ShownDraft & { approves: boolean },
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`issue_order(${order}::uuid, ${actor.personId}::uuid, ${version}, ${approves}, ${ip}, ${repeats}::uuid,
      ${reason})`,
  );
}

export async function deliver(
  db: Database,
  { actor }: Changer,
  { order, seen }: { order: string } & Seen,
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`deliver_order(${order}::uuid, ${actor.personId}::uuid, ${ip}, ${seen ?? null}::text::jsonb)`,
  );
}

export async function annul(
  db: Database,
  { actor }: Grant<"order.annul">,
  { order, cause, reason, seen }: { order: string; cause: string; reason: string } & Seen,
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`annul_order(${order}::uuid, ${actor.personId}::uuid, ${cause}, ${reason}, ${ip},
      ${seen ?? null}::text::jsonb)`,
  );
}

export async function block(
  db: Database,
  { actor }: Changer,
  { order, reason, seen }: { order: string; reason: string } & Seen,
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`block_order(${order}::uuid, ${actor.personId}::uuid, ${reason}, ${ip}, ${seen ?? null}::text::jsonb)`,
  );
}

export async function unblock(
  db: Database,
  { actor }: Changer,
  { order, reason, hold, seen }: { order: string; reason: string; hold?: string } & Seen,
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`unblock_order(${order}::uuid, ${actor.personId}::uuid, ${reason}, ${ip}, ${hold ?? null}::uuid,
      ${seen ?? null}::text::jsonb)`,
  );
}

export async function extend(
  db: Database,
  { actor }: Changer | Grant<"order.approve">,
  {
    order,
    was,
    until,
    reason,
    change = null,
    seen,
  }: { order: string; was: string; until: string; reason: string; change?: string | null } & Seen,
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`extend_order(${order}::uuid, ${actor.personId}::uuid, ${was}::date, ${until}::date, ${reason}, ${ip},
      ${change}::uuid, ${seen ?? null}::text::jsonb)`,
  );
}

export async function replace(
  db: Database,
  { actor }: Changer | Grant<"order.approve">,
  lost: {
    order: string;
    version: string;
    newId: string;
    idSealed: Buffer;
    nameSealed: Buffer;
    reason: string;
    change?: string | null;
  } & Seen,
  ip: string,
): Promise<string> {
  return outcomeOf(
    db,
    sql`replace_order(${lost.order}::uuid, ${lost.newId}::uuid, ${actor.personId}::uuid, ${lost.version},
      ${lost.idSealed}, ${lost.nameSealed}, ${lost.reason}, ${ip}, ${lost.change ?? null}::uuid,
      ${lost.seen ?? null}::text::jsonb)`,
  );
}

export async function sendChangeBack(
  db: Database,
  { actor }: Grant<"order.approve">,
  { change, reason }: { change: string; reason: string },
  ip: string,
): Promise<string> {
  return outcomeOf(db, sql`send_change_back(${change}::uuid, ${actor.personId}::uuid, ${reason}, ${ip})`);
}

async function outcomeOf(db: Database, call: ReturnType<typeof sql>): Promise<string> {
  const [row] = await db.execute<{ outcome: string }>(sql`select ${call} as outcome`);
  return row?.outcome ?? "not_found";
}
