import { publicDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { findCurrentPolicy } from "@/db/queries/caja";
import { requireDone } from "@/domain/outcome";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import { mailboxName, passwordFault } from "./password";
import { type AcceptInput, purposesOf } from "./schema";

/** Reads an invitation's link without spending it, since mail scanners open links too; null for an unknown link. */
export function readInvitation(token: string): Promise<Answer<"read_invitation">> {
  return call(publicDatabase(), "read_invitation", { linkHash: tokenHash(token) });
}

/**
 * Makes the invited person's account, with the authorisation given now.
 * @returns the person, to be signed in
 * @throws Refusal "link_not_usable" · "password_personal" · "email_taken"
 */
export async function acceptInvitation(
  input: AcceptInput,
  from: { ip: string; userAgent: string; language: string },
): Promise<string> {
  const invitation = await readInvitation(input.token);
  if (invitation?.state !== "ok") throw new Refusal("link_not_usable");
  if (passwordFault(input.password, [invitation.nit, mailboxName(invitation.email)]))
    throw new Refusal("password_personal");
  const policy = await findCurrentPolicy(publicDatabase());
  if (!policy) throw new Error("no policy was published");
  const { outcome, personId } = await call(publicDatabase(), "accept_invitation", {
    linkHash: tokenHash(input.token),
    name: input.name,
    passwordHash: await hashPassword(input.password),
    policy: policy.id,
    purposes: purposesOf(input),
    ...from,
  });
  requireDone("account_outcome", outcome);
  if (!personId) throw new Refusal("link_not_usable");
  return personId;
}
