import type { OrderRow, StoredOrder } from "@/db/queries/import-orders";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { blindIndex } from "@/lib/crypto/blind-index";
import { seal, unseal } from "@/lib/crypto/seal";
import { isIdentityKind, normaliseIdNumber } from "@/model/identity/identity-document";
import type { KnownOrder } from "./plan";
import type { OrderData } from "./row";

/** An order for the database: the affiliate's ID and name closed to its own row. */
export function sealOrder(
  id: string,
  data: Omit<OrderData, "state"> & { state: KnownOrder["state"] },
): OrderRow {
  return {
    id,
    id_kind: data.affiliateIdKind,
    id_sealed: seal(data.affiliateId, affiliateIdPlace(id)).toString("base64"),
    id_index: blindIndex(normaliseIdNumber(data.affiliateId)).toString("base64"),
    name_sealed: seal(data.affiliateName, affiliateNamePlace(id)).toString("base64"),
    value: data.value,
    concept: data.concept,
    issued_on: data.issuedOn,
    valid_until: data.validUntil,
    provider_nit: data.providerNit,
    office: data.office,
    state: data.state,
  };
}

/** What is compared with the file, opened. */
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
