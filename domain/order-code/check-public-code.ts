import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { listPublicKeys } from "@/db/queries/order-code-key";
import { publicCodeBudgets } from "@/domain/lookup/budget";
import { verifyOrderCode } from "@/domain/order-code/signature";
import { publicAddress } from "@/lib/mail/address";
import { type Stranger, type Wait, waitOf } from "@/model/stranger";
import { readCode } from "./code";

/**
 * `made`: the caja made this code; `superseded`: it did, and has made a newer paper since. Nothing here knows more of
 * an order, and nothing more is ever said.
 */
export type PublicAnswer = { answer: "made" | "superseded" | "unknown" } | ({ answer: "wait" } & Wait);

/**
 * What the public page says of a code. The try is spent first and its miss given back when the caja made the
 * code, so that many at once cannot pass the limit together.
 */
export async function checkPublicCode(text: string, stranger: Stranger): Promise<PublicAnswer> {
  const db = publicDatabase();
  const budgets = publicCodeBudgets(stranger);
  const until = await call(db, "budget_spend", { budgets: budgets.all });
  if (until) return { answer: "wait", ...waitOf(until, stranger) };
  const code = await authenticCode(text);
  if (!code) return { answer: "unknown" };
  await call(db, "return_budget", { budgets: budgets.miss });
  return { answer: (await call(db, "is_superseded_code", { code })) ? "superseded" : "made" };
}

/** The code in the text, when the caja made it; else null. */
async function authenticCode(text: string): Promise<Buffer | null> {
  const read = readCode(text, publicAddress("/"));
  if (read.found !== "code") return null;
  const keys = await listPublicKeys(publicDatabase());
  const check = verifyOrderCode(read.bytes, keys);
  if (check.outcome !== "authentic") return null;
  const key = keys.find(({ id }) => id === check.code.keyId);
  // Whoever holds a revoked key can sign anything: only what is on a paper of the caja's counts then.
  const believed =
    key?.state !== "revoked" ||
    (await call(publicDatabase(), "is_printed_code", { code: Buffer.from(read.bytes) }));
  return believed ? Buffer.from(read.bytes) : null;
}
