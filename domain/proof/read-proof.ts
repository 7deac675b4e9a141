import { z } from "zod";
import { databaseFor } from "@/db/client";
import { findProof } from "@/db/queries/proof";
import { proofCode } from "@/domain/proof/signature";
import type { Grant } from "@/model/access";
import { ProofContent } from "@/model/proof";
import { proofName } from "./number";

/** A proof of the grant's own provider, with the name that opens its public page; null for anybody else's. */
export async function readProof(grant: Grant<"order.look_up">, id: string) {
  const row = z.uuid().safeParse(id).success ? await findProof(databaseFor(grant), grant, id) : null;
  if (!row) return null;
  const facts = ProofContent.parse(JSON.parse(row.content));
  return { ...row, id, facts, name: proofName(facts.number, proofCode(row.signature)) };
}
