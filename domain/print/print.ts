import { databaseFor } from "@/db/client";
import type { Answer } from "@/db/contract/call";
import {
  countPrintable,
  findPrintable,
  listByIds,
  listPrintable,
  type Printable,
  type PrintQuery,
  printOrders as printRows,
} from "@/db/queries/print";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { codeUrl, decodeOrderCode } from "@/domain/order-code/code";
import { holderTag } from "@/domain/order-code/holder-tag";
import { openCheckCode, orderSigner } from "@/domain/order-code/sign-code";
import type { LeftOut, PaperOrder } from "@/domain/print/order-sheet";
import { unseal } from "@/lib/crypto/seal";
import { logError } from "@/lib/log";
import { publicAddress } from "@/lib/mail/address";
import type { Grant } from "@/model/access";
import { formatIdNumber, formatNit } from "@/model/identity/format";
import { mapTexts, textFields } from "@/model/order-field";
import type { PrintFilter } from "@/model/order-list";
import { Refusal } from "@/model/refusal";
import { isPaperFault, paperFault } from "./paper-fault";

/** The most orders that one file prints. */
export const MOST_PRINTED = 1000;

/**
 * Prints one order. Printing is counted and audited.
 * @throws Refusal "order_missing" · "order_delivered" (a lost paper is a replacement) · "order_not_issued" ·
 * "order_expired" · "order_changed" · "order_unprintable" · "not_allowed"
 */
export async function printOrder(
  grant: Grant<"order.print">,
  id: string,
  client: { ip: string },
): Promise<PaperOrder> {
  const order = await findPrintable(databaseFor(grant), id);
  if (!order) throw new Refusal("order_missing");
  const { printed, leftOut } = await print(grant, [order], client);
  if (leftOut.length > 0) throw new Refusal("order_unprintable");
  const [row] = printed;
  if (!row) throw new Refusal("not_allowed");
  if (row.outcome !== "printed") throw new Refusal(`order_${row.outcome}`);
  return paperOf(order, row);
}

/** Result of a batch: papers, and the unprintable orders with their reasons. */
export type PrintedBatch = { orders: PaperOrder[]; leftOut: LeftOut[] };

/** How many orders wait for their paper, counted up to one more than a file prints. */
export function countToPrint(grant: Grant<"order.print">, filter: PrintFilter): Promise<number> {
  return countPrintable(databaseFor(grant), queryOf(grant, filter), MOST_PRINTED + 1);
}

const queryOf = ({ actor }: Grant<"order.print">, { whose, ...filter }: PrintFilter): PrintQuery => ({
  ...filter,
  draftedBy: whose === "mine" ? actor.personId : null,
});

/**
 * Prints the waiting orders, at most MOST_PRINTED. Orders that are no longer "issued" are left out; unprintable
 * ones are left out and reported.
 * @throws Refusal "order_unprintable" when there is nothing else
 */
export async function printOrders(
  grant: Grant<"order.print">,
  filter: PrintFilter,
  client: { ip: string },
): Promise<PrintedBatch> {
  const orders = await listPrintable(databaseFor(grant), queryOf(grant, filter), MOST_PRINTED);
  if (orders.length === 0) return { orders: [], leftOut: [] };
  const { printed, leftOut } = await print(grant, orders, client);
  const rows = new Map(printed.map((row) => [row.orderId, row]));
  const papers = orders.flatMap((order) => {
    const row = rows.get(order.id);
    return row?.outcome === "printed" ? [paperOf(order, row)] : [];
  });
  if (papers.length === 0 && leftOut.length > 0) throw new Refusal("order_unprintable");
  return { orders: papers, leftOut };
}

/**
 * Prints these orders into one file, those that the core has printed too: they were asked for one by one. What cannot
 * be printed is left out and reported.
 * @throws Refusal of the first order when none can be
 */
export async function printTicked(
  grant: Grant<"order.print">,
  ids: readonly string[],
  client: { ip: string },
): Promise<PrintedBatch> {
  const orders = await listByIds(databaseFor(grant), ids);
  const { printed, leftOut } = await print(grant, orders, client);
  const rows = new Map(printed.map((row) => [row.orderId, row]));
  const papers: PaperOrder[] = [];
  for (const order of orders) {
    const row = rows.get(order.id);
    if (row?.outcome === "printed") papers.push(paperOf(order, row));
    else if (row) leftOut.push({ number: `${order.kindCode} ${order.number}`, why: row.outcome });
  }
  if (papers.length > 0) return { orders: papers, leftOut };
  const why = leftOut[0]?.why ?? "missing";
  throw new Refusal(isPaperFault(why) ? "order_unprintable" : `order_${why}`);
}

async function print(grant: Grant<"order.print">, orders: readonly Printable[], client: { ip: string }) {
  const sign = await orderSigner(grant);
  const leftOut: LeftOut[] = [];
  const toPrint = orders.flatMap((order) => {
    const ready = prepared(order, sign);
    if (typeof ready !== "string") return [ready];
    leftOut.push({ number: `${order.kindCode} ${order.number}`, why: ready });
    return [];
  });
  const printed = toPrint.length === 0 ? [] : await printRows(databaseFor(grant), grant, toPrint, client.ip);
  return { printed, leftOut };
}

/**
 * An order with its code, or why it has none. One that cannot be decrypted does not prevent the others from
 * printing.
 */
function prepared(order: Printable, sign: Awaited<ReturnType<typeof orderSigner>>) {
  try {
    const fault = paperFault({ ...order, texts: [nameOf(order), ...textFields.map((name) => order[name])] });
    if (fault) return fault;
    if (isPrintedAsNow(order)) return { order, signed: null, stale: null };
    const signed = sign({ ...order, orderId: order.id, affiliateId: affiliateIdOf(order) });
    return { order, signed, stale: order.code };
  } catch (error) {
    logError("paper.order_failed", error, { order: order.id });
    return "data";
  }
}

/**
 * Whether the code of an earlier printing still matches the order and its key is valid. It holds the person too: the
 * last four of another ID would never open it.
 */
function isPrintedAsNow(order: Printable): boolean {
  const { code, keyRevoked, value, issuedOn, validUntil } = order;
  const decoded = code && !keyRevoked ? decodeOrderCode(code) : null;
  if (decoded?.value !== value || decoded.issuedOn !== issuedOn || decoded.validUntil !== validUntil)
    return false;
  return holderTag(order.affiliateIdKind, affiliateIdOf(order), decoded.codeId).equals(decoded.holderTag);
}

function paperOf(order: Printable, { code, checkSealed }: Answer<"print_orders">[number]): PaperOrder {
  if (!code || !checkSealed) throw new Error("a printed order has a code");
  const { providerNit, providerCheckDigit, providerName } = order;
  const nit =
    providerNit && providerCheckDigit !== null
      ? formatNit(providerNit, providerCheckDigit)
      : formatIdNumber(providerNit ?? "");
  return {
    kindName: order.kindName,
    number: order.number,
    checkCode: openCheckCode(order.id, checkSealed),
    codeUrl: codeUrl(publicAddress("/"), code),
    affiliateName: nameOf(order),
    affiliateIdKind: order.affiliateIdKind,
    affiliateId: affiliateIdOf(order),
    value: order.value,
    partialUse: order.partialUse,
    ...mapTexts((name) => order[name]),
    issuedOn: order.issuedOn,
    validUntil: order.validUntil,
    provider: providerNit ? [providerName, `NIT ${nit}`].filter(Boolean).join(", ") : null,
  };
}

function nameOf(order: Printable): string {
  return unseal(order.affiliateNameSealed, affiliateNamePlace(order.id));
}

function affiliateIdOf(order: Printable): string {
  return unseal(order.affiliateIdSealed, affiliateIdPlace(order.id));
}
