import { databaseFor } from "@/db/client";
import { listKindCodes } from "@/db/queries/order-kind";
import { listLookupsOf, type SealedOrder, searchOrders, viewOrder } from "@/db/queries/order-search";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { idReadings } from "@/model/identity/identity-document";
import { orderNumberReadings, orderNumberReadingsOfAny } from "@/model/order-number";
import { affiliateIdIndex } from "./affiliate-id-index";
import type { FindInput } from "./schema";
import { affiliateIdPlace, affiliateNamePlace } from "./sealed-fields";

export const MOST_FOUND = 50;
const MOST_LOOKUPS = 100;

export type FoundOrder = Omit<SealedOrder, "affiliateIdSealed" | "affiliateNameSealed"> & {
  affiliateId: string;
  affiliateName: string;
};

/** Orders whose number, or whose affiliate's ID number, is the one typed; `more` when some were left out. */
export async function findOrders(
  grant: Grant<"order.find">,
  { number, kindCode }: FindInput,
  client: { ip: string },
): Promise<{ orders: FoundOrder[]; more: boolean }> {
  const db = databaseFor(grant);
  const found = await searchOrders(db, grant, {
    kindCode: kindCode || null,
    numberKeys: kindCode
      ? orderNumberReadings(number, kindCode)
      : orderNumberReadingsOfAny(number, await listKindCodes(db)),
    idIndexes: idReadings(number).map(affiliateIdIndex),
    limit: MOST_FOUND + 1,
    ip: client.ip,
  });
  return { orders: found.slice(0, MOST_FOUND).map(opened), more: found.length > MOST_FOUND };
}

/** An order with its look-ups, or null. The access is audited. */
export async function openOrder(grant: Grant<"order.find">, id: string, client: { ip: string }) {
  const db = databaseFor(grant);
  const order = await viewOrder(db, grant, id, client.ip);
  if (!order) return null;
  return { order: opened(order), lookups: await listLookupsOf(db, id, MOST_LOOKUPS) };
}

function opened({ affiliateIdSealed, affiliateNameSealed, ...order }: SealedOrder): FoundOrder {
  return {
    ...order,
    affiliateId: unseal(affiliateIdSealed, affiliateIdPlace(order.id)),
    affiliateName: unseal(affiliateNameSealed, affiliateNamePlace(order.id)),
  };
}
