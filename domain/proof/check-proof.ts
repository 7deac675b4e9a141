import { timingSafeEqual } from "node:crypto";
import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { listReceiptKeys } from "@/db/queries/proof-key";
import { publicProofBudgets } from "@/domain/lookup/budget";
import { isSignedProof, proofCode } from "@/domain/proof/signature";
import { ProofContent } from "@/model/proof";
import { type Stranger, type Wait, waitOf } from "@/model/stranger";
import { readProofName } from "./number";

/** `given`: the caja issued this proof. `undoneAt`: when its use was reversed since then. */
export type ProofAnswer =
  | { answer: "given"; facts: ProofContent; undoneAt: Date | null }
  | { answer: "unknown" }
  | ({ answer: "wait" } & Wait);

/**
 * What the public page says of a proof. A number without its code, with a wrong one and a number that was
 * never given are the same answer. The try is spent first and given back when the caja gave the proof.
 */
export async function checkProof(text: string, stranger: Stranger): Promise<ProofAnswer> {
  const db = publicDatabase();
  const budgets = publicProofBudgets(stranger);
  const until = await call(db, "budget_spend", { budgets: budgets.all });
  if (until) return { answer: "wait", ...waitOf(until, stranger) };
  const name = readProofName(text);
  const proof = name && (await call(db, "find_proof", { number: name.number }));
  if (!proof || !timingSafeEqual(Buffer.from(name.code), Buffer.from(proofCode(proof.signature))))
    return { answer: "unknown" };
  const key = (await listReceiptKeys(db)).find(({ id }) => id === proof.keyId);
  if (!key || !isSignedProof(proof.content, proof.signature, key.publicKey)) return { answer: "unknown" };
  await call(db, "return_budget", { budgets: budgets.miss });
  return {
    answer: "given",
    facts: ProofContent.parse(JSON.parse(proof.content)),
    undoneAt: proof.undoneAt,
  };
}
