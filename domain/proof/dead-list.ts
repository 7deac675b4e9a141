import { databaseFor } from "@/db/client";
import { readDeadCodes } from "@/db/queries/receipt-key";
import type { Grant } from "@/domain/access";
import { signReceipt } from "./receipt-key";

/**
 * The signed list for phones without internet: the moment in milliseconds since 1970 (eight bytes, big-endian),
 * then the ids of codes that must not be taken any more, eight bytes each. No number, no person.
 */
export async function signedDeadList(grant: Grant<"order.look_up">) {
  const db = databaseFor(grant);
  const { ids, at } = await readDeadCodes(db);
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(at.getTime()));
  const list = Buffer.concat([moment, ids]);
  const { keyId, signature } = await signReceipt(db, "convenios/dead-list/v1", list);
  return { list: list.toString("base64url"), keyId, signature: signature.toString("base64url") };
}
