import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { spendAttempt, unspentWhenBusy } from "@/domain/account/attempt";
import { newCodesBudgets } from "@/domain/account/budgets";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { keyFor } from "@/lib/crypto/keys";
import { slowDigest } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { toCrockford } from "@/lib/encoding/crockford";
import { withDigits } from "@/model/identity/typed";
import { Refusal } from "@/model/refusal";
import { PAPER_LETTERS } from "./schema";
import { type FactorSession, hasFactor } from "./session";

const PAPER_CODES = 10;
const SALT_BYTES = 16;

/** A code of 80 random bits, in letters that nobody confuses. */
const newPaperCode = () => toCrockford([...randomBytes(PAPER_LETTERS)].map((byte) => byte & 31));

/** A code as the paper prints it, in groups of four. */
const printedPaperCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/** What the database compares: a digest as costly as a password's, under a key that no backup holds. */
export async function paperCodeHash(code: string, salt: Buffer, personId: string): Promise<Buffer> {
  const slow = await slowDigest(withDigits(code), salt, personId);
  return createHmac("sha256", keyFor("paper-codes/v1")).update(slow).digest();
}

/**
 * Makes ten codes; the earlier ones end. They are shown once, since only their digests are kept.
 * Asks for the proof before it hashes anything.
 * @throws Refusal "proof_needed" · "not_allowed" without a second factor · "too_many_attempts", with its end
 */
export async function makePaperCodes(
  token: string,
  session: FactorSession,
  notice: Notice,
  { ip }: { ip: string },
): Promise<string[]> {
  const { email, personId, proven, waits } = session;
  if (waits || !hasFactor(session)) throw new Refusal("not_allowed");
  if (!proven) throw new Refusal("proof_needed");
  const budgets = newCodesBudgets(personId);
  await spendAttempt(budgets);
  const set = randomUUID();
  const salt = randomBytes(SALT_BYTES);
  const codes = Array.from({ length: PAPER_CODES }, newPaperCode);
  const hashes = await unspentWhenBusy(budgets, () =>
    Promise.all(codes.map((code) => paperCodeHash(code, salt, personId))),
  );
  const mails = mailsJson([composeMail("factor.notice", `${set}:codes`, { to: email, ...notice })]);
  const args = { tokenHash: tokenHash(token), set, salt, hashes, mails, ip };
  requireDone("factor_outcome", await call(doorDatabase(), "make_paper_codes", args));
  return codes.map(printedPaperCode);
}
