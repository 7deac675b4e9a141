import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mapTexts, type OrderTexts } from "@/model/order-field";
import { selectTexts } from "./order-texts";

/** An order as it is stored, its personal data sealed. */
export type StoredOrder = OrderTexts & {
  id: string;
  kindCode: string;
  numberKey: string;
  affiliateIdKind: string;
  affiliateIdSealed: Buffer;
  affiliateNameSealed: Buffer;
  value: number;
  issuedOn: string;
  validUntil: string;
  providerNit: string | null;
  state: "issued" | "delivered" | "used" | "annulled" | "blocked" | "replaced";
  touched: boolean;
  own: boolean;
  byCore: boolean;
  /** What the core said of it while it is in review. */
  coreSaid: "annulled" | "used" | null;
  /** It changed after the rehearsal that was confirmed had begun. */
  newer: boolean;
  /** When it was last changed, with every digit: a change made since is not overwritten. */
  version: string;
};

type StoredRow = OrderTexts & {
  id: string;
  kind_code: string;
  number_key: string;
  affiliate_id_kind: string;
  affiliate_id_sealed: Buffer;
  affiliate_name_sealed: Buffer;
  value: string;
  issued_on: string;
  valid_until: string;
  provider_nit: string | null;
  state: StoredOrder["state"];
  touched: boolean;
  own: boolean;
  by_core: boolean;
  core_said: StoredOrder["coreSaid"];
  newer: boolean;
  version: string;
};

/** The stored orders among these keys; `run` is the one that writes, null rehearses. */
export async function findOrdersByKey(
  db: Database,
  keys: readonly { kindCode: string; numberKey: string }[],
  run: string | null,
): Promise<StoredOrder[]> {
  const rows = await db.execute<StoredRow>(sql`
    select o.id, o.kind_code, o.number_key, o.affiliate_id_kind, o.affiliate_id_sealed, o.affiliate_name_sealed,
      o.value::text as value, ${selectTexts}, o.issued_on::text as issued_on, o.valid_until::text as valid_until,
      o.provider_nit, o.state, o.balance < o.value as touched,
      o.drafted_by is not null as own, is_core_state(o) as by_core, o.core_said,
      coalesce(o.updated_at > (select i.previewed_at from import_run i where i.id = ${run}::uuid), false) as newer,
      o.updated_at::text as version
    from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as k("kindCode" text, "numberKey" text)
    join "order" o on o.kind_code = k."kindCode" and o.number_key = k."numberKey"`);
  return rows.map((row) => ({
    id: row.id,
    kindCode: row.kind_code,
    numberKey: row.number_key,
    affiliateIdKind: row.affiliate_id_kind,
    affiliateIdSealed: row.affiliate_id_sealed,
    affiliateNameSealed: row.affiliate_name_sealed,
    value: Number(row.value),
    ...mapTexts((name) => row[name]),
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    providerNit: row.provider_nit,
    state: row.state,
    touched: row.touched,
    own: row.own,
    byCore: row.by_core,
    coreSaid: row.core_said,
    newer: row.newer,
    version: row.version,
  }));
}

type KindRow = {
  code: string;
  largest: string;
  validity_days: number | null;
  validity_until: string | null;
  to_working_day: boolean;
  approval_from: string | null;
  core_digits_only: boolean;
  core_shortest: number;
  core_longest: number;
  active: boolean;
};

/** What the rules of an import must know: kinds with their largest value, last day of each NIT's convenios. */
export async function findImportRules(db: Database) {
  const kinds = await db.execute<KindRow>(
    sql`select code, largest_value::text as largest, validity_days, validity_until::text as validity_until,
      to_working_day, approval_from::text as approval_from, core_digits_only, core_shortest, core_longest, active
      from order_kind order by not active, position`,
  );
  const agreements = await db.execute<{ nit: string; ends_on: string }>(
    sql`select nit, max(ends_on)::text as ends_on from agreement group by nit`,
  );
  const [day] = await db.execute<{ today: string }>(sql`select bogota_today()::text as today`);
  if (!day) throw new Error("no day");
  return {
    kinds: new Map(kinds.map(({ code, largest }) => [code, Number(largest)])),
    /** What a change of a known order may not go beyond. */
    limits: new Map(
      kinds.map((kind) => [
        kind.code,
        {
          validityDays: kind.validity_days,
          validityUntil: kind.validity_until,
          toWorkingDay: kind.to_working_day,
          largestValue: Number(kind.largest),
          approvalFrom: kind.approval_from === null ? null : Number(kind.approval_from),
        },
      ]),
    ),
    /** How the core writes the numbers of a kind; only new orders are held to it. */
    numberShapes: new Map(
      kinds.map((kind) => [
        kind.code,
        { digitsOnly: kind.core_digits_only, shortest: kind.core_shortest, longest: kind.core_longest },
      ]),
    ),
    closedKinds: new Set(kinds.filter(({ active }) => !active).map(({ code }) => code)),
    agreements: new Map(agreements.map(({ nit, ends_on }) => [nit, ends_on])),
    today: day.today,
  };
}

export type ImportSubject = "orders" | "agreements";

/** When this very file was last read to its end; null when never. */
export async function findFinishedImport(
  db: Database,
  subject: ImportSubject,
  sha256: Buffer,
): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select to_char(max(finished_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from import_run where subject = ${subject} and sha256 = ${sha256} and state = 'finished'`);
  return row?.at ? new Date(row.at) : null;
}

/** Opens the record of a run, which its worker keeps by a lease (keepImport). */
export async function startImport(
  db: Database,
  run: { subject: ImportSubject; fileName: string; sha256: Buffer; startedBy: string | null },
  worker: { id: string; leaseSeconds: number },
): Promise<string> {
  const [row] = await db.execute<{ id: string }>(
    sql`select start_import(${run.subject}, ${run.fileName}, ${run.sha256}, ${run.startedBy}::uuid, ${worker.id}::uuid,
      ${worker.leaseSeconds}) as id`,
  );
  if (!row) throw new Error("start_import answered nothing");
  return row.id;
}

/**
 * Closes it, with its event, for the worker that holds it: "failed" when the file had no good line, null when the
 * run was over before.
 */
export async function finishImport(
  db: Database,
  run: string,
  worker: string,
  counts: { lines: number; held: number; refused: number },
): Promise<"finished" | "failed" | null> {
  const [row] = await db.execute<{ state: "finished" | "failed" | null }>(
    sql`select finish_import(${run}, ${worker}::uuid, ${counts.lines}, ${counts.held}, ${counts.refused}) as state`,
  );
  return row?.state ?? null;
}
