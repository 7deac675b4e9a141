import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { Grant } from "@/model/access";
import { ownOf } from "./provider-own";

/** A proof of this provider; null for anybody else's. */
export function findProof(db: Database, grant: Grant<"order.look_up">, proof: string) {
  return call(db, "own_proof", { proof, ...ownOf(grant) });
}
