import { type AnyColumn, between, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { containing, nitPatterns, wordsIn } from "@/db/like";
import { persons } from "@/db/schema/account";
import { auditEvents } from "@/db/schema/audit";
import { lookups } from "@/db/schema/lookup";
import { orders } from "@/db/schema/order";
import { providers } from "@/db/schema/provider";
import { reports } from "@/db/schema/report";
import { requests } from "@/db/schema/request";
import { orderUses } from "@/db/schema/use";

/** What a subject that was typed can be meant as. */
export type AuditSubject = {
  /** As it was typed, and without what nobody reads. */
  spellings: readonly string[];
  orderNumbers: readonly string[];
  nits: readonly string[];
  receipt: number | null;
  lookup: { from: string; to: string } | null;
};

/** More questions that met these orders than these are not followed one by one; the newest are. */
const MOST_LOOKUPS = 500;

/** Every word that is typed is within the text, in any order and without accents; without a word nothing is. */
function namedBy(text: SQL | AnyColumn, typed: string): SQL {
  const words = wordsIn(typed).map((word) => sql`plain_words(${text}) like ${containing(word)}`);
  return words.length === 0 ? sql`false` : sql.join(words, sql` and `);
}

export const personsNamed = (db: Database, person: string) =>
  db
    .select({ id: persons.id })
    .from(persons)
    .where(namedBy(sql`${persons.name} || ' ' || ${persons.email}`, person));

/** The providers of a name or a NIT. */
export async function findProviders(db: Database, typed: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: providers.id })
    .from(providers)
    .where(
      or(
        namedBy(providers.legalName, typed),
        ...nitPatterns(typed).map((pattern) => ilike(providers.nit, pattern)),
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * The conditions that lead to what happened to a subject: the thing itself, an order with the questions, uses and
 * reports about it, a request by its filing number, a provider by its NIT.
 */
export async function findAbouts(db: Database, subject: AuditSubject): Promise<SQL[]> {
  const { spellings, orderNumbers, nits, receipt, lookup } = subject;
  const [filed, companies, uses, found] = await Promise.all([
    db
      .select({ id: requests.id, number: requests.filingNumber })
      .from(requests)
      .where(inArray(requests.filingNumber, [...spellings])),
    nits.length === 0
      ? []
      : db
          .select({ id: providers.id })
          .from(providers)
          .where(inArray(providers.nit, [...nits])),
    receipt === null
      ? []
      : db
          .select({ id: orderUses.id, orderId: orderUses.orderId })
          .from(orderUses)
          .where(eq(orderUses.serial, receipt)),
    lookup === null
      ? []
      : db
          .select({ id: lookups.id })
          .from(lookups)
          .where(between(lookups.id, lookup.from, lookup.to))
          .limit(5),
  ]);
  const numbered = orderNumbers.length === 0 ? [] : await findNumbered(db, [...orderNumbers]);
  const orderIds = [...numbered.map(({ id }) => id), ...uses.map(({ orderId }) => orderId)];
  const around = orderIds.length === 0 ? [] : await findAround(db, orderIds);
  const ids = [
    ...spellings,
    ...[...filed, ...uses, ...found].map(({ id }) => id),
    ...filed.map(({ number }) => number),
    ...orderIds,
    ...around,
  ];
  return [
    inArray(auditEvents.subjectId, [...new Set(ids)]),
    ...companies.map(({ id }) => eq(auditEvents.providerId, id)),
  ];
}

/** The orders of these numbers, at most one of each kind; "h8" is H0000008 of the own series, as everywhere. */
async function findNumbered(db: Database, numbers: string[]): Promise<{ id: string }[]> {
  // Asked before, not within the condition: there it would be asked for each order that there is.
  const series = await call(db, "own_series_keys", { kind: null, keys: numbers });
  return db
    .select({ id: orders.id })
    .from(orders)
    .where(inArray(orders.numberKey, [...numbers, ...series]));
}

/** The questions, uses and reports of these orders, whose events are about themselves. */
async function findAround(db: Database, orderIds: readonly string[]): Promise<string[]> {
  const [questions, entries, filed] = await Promise.all([
    db
      .select({ id: lookups.id })
      .from(lookups)
      .where(inArray(lookups.orderId, [...orderIds]))
      .orderBy(desc(lookups.askedAt))
      .limit(MOST_LOOKUPS),
    db
      .select({ id: orderUses.id })
      .from(orderUses)
      .where(inArray(orderUses.orderId, [...orderIds])),
    db
      .select({ folio: reports.folio })
      .from(reports)
      .where(inArray(reports.orderId, [...orderIds])),
  ]);
  return [...[...questions, ...entries].map(({ id }) => id), ...filed.map(({ folio }) => folio)];
}
