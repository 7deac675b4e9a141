import { publicDatabase } from "@/db/client";
import { findCurrentPolicy } from "@/db/queries/caja";
import { acceptInvitation as acceptRow, findInvitation, type InvitationLink } from "@/db/queries/team";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import { mailboxName, passwordFault } from "./password";
import { type AcceptInput, purposesOf } from "./schema";

/** What an invitation's link says, without using it; null for no such link. */
export function readInvitation(token: string): Promise<InvitationLink | null> {
  return findInvitation(publicDatabase(), tokenHash(token));
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
  const { outcome, personId } = await acceptRow(publicDatabase(), {
    linkHash: tokenHash(input.token),
    name: input.name,
    passwordHash: await hashPassword(input.password),
    policyId: policy.id,
    purposes: purposesOf(input),
    ...from,
  });
  if (outcome === "email_taken") throw new Refusal(outcome);
  if (!personId) throw new Refusal("link_not_usable");
  return personId;
}
