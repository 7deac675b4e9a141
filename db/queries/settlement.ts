import { and, asc, eq, inArray, isNotNull, or, sql, sum } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { containing, nitPatterns, wordsIn } from "@/db/like";
import { settlements } from "@/db/schema/settlement";
import { orderUses } from "@/db/schema/use";
import type { Grant } from "@/model/access";
import type { Period, SettlementState } from "@/model/settlement";

const toUse = ({ cursorAt, ...row }: Answer<"settlement_rows">[number]) => ({
  ...row,
  /** Its place in the list, with every digit of its moment. */
  cursor: { at: cursorAt, serial: row.serial },
});
/**
 * A use with its settlement state. `useInvoice` is what the counter wrote as its invoice, `invoice` the one
 * that charges it to the caja; `version` changes with its state and when it is undone.
 */
export type SettledUse = ReturnType<typeof toUse>;

/** A page by its offset, or what comes after a use. */
export type UsePage = { after?: SettledUse["cursor"] | null; limit: number; offset?: number };

const pageOf = ({ after = null, limit, offset = 0 }: UsePage) => ({
  after: after?.at ?? null,
  afterSerial: after?.serial ?? null,
  limit,
  offset,
});

/** Uses of the grant's provider in the period, oldest first; empty for somebody who is no longer an owner. */
export async function listOwnSettlement(
  db: Database,
  { actor }: Grant<"history.export">,
  days: Period,
  page: UsePage,
): Promise<SettledUse[]> {
  const own = { provider: actor.provider.id, person: actor.personId, ...days, ...pageOf(page) };
  return (await call(db, "own_settlement_rows", own)).map(toUse);
}

/** What a provider used in the days, oldest first; of one state or of all. */
export async function listSettlement(
  db: Database,
  provider: string,
  days: Period,
  { state = null, ...page }: UsePage & { state?: SettlementState | null },
): Promise<SettledUse[]> {
  return (await call(db, "settlement_rows", { provider, ...days, state, ...pageOf(page) })).map(toUse);
}

/** A page of the providers with uses, by name, with amounts by state. */
export async function listSettledProviders(
  db: Database,
  { from, to }: Period,
  { search, limit, offset }: { search: string; limit: number; offset: number },
) {
  const rows = await call(db, "settlement_providers", { from, to, ...soughtBy(search), limit, offset });
  return rows.map(({ providerId, providerName, nit, checkDigit, uses, ...amounts }) => ({
    provider: { id: providerId, name: providerName, nit, checkDigit },
    uses,
    amounts: amounts satisfies Record<SettlementState, number>,
  }));
}

/** A NIT however it is written, or the words of a name in any order; null for an empty search. */
function soughtBy(search: string): { like: string | null; words: string[] | null } {
  if (search === "") return { like: null, words: null };
  const words = wordsIn(search).map(containing);
  return { like: nitPatterns(search).at(-1) ?? "", words: words.length > 0 ? words : null };
}

/** How many providers used something in the days, how often and how much. */
export function sumSettledProviders(db: Database, { from, to }: Period, search: string) {
  return call(db, "settlement_totals", { from, to, ...soughtBy(search) });
}

/** Number and moment of a provider's uses, oldest first: how people name them. */
export async function listUsesById(db: Database, providerId: string, ids: readonly string[]) {
  const rows = await db
    .select({ serial: orderUses.serial, at: orderUses.at })
    .from(orderUses)
    .where(and(eq(orderUses.providerId, providerId), inArray(orderUses.id, [...ids])))
    .orderBy(asc(orderUses.at), asc(orderUses.serial));
  return rows;
}

/** How much an invoice charges once these uses are put on it too. */
export async function sumCharged(
  db: Database,
  providerId: string,
  { ids, cufe }: { ids: readonly string[]; cufe: string },
): Promise<number> {
  const [row] = await db
    .select({ amount: sum(orderUses.amount).mapWith(Number) })
    .from(orderUses)
    .leftJoin(settlements, eq(settlements.useId, orderUses.id))
    .where(
      and(
        eq(orderUses.providerId, providerId),
        or(inArray(orderUses.id, [...ids]), eq(settlements.cufe, cufe)),
      ),
    );
  return row?.amount ?? 0;
}

export type ShownUse = { id: string; version: string };
/** Uses whose version differs from the shown one, oldest first, with their current state. */
export async function listMovedUses(db: Database, providerId: string, shown: readonly ShownUse[]) {
  const versions = new Map(shown.map(({ id, version }) => [id, version]));
  const back = alias(orderUses, "back");
  const rows = await db
    .select({
      id: orderUses.id,
      serial: orderUses.serial,
      at: orderUses.at,
      undone: isNotNull(back.id).mapWith(Boolean),
      state: settlements.state,
      version: sql<string>`use_version(${orderUses.id})`,
    })
    .from(orderUses)
    .leftJoin(settlements, eq(settlements.useId, orderUses.id))
    .leftJoin(back, eq(back.undoes, orderUses.id))
    .where(and(eq(orderUses.providerId, providerId), inArray(orderUses.id, [...versions.keys()])))
    .orderBy(asc(orderUses.at), asc(orderUses.serial));
  return rows
    .filter(({ id, version }) => versions.get(id) !== version)
    .map(({ serial, at, undone, state }) => ({
      serial,
      at,
      state: undone ? ("undone" as const) : (state ?? ("open" as const)),
    }));
}
