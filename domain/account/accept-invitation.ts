import { doorDatabase, publicDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { findCurrentPolicy } from "@/db/queries/caja";
import { mailsJson } from "@/db/queries/notify";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { ownerCodeHash } from "@/domain/provider/owner-code";
import { shortDigest } from "@/lib/crypto/digest";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import type { Stranger } from "@/model/stranger";
import { requireOwnPassword } from "./own-password";
import { type AcceptInput, type JoinInput, purposesOf } from "./schema";
import { provePassword } from "./sign-in";

/** Reads an invitation's link without spending it, since mail scanners open links too; null for an unknown link. */
export function readInvitation(token: string): Promise<Answer<"read_invitation">> {
  return call(doorDatabase(), "read_invitation", { linkHash: tokenHash(token) });
}

/** Composes what the people of a company are told of its new owner. */
export type OwnerChangedEmail = (company: string, name: string) => Notice;

type Invitation = NonNullable<Answer<"read_invitation">>;

/** The proof of a new owner, and the mails to all who work for the company; of another invitation neither. */
async function ofNewOwner(
  { replacesOwner, invitationId, providerName, name }: Invitation,
  linkHash: Buffer,
  code: string | undefined,
  changed: OwnerChangedEmail | undefined,
) {
  if (!replacesOwner) return { codeHash: null, mails: mailsJson([]) };
  const team = changed ? await call(doorDatabase(), "list_invited_team", { linkHash }) : [];
  const notices = changed
    ? composeNotices("provider.owner", `${invitationId}:changed`, team, changed(providerName, name))
    : [];
  return { codeHash: ownerCodeHash(invitationId, code ?? ""), mails: mailsJson(notices) };
}

/** The person to sign in, and for which provider. */
export type Accepted = { personId: string; provider: string };

/**
 * Makes the invited person's account, with the authorisation given now.
 * @param changed what the people of the company are told when this is a new owner
 * @throws Refusal "link_not_usable" · "password_personal" · "password_common" · "email_taken" · "wrong_owner_code"
 */
export async function acceptInvitation(
  input: AcceptInput,
  { ip, userAgent, language }: { ip: string; userAgent: string; language: string },
  changed?: OwnerChangedEmail,
): Promise<Accepted> {
  const invitation = await readInvitation(input.token);
  if (invitation?.state !== "ok") throw new Refusal("link_not_usable");
  const { email, nit, name, providerName } = invitation;
  // Before the password is hashed: the link stays, and could be sent again without an end.
  if (invitation.hasAccount) throw new Refusal("email_taken");
  await requireOwnPassword(input.password, {
    email,
    numbers: [nit],
    names: [name, input.name, providerName],
  });
  const policy = await findCurrentPolicy(publicDatabase());
  if (!policy) throw new Error("no policy was published");
  const { outcome, personId, providerId } = await call(doorDatabase(), "accept_invitation", {
    linkHash: tokenHash(input.token),
    name: input.name,
    passwordHash: await hashPassword(input.password, shortDigest(email)),
    policy: policy.id,
    purposes: purposesOf(input),
    ip,
    userAgent,
    language,
    ...(await ofNewOwner(invitation, tokenHash(input.token), input.code, changed)),
  });
  requireDone("account_outcome", outcome);
  if (!personId || !providerId) throw new Refusal("link_not_usable");
  return { personId, provider: providerId };
}

/**
 * Accepts with the password of the account that the invited person has at other providers. It stays one account.
 * @param known name of the device, when the account signed in on it before
 * @throws Refusal "link_not_usable" · "email_taken" · "wrong_owner_code" · as `provePassword`
 */
export async function joinTeam(
  { token, password, code }: JoinInput,
  from: Stranger,
  known: (email: string) => Promise<string | null> = async () => null,
  changed?: OwnerChangedEmail,
): Promise<Accepted> {
  const invitation = await readInvitation(token);
  if (invitation?.state !== "ok") throw new Refusal("link_not_usable");
  const { email } = invitation;
  const { personId } = await provePassword({ email, password }, from, await known(email));
  const { outcome, providerId } = await call(doorDatabase(), "join_team", {
    linkHash: tokenHash(token),
    person: personId,
    ip: from.ip,
    ...(await ofNewOwner(invitation, tokenHash(token), code, changed)),
  });
  requireDone("account_outcome", outcome);
  if (!providerId) throw new Refusal("link_not_usable");
  return { personId, provider: providerId };
}
