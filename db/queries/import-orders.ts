import { and, asc, desc, eq, max, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { importRuns } from "@/db/schema/import";
import { orders } from "@/db/schema/order";
import { orderKinds } from "@/db/schema/order-kind";
import { agreements } from "@/db/schema/provider";
import { orderTexts } from "./order-texts";

/** An order as it is stored, its personal data sealed. */
export type StoredOrder = Awaited<ReturnType<typeof findOrdersByKey>>[number];

type OrderKey = { kindCode: string; numberKey: string };

const wantedKeys = (keys: readonly OrderKey[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as wanted("kindCode" text, "numberKey" text)`;

/** Which of these keys an order has. */
export async function findOrderKeys(db: Database, keys: readonly OrderKey[]): Promise<OrderKey[]> {
  return db
    .select({ kindCode: orders.kindCode, numberKey: sql<string>`wanted."numberKey"` })
    .from(wantedKeys(keys))
    .innerJoin(
      orders,
      and(sql`${orders.kindCode} = wanted."kindCode"`, sql`${orders.numberKey} = wanted."numberKey"`),
    );
}

/** The stored orders among these keys; `run` is the one that writes, null rehearses. */
export async function findOrdersByKey(db: Database, keys: readonly OrderKey[], run: string | null) {
  const wanted = wantedKeys(keys);
  const rows = await db
    .select({
      id: orders.id,
      kindCode: orders.kindCode,
      numberKey: orders.numberKey,
      affiliateIdKind: orders.affiliateIdKind,
      affiliateIdSealed: orders.affiliateIdSealed,
      affiliateNameSealed: orders.affiliateNameSealed,
      value: orders.value,
      ...orderTexts,
      issuedOn: orders.issuedOn,
      validUntil: orders.validUntil,
      providerNit: orders.providerNit,
      state: orders.state,
      touched: sql<boolean>`${orders.balance} < ${orders.value}`,
      own: sql<boolean>`${orders.draftedBy} is not null`,
      byCore: sql<boolean>`is_core_state(${orders})`,
      /** What the core said of it while it is in review. */
      coreSaid: orders.coreSaid,
      coreUsedOn: orders.coreUsedOn,
      /** Whether it changed after the dry run began that a person confirmed. */
      newer: sql<boolean>`coalesce(${orders.updatedAt} > (
        select i.previewed_at from import_run i where i.id = ${run}::uuid), false)`,
      /** When it was last changed, with every digit: a change made since is not overwritten. */
      version: sql<string>`${orders.updatedAt}::text`,
    })
    .from(wanted)
    .innerJoin(
      orders,
      and(sql`${orders.kindCode} = wanted."kindCode"`, sql`${orders.numberKey} = wanted."numberKey"`),
    );
  // A draft has no number yet, so none is found by one.
  return rows.flatMap(({ numberKey, state, ...order }) =>
    numberKey === null || state === "draft" ? [] : [{ ...order, numberKey, state }],
  );
}

/** What the rules of an import must know: kinds with their largest value, last day of each NIT's convenios. */
export async function findImportRules(db: Database) {
  const [kinds, companies, today] = await Promise.all([
    db.select().from(orderKinds).orderBy(desc(orderKinds.active), asc(orderKinds.position)),
    db
      .select({ nit: agreements.nit, endsOn: sql<string>`max(${agreements.endsOn})` })
      .from(agreements)
      .groupBy(agreements.nit),
    call(db, "bogota_today", {}),
  ]);
  return {
    kinds: new Map(kinds.map(({ code, largestValue }) => [code, largestValue])),
    /** The limits of its kind that a change of a known order must keep. */
    limits: new Map(
      kinds.map(({ code, validityDays, validityUntil, toWorkingDay, largestValue, approvalFrom }) => [
        code,
        { validityDays, validityUntil, toWorkingDay, largestValue, approvalFrom },
      ]),
    ),
    /** How the core writes the numbers of a kind; only new orders are held to it. */
    numberShapes: new Map(
      kinds.map(({ code, coreDigitsOnly: digitsOnly, coreShortest: shortest, coreLongest: longest }) => [
        code,
        { digitsOnly, shortest, longest },
      ]),
    ),
    /** How the numbers are written that a kind gives here. */
    ownSeries: new Map(
      kinds.map(({ code, numberPrefix: prefix, numberLength: length }) => [code, { prefix, length }]),
    ),
    closedKinds: new Set(kinds.filter(({ active }) => !active).map(({ code }) => code)),
    agreements: new Map(companies.map(({ nit, endsOn }) => [nit, endsOn])),
    today,
  };
}

/** When this very file was last read to its end; null when never. */
export async function findFinishedImport(
  db: Database,
  subject: ImportSubject,
  sha256: Buffer,
): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(importRuns.finishedAt) })
    .from(importRuns)
    .where(
      and(eq(importRuns.subject, subject), eq(importRuns.sha256, sha256), eq(importRuns.state, "finished")),
    );
  return row?.at ?? null;
}

/** What was assumed of an uploaded file while it was looked at; null before that. */
export async function findImportNotes(db: Database, run: string): Promise<unknown> {
  const [row] = await db.select({ notes: importRuns.notes }).from(importRuns).where(eq(importRuns.id, run));
  return row?.notes ?? null;
}
