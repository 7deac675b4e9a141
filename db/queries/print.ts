import { and, asc, count, desc, eq, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { orders } from "@/db/schema/order";
import { orderCodes, orderKeys } from "@/db/schema/order-code";
import { orderKinds } from "@/db/schema/order-kind";
import { agreements } from "@/db/schema/provider";
import type { Grant } from "@/model/access";
import type { SignedCode } from "@/model/order-code";
import type { PrintFilter } from "@/model/order-list";
import { isPrinted } from "./order-filters";
import { orderTexts } from "./order-texts";

/** An order as it goes to paper, its personal data sealed. */
export type Printable = Awaited<ReturnType<typeof listPrintable>>[number];

/** Those among these ids that have a number, in its order. */
async function read(db: Database, which: SQL) {
  const company = db
    .select({ checkDigit: agreements.checkDigit, legalName: agreements.legalName })
    .from(agreements)
    .where(eq(agreements.nit, orders.providerNit))
    .orderBy(desc(agreements.endsOn))
    .limit(1)
    .as("company");
  const rows = await db
    .select({
      id: orders.id,
      kindCode: orders.kindCode,
      kindName: sql<string>`rules.name`,
      kindNumber: orderKinds.codeNumber,
      number: orders.number,
      numberKey: orders.numberKey,
      affiliateIdKind: orders.affiliateIdKind,
      affiliateIdSealed: orders.affiliateIdSealed,
      affiliateIdIndex: orders.affiliateIdIndex,
      affiliateNameSealed: orders.affiliateNameSealed,
      value: orders.value,
      partialUse: sql<boolean>`rules.partial_use`,
      ...orderTexts,
      issuedOn: orders.issuedOn,
      validUntil: orders.validUntil,
      providerNit: orders.providerNit,
      providerCheckDigit: company.checkDigit,
      providerName: company.legalName,
      /** The code of an earlier printing, while its key may be believed. */
      code: orderCodes.code,
      keyRevoked: sql<boolean>`coalesce(${orderKeys.state} = 'revoked', false)`,
    })
    .from(orders)
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .innerJoinLateral(sql`rules_of(${orders}) rules`, sql`true`)
    .leftJoin(orderCodes, eq(orderCodes.orderId, orders.id))
    .leftJoin(orderKeys, eq(orderKeys.id, orderCodes.keyId))
    .leftJoinLateral(company, sql`true`)
    .where(and(which, isNotNull(orders.number)))
    .orderBy(asc(orders.kindCode), asc(orders.numberKey));
  return rows.flatMap(({ number, numberKey, ...order }) =>
    number === null || numberKey === null ? [] : [{ ...order, number, numberKey }],
  );
}

/** One order by its id, whatever its state, once it has a number. */
export async function findPrintable(db: Database, id: string): Promise<Printable | null> {
  const [found] = await read(db, eq(orders.id, id));
  return found ?? null;
}

/** These orders by their ids, whatever their state, in the order of their numbers. */
export function listByIds(db: Database, ids: readonly string[]) {
  return read(db, inArray(orders.id, [...ids]));
}

/** Orders that may go to paper, in the order of their numbers. */
export function listPrintable(db: Database, filter: PrintQuery, limit: number) {
  const first = waiting(db, filter).orderBy(asc(orders.kindCode), asc(orders.numberKey)).limit(limit);
  return read(db, inArray(orders.id, first));
}

/** How many of them there are, counted up to `limit`. */
export async function countPrintable(db: Database, filter: PrintQuery, limit: number): Promise<number> {
  const [row] = await db.select({ count: count() }).from(waiting(db, filter).limit(limit).as("waiting"));
  return row?.count ?? 0;
}

/** A filter whose person is known: only the orders of `draftedBy`, or of anybody. */
export type PrintQuery = Omit<PrintFilter, "whose"> & { draftedBy: string | null };

/** So many of the newest issued orders are looked at: those that wait for their paper are among them. */
const PRINT_REACH = 20_000;

/**
 * Named like the table, so that the same conditions apply to it. Those issued here have an index of their own: a
 * large file pushes none of them out of reach.
 */
const newestIssued = (db: Database, from: PrintFilter["from"]) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.state, "issued"), from === "file" ? undefined : isNotNull(orders.draftedBy)))
    .orderBy(desc(orders.issuedOn), desc(orders.id))
    .limit(PRINT_REACH)
    .as("order");

const waiting = (db: Database, { kindCode, office, also, from, day, draftedBy }: PrintQuery) =>
  db
    .select({ id: orders.id })
    .from(newestIssued(db, from))
    .where(
      and(
        gte(orders.validUntil, sql`bogota_today()`),
        kindCode === "" ? undefined : eq(orders.kindCode, kindCode),
        office === "" ? undefined : eq(orders.office, office),
        also === "printed" ? undefined : sql`not ${isPrinted}`,
        draftedBy === null ? undefined : eq(orders.draftedBy, draftedBy),
        day === "today" ? sql`${orders.stateChangedAt} >= bogota_start(bogota_today())` : undefined,
      ),
    )
    .$dynamic();

/** Offices of the orders that changed last and are waiting, by name. */
export async function listPrintingOffices(db: Database, from: PrintFilter["from"]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ office: orders.office })
    .from(newestIssued(db, from))
    .orderBy(asc(orders.office))
    .limit(200);
  return rows.map(({ office }) => office);
}

/** How often an order was printed and when last, and whether it may still go to paper. */
export async function findPrinting(db: Database, id: string) {
  const [row] = await db
    .select({
      delivered: sql<boolean>`${orders.state} = 'delivered'`,
      waits: sql<boolean>`${orders.state} = 'issued' and ${orders.validUntil} >= bogota_today()`,
      prints: sql<number>`coalesce(${orderCodes.prints}, 0)`,
      printedAt: orderCodes.printedAt,
    })
    .from(orders)
    .leftJoin(orderCodes, eq(orderCodes.orderId, orders.id))
    .where(eq(orders.id, id));
  return row ?? null;
}

/** An order to print; `signed` where it needs a code, in the place of `stale` when it had one. */
export type ToPrint = { order: Printable; signed: SignedCode | null; stale: Buffer | null };

/** Counts the printings and gives back, for each order, what its paper carries. */
export async function printOrders(
  db: Database,
  grant: Grant<"order.print">,
  toPrint: readonly ToPrint[],
  ip: string,
): Promise<Answer<"print_orders">> {
  const orders = toPrint.map(({ order, signed, stale }) => ({
    id: order.id,
    value: order.value,
    issued_on: order.issuedOn,
    valid_until: order.validUntil,
    id_kind: order.affiliateIdKind,
    id_index: order.affiliateIdIndex.toString("base64"),
    code_id: signed?.codeId.toString("base64"),
    key_id: signed?.keyId,
    code: signed?.code.toString("base64"),
    check_sealed: signed?.checkSealed.toString("base64"),
    check_index: signed?.checkIndex.toString("base64"),
    tail_index: signed?.tailIndex.toString("base64"),
    stale: stale?.toString("base64"),
  }));
  return call(db, "print_orders", { actor: grant.actor.personId, orders, ip });
}
