import { type Database, databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { Grant } from "@/model/access";
import { signReceipt } from "./receipt-key";

/**
 * The signed lists for phones without internet: of codes that must not be taken any more, and of those of which
 * there is a newer paper.
 */
export async function signedDeadList(grant: Grant<"order.look_up">) {
  const db = databaseFor(grant);
  const [dead, superseded] = [
    await call(db, "read_dead_codes", {}),
    await call(db, "read_superseded_codes", {}),
  ];
  return {
    ...(await signedList(db, "convenios/dead-list/v1", dead)),
    superseded: await signedList(db, "convenios/superseded-list/v1", superseded),
  };
}

/** The moment in milliseconds since 1970 (eight bytes, big-endian), then the ids, eight bytes each. No number, no person. */
async function signedList(
  db: Database,
  domain: "convenios/dead-list/v1" | "convenios/superseded-list/v1",
  { ids, at }: { ids: Buffer; at: Date },
) {
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(at.getTime()));
  const list = Buffer.concat([moment, ids]);
  const { keyId, signature } = await signReceipt(db, domain, list);
  return { list: list.toString("base64url"), keyId, signature: signature.toString("base64url") };
}
