import { seal } from "@/lib/crypto/seal";
import { normaliseIdNumber } from "@/model/identity/identity-document";
import { type OrderField, orderFieldNames, orderFields } from "@/model/order-field";
import { affiliateIdIndex } from "./affiliate-id-index";
import { affiliateIdPlace, affiliateNamePlace } from "./sealed-fields";

type Value = string | number | null;

/**
 * Data of an order by column, with the affiliate's ID and name encrypted for the order's row. Bytes are in
 * PostgreSQL's format for JSON.
 */
export function orderColumnsOf(
  id: string,
  data: Readonly<Partial<Record<OrderField, Value>>>,
): Record<string, Value> {
  const { affiliateId, affiliateName } = data;
  const plain = orderFieldNames.filter(
    (name) => data[name] !== undefined && !("sealed" in orderFields[name]),
  );
  return {
    ...Object.fromEntries(plain.map((name) => [orderFields[name].column, data[name] ?? null])),
    ...(typeof affiliateId === "string" && {
      affiliate_id_sealed: bytes(seal(affiliateId, affiliateIdPlace(id))),
      affiliate_id_index: bytes(affiliateIdIndex(normaliseIdNumber(affiliateId))),
    }),
    ...(typeof affiliateName === "string" && {
      affiliate_name_sealed: bytes(seal(affiliateName, affiliateNamePlace(id))),
    }),
  };
}

const bytes = (buffer: Buffer) => `\\x${buffer.toString("hex")}`;
