import { databaseFor } from "@/db/client";
import {
  findPrintable,
  listPrintable,
  type Printable,
  type Printed,
  printOrders as printRows,
} from "@/db/queries/order-print";
import type { Grant } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import { unseal } from "@/lib/crypto/seal";
import { formatIdNumber, formatNit } from "@/lib/format/identity";
import { publicAddress } from "@/lib/mail/address";
import type { PaperOrder } from "@/lib/paper/paper-order";
import { codeUrl, decodeOrderCode } from "./code";
import type { PrintFilter } from "./print-schema";
import { affiliateIdPlace, affiliateNamePlace } from "./sealed-fields";
import { openCheckCode, orderSigner } from "./sign-code";

/** Orders in one file. */
export const MOST_PRINTED = 1000;

/**
 * Prints one order: its paper, counted and in the log.
 * @throws Refusal "order_missing" · "order_delivered" (a lost paper is a replacement) · "order_not_issued" ·
 *   "order_expired" · "order_changed" · "not_allowed"
 */
export async function printOrder(
  grant: Grant<"order.print">,
  id: string,
  client: { ip: string },
): Promise<PaperOrder> {
  const order = await findPrintable(databaseFor(grant), id);
  if (!order) throw new Refusal("order_missing");
  const [printed] = await print(grant, [order], client);
  if (!printed) throw new Refusal("not_allowed");
  if (printed.outcome !== "printed") throw new Refusal(`order_${printed.outcome}`);
  return paperOf(order, printed);
}

/** Prints those that wait, at most MOST_PRINTED. What left the state "issued" meanwhile is left out. */
export async function printOrders(
  grant: Grant<"order.print">,
  filter: PrintFilter,
  client: { ip: string },
): Promise<PaperOrder[]> {
  const orders = await listPrintable(databaseFor(grant), filter, MOST_PRINTED);
  if (orders.length === 0) return [];
  const printed = new Map((await print(grant, orders, client)).map((row) => [row.orderId, row]));
  return orders.flatMap((order) => {
    const row = printed.get(order.id);
    return row?.outcome === "printed" ? [paperOf(order, row)] : [];
  });
}

async function print(grant: Grant<"order.print">, orders: readonly Printable[], client: { ip: string }) {
  const sign = await orderSigner(grant);
  const toPrint = orders.map((order) =>
    saysTheSame(order)
      ? { order, signed: null, stale: null }
      : {
          order,
          signed: sign({ ...order, orderId: order.id, affiliateId: affiliateIdOf(order) }),
          stale: order.code,
        },
  );
  return printRows(databaseFor(grant), grant, toPrint, client.ip);
}

/** Whether the code of an earlier printing still says what the order says, under a key that is believed. */
function saysTheSame({ code, keyRevoked, value, issuedOn, validUntil }: Printable): boolean {
  const said = code && !keyRevoked ? decodeOrderCode(code) : null;
  return said?.value === value && said.issuedOn === issuedOn && said.validUntil === validUntil;
}

function paperOf(order: Printable, { code, checkSealed }: Printed): PaperOrder {
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
    affiliateName: unseal(order.affiliateNameSealed, affiliateNamePlace(order.id)),
    affiliateIdKind: order.affiliateIdKind,
    affiliateId: affiliateIdOf(order),
    value: order.value,
    partialUse: order.partialUse,
    concept: order.concept,
    issuedOn: order.issuedOn,
    validUntil: order.validUntil,
    provider: providerNit ? [providerName, `NIT ${nit}`].filter(Boolean).join(", ") : null,
    office: order.office,
  };
}

function affiliateIdOf(order: Printable): string {
  return unseal(order.affiliateIdSealed, affiliateIdPlace(order.id));
}
