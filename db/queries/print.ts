import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";
import type { SignedCode } from "@/model/order-code";
import { mapTexts, type OrderTexts } from "@/model/order-field";
import type { PrintFilter } from "@/model/order-list";
import { isPrinted } from "./order-list";
import { selectTexts } from "./order-texts";

type Row = OrderTexts & {
  id: string;
  kind_code: string;
  kind_name: string;
  kind_number: number;
  number: string;
  number_key: string;
  affiliate_id_kind: string;
  affiliate_id_sealed: Buffer;
  affiliate_name_sealed: Buffer;
  value: string;
  partial_use: boolean;
  issued_on: string;
  valid_until: string;
  provider_nit: string | null;
  provider_check_digit: number | null;
  provider_name: string | null;
  code: Buffer | null;
  key_revoked: boolean | null;
};

const toPrintable = (row: Row) => ({
  id: row.id,
  kindCode: row.kind_code,
  kindName: row.kind_name,
  kindNumber: row.kind_number,
  number: row.number,
  numberKey: row.number_key,
  affiliateIdKind: row.affiliate_id_kind,
  affiliateIdSealed: row.affiliate_id_sealed,
  affiliateNameSealed: row.affiliate_name_sealed,
  value: Number(row.value),
  partialUse: row.partial_use,
  ...mapTexts((name) => row[name]),
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  providerNit: row.provider_nit,
  providerCheckDigit: row.provider_check_digit,
  providerName: row.provider_name,
  /** The code of an earlier printing, while its key may be believed. */
  code: row.code,
  keyRevoked: row.key_revoked ?? false,
});
/** An order as it goes to paper, its personal data sealed. */
export type Printable = ReturnType<typeof toPrintable>;

async function read(db: Database, which: SQL): Promise<Printable[]> {
  const rows = await db.execute<Row>(sql`
    select o.id, o.kind_code, r.name as kind_name, k.code_number as kind_number, r.partial_use, o.number, o.number_key,
      o.affiliate_id_kind, o.affiliate_id_sealed, o.affiliate_name_sealed, o.value::text as value, ${selectTexts},
      o.issued_on::text as issued_on, o.valid_until::text as valid_until, o.provider_nit,
      a.check_digit as provider_check_digit, a.legal_name as provider_name, c.code,
      y.state = 'revoked' as key_revoked
    from (${which}) wanted
    join "order" o on o.id = wanted.id join order_kind k on k.code = o.kind_code
    join lateral rules_of(o) r on true
    left join order_code c on c.order_id = o.id left join order_key y on y.id = c.key_id
    left join lateral (select check_digit, legal_name from agreement where nit = o.provider_nit
      order by ends_on desc limit 1) a on true
    where o.number is not null
    order by o.kind_code, o.number_key`);
  return rows.map(toPrintable);
}

/** One order by its id, whatever its state, once it has a number. */
export async function findPrintable(db: Database, id: string): Promise<Printable | null> {
  const [found] = await read(db, sql`select ${id}::uuid as id`);
  return found ?? null;
}

/** Orders that may go to paper, in the order of their numbers. */
export async function listPrintable(db: Database, filter: PrintFilter, limit: number): Promise<Printable[]> {
  return read(db, sql`${waiting(filter)} order by o.kind_code, o.number_key limit ${limit}`);
}

/** How many of them there are, counted up to `limit`. */
export async function countPrintable(db: Database, filter: PrintFilter, limit: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (${waiting(filter)} limit ${limit}) w`,
  );
  return row?.count ?? 0;
}

/** So many of the newest issued orders are looked at: those that wait for their paper are among them. */
const PRINT_REACH = 20_000;

const waiting = ({ kindCode, office, also }: PrintFilter) => sql`
  select o.id from (select * from "order" where state = 'issued' order by issued_on desc, id desc limit ${PRINT_REACH}) o
  where o.valid_until >= bogota_today()
    and (${kindCode} = '' or o.kind_code = ${kindCode}) and (${office} = '' or o.office = ${office})
    and (${also === "printed"} or not ${isPrinted})`;

/** Offices of the orders that changed last and are waiting, by name. */
export async function listPrintingOffices(db: Database): Promise<string[]> {
  const rows = await db.execute<{ office: string }>(sql`
    select distinct office from (
      select office from "order" where state = 'issued' order by issued_on desc, id desc limit ${PRINT_REACH}) recent
    order by office limit 200`);
  return rows.map(({ office }) => office);
}

/** How often an order was printed and when last, and whether it may still go to paper. */
export async function findPrinting(db: Database, id: string) {
  const [row] = await db.execute<{
    state: string;
    waits: boolean;
    prints: number;
    printed_at: string | null;
  }>(sql`
    select o.state, o.state = 'issued' and o.valid_until >= bogota_today() as waits,
      coalesce(c.prints, 0) as prints, c.printed_at
    from "order" o left join order_code c on c.order_id = o.id where o.id = ${id}::uuid`);
  if (!row) return null;
  return {
    delivered: row.state === "delivered",
    waits: row.waits,
    prints: row.prints,
    printedAt: row.printed_at ? new Date(row.printed_at) : null,
  };
}

/** An order to print; `signed` where it needs a code, in the place of `stale` when it had one. */
export type ToPrint = { order: Printable; signed: SignedCode | null; stale: Buffer | null };
type PrintOutcome = "printed" | "delivered" | "not_issued" | "expired" | "changed" | "missing";
export type Printed = {
  orderId: string;
  outcome: PrintOutcome;
  code: Buffer | null;
  checkSealed: Buffer | null;
};

/** Counts the printings and gives back, for each order, what its paper carries. */
export async function printOrders(
  db: Database,
  grant: Grant<"order.print">,
  orders: readonly ToPrint[],
  ip: string,
): Promise<Printed[]> {
  const asked = orders.map(({ order, signed, stale }) => ({
    id: order.id,
    value: order.value,
    issued_on: order.issuedOn,
    valid_until: order.validUntil,
    code_id: signed?.codeId.toString("base64"),
    key_id: signed?.keyId,
    code: signed?.code.toString("base64"),
    check_sealed: signed?.checkSealed.toString("base64"),
    check_index: signed?.checkIndex.toString("base64"),
    tail_index: signed?.tailIndex.toString("base64"),
    stale: stale?.toString("base64"),
  }));
  const rows = await db.execute<{
    order_id: string;
    outcome: PrintOutcome;
    code: Buffer | null;
    check_sealed: Buffer | null;
  }>(
    sql`select * from print_orders(${grant.actor.personId}::uuid, ${JSON.stringify(asked)}::text::jsonb, ${ip})`,
  );
  return rows.map((row) => ({
    orderId: row.order_id,
    outcome: row.outcome,
    code: row.code,
    checkSealed: row.check_sealed,
  }));
}
