import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { TeamOutcome } from "@/db/contract/functions.generated";
import { type Invitation, listInvitations } from "@/db/queries/team";
import { invitationBudgets } from "@/domain/account/budgets";
import type { InviteInput } from "@/domain/account/schema";
import { linkLifetimes } from "@/domain/account/session-limits";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { newToken } from "@/lib/crypto/token";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { teamActor } from "./team";

/** Composes both e-mails: one with the link, one for an address that has an account elsewhere. */
export type InvitationEmails = (
  token: string,
  invited: Pick<InviteInput, "name" | "role">,
) => { invite: Notice; known: Notice };

type Client = { ip: string };

/** @throws Refusal "email_taken" (works here already) · "already_invited" · "team_not_approved" · "too_many_attempts" */
export async function inviteMember(
  grant: Grant<"team.manage">,
  input: InviteInput,
  emails: InvitationEmails,
  client: Client,
): Promise<void> {
  const id = randomUUID();
  const answer = await call(databaseFor(grant), "invite_member", {
    ...teamActor(grant, client),
    ...invitationMail(grant, { ...input, id }, emails),
    invitation: id,
    email: input.email,
    name: input.name,
    role: input.role,
  });
  requireSent(answer);
}

/** @throws Refusal "member_not_found" when it was accepted or cancelled · "too_many_attempts" */
export async function resendInvitation(
  grant: Grant<"team.manage">,
  id: string,
  emails: InvitationEmails,
  client: Client,
): Promise<void> {
  const open = await listInvitations(databaseFor(grant), grant);
  const invited = open.find((invitation) => invitation.id === id);
  if (!invited) throw new Refusal("member_not_found");
  const answer = await call(databaseFor(grant), "resend_invitation", {
    ...teamActor(grant, client),
    ...invitationMail(grant, invited, emails),
    invitation: id,
    email: invited.email,
  });
  requireSent(answer);
}

/** @throws Refusal "member_not_found" when it was accepted or cancelled */
export async function cancelInvitation(
  grant: Grant<"team.manage">,
  id: string,
  client: Client,
): Promise<void> {
  const args = { ...teamActor(grant, client), invitation: id };
  requireDone("team_outcome", await call(databaseFor(grant), "cancel_invitation", args));
}

function invitationMail(
  grant: Grant<"team.manage">,
  invited: Omit<Invitation, "invitedAt">,
  emails: InvitationEmails,
) {
  const { token, hash } = newToken();
  const { invite, known } = emails(token, invited);
  const compose = (notice: Notice) =>
    composeMail("invitation", `${invited.id}:${shortDigest(token)}`, { to: invited.email, ...notice });
  const mail = compose(invite);
  return {
    linkHash: hash,
    linkSeconds: linkLifetimes.invite,
    eventKey: mail.eventKey,
    messageId: mail.messageId,
    content: mail.content,
    /** The e-mail when the address has an account already. */
    contentKnown: compose(known).content,
    budgets: invitationBudgets(shortDigest(invited.email), grant.actor.provider.id),
  };
}

function requireSent({ outcome, waitUntil }: { outcome: TeamOutcome; waitUntil: Date | null }): void {
  if (outcome === "waiting") throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  requireDone("team_outcome", outcome);
}
