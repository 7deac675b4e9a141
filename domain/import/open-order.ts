import type { StoredOrder } from "@/db/queries/import-orders";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { unseal } from "@/lib/crypto/seal";
import { isIdentityKind } from "@/model/identity/identity-document";
import type { KnownOrder } from "./plan";

/** Unseals the fields of a stored order that are compared with the file. */
export function openOrder(stored: StoredOrder): KnownOrder {
  const kind = stored.affiliateIdKind;
  if (!isIdentityKind(kind)) throw new Error(`order ${stored.id}: unknown kind of ID`);
  return {
    ...stored,
    affiliateIdKind: kind,
    affiliateId: unseal(stored.affiliateIdSealed, affiliateIdPlace(stored.id)),
    affiliateName: unseal(stored.affiliateNameSealed, affiliateNamePlace(stored.id)),
  };
}
