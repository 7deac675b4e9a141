import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { listPublicKeys } from "@/db/queries/order-code-key";
import { publicCodeBudgets } from "@/domain/lookup/budget";
import { verifyOrderCode } from "@/domain/order-code/signature";
import { publicAddress } from "@/lib/mail/address";
import { type Stranger, type Wait, waitOf } from "@/model/stranger";
import { readCode } from "./code";

/**
 * `made`: the caja made this code. `superseded`: and there is a newer paper. The public page reveals nothing
 * else about an order.
 */
export type PublicAnswer = { answer: "made" | "superseded" | "unknown" } | ({ answer: "wait" } & Wait);

/**
 * The public page's answer to a code. The attempt is spent first and the miss refunded when the caja made the
 * code, so that concurrent attempts cannot exceed the limit.
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

/** The code in the text, if the caja made it; else null. */
async function authenticCode(text: string): Promise<Buffer | null> {
  const read = readCode(text, publicAddress("/"));
  if (read.found !== "code") return null;
  const keys = await listPublicKeys(publicDatabase());
  const check = verifyOrderCode(read.bytes, keys);
  if (check.outcome !== "authentic") return null;
  const key = keys.find(({ id }) => id === check.code.keyId);
  // A revoked key may be stolen, so its codes count only when they were printed by the caja.
  const believed =
    key?.state !== "revoked" ||
    (await call(publicDatabase(), "is_printed_code", { code: Buffer.from(read.bytes) }));
  return believed ? Buffer.from(read.bytes) : null;
}
