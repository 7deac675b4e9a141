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
 * The public page's answer to a proof. A missing code, a wrong code and an unknown number get the same answer.
 * The attempt is spent first and refunded when the caja issued the proof.
 */
export async function checkProof(text: string, stranger: Stranger): Promise<ProofAnswer> {
  const db = publicDatabase();
  const budgets = publicProofBudgets(stranger);
  const until = await call(db, "budget_spend", { budgets: budgets.all });
  if (until) return { answer: "wait", ...waitOf(until, stranger) };
  const name = readProofName(text);
  const proof = name && (await call(db, "find_proof", { number: name.number, code: name.code }));
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
