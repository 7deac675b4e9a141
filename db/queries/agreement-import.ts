import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { importMoves, importRuns } from "@/db/schema/import";
import { orders } from "@/db/schema/order";
import { agreements } from "@/db/schema/provider";
import { orderUses } from "@/db/schema/use";

/** The stored convenios among these numbers; `run` is the one that writes, null rehearses. */
export function findAgreements(db: Database, numbers: readonly string[], run: string | null) {
  return db
    .select({
      number: agreements.number,
      nit: agreements.nit,
      checkDigit: agreements.checkDigit,
      legalName: agreements.legalName,
      email: agreements.email,
      phone: agreements.phone,
      municipality: agreements.municipality,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
      /** Whether it changed after the preview began that a person confirmed. */
      newer: sql<boolean>`coalesce(${agreements.updatedAt} > (
        select ${importRuns.previewedAt} from ${importRuns} where ${importRuns.id} = ${run}::uuid), false)`,
    })
    .from(agreements)
    .where(inArray(agreements.number, [...numbers]));
}

/** The convenios of these NITs, the one that ends last first. */
export function findAgreementsOfNits(db: Database, nits: readonly string[]) {
  return db
    .select({ nit: agreements.nit, number: agreements.number, legalName: agreements.legalName })
    .from(agreements)
    .where(inArray(agreements.nit, [...nits]))
    .orderBy(desc(agreements.endsOn), agreements.number);
}

/** What the preview of a run showed of a line: the NIT that it showed, null of a new convenio, and the tick. */
export type ShownMove = { from: string | null; accepted: boolean };

/** The moves that the preview of a run showed, by line, with what a person ticked. */
export async function findShownMoves(db: Database, run: string): Promise<Map<number, ShownMove>> {
  const rows = await db
    .select({ line: importMoves.line, from: importMoves.nitFrom, accepted: importMoves.accepted })
    .from(importMoves)
    .where(sql`${importMoves.runId} = ${run}::uuid`);
  return new Map(rows.map(({ line, ...shown }) => [line, shown]));
}

/** The orders in force that only these NITs may take: how many, what is left on them, uses, and the first of them. */
export async function findBoundOrders(db: Database, nits: readonly string[]) {
  const bound = await db
    .select({
      nit: sql<string>`${orders.providerNit}`,
      orders: sql<number>`count(*)::int`,
      amount: sql`coalesce(sum(${orders.balance}), 0)`.mapWith(Number),
      numbers: sql<string[]>`(array_agg(${orders.kindCode} || ' ' || ${orders.number}
        order by ${orders.kindCode}, ${orders.number}))[1:20]`,
    })
    .from(orders)
    .where(
      and(inArray(orders.providerNit, [...nits]), inArray(orders.state, ["issued", "delivered", "blocked"])),
    )
    .groupBy(orders.providerNit);
  const used = await db
    .select({ nit: sql<string>`${orders.providerNit}`, uses: count() })
    .from(orderUses)
    .innerJoin(orders, eq(orders.id, orderUses.orderId))
    .where(
      and(
        inArray(orders.providerNit, [...nits]),
        eq(orderUses.kind, "use"),
        sql`not exists (select from ${orderUses} back where back.undoes = ${orderUses.id})`,
      ),
    )
    .groupBy(orders.providerNit);
  const nothing = { orders: 0, amount: 0, numbers: [] as string[] };
  return new Map(
    nits.map((nit) => [
      nit,
      {
        ...(bound.find((row) => row.nit === nit) ?? nothing),
        uses: used.find((row) => row.nit === nit)?.uses ?? 0,
      },
    ]),
  );
}
