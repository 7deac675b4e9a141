import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import {
  cancelInvitation as cancelRow,
  type Invitation,
  type InvitationMail,
  inviteMember as inviteRow,
  listInvitations,
  resendInvitation as resendRow,
  type TeamOutcome,
} from "@/db/queries/team";
import { invitationBudgets } from "@/domain/account/budgets";
import type { InviteInput } from "@/domain/account/schema";
import { linkLifetimes } from "@/domain/account/session-limits";
import { composeMail, type EmailMessage } from "@/domain/notify/outbox";
import { shortDigest } from "@/lib/crypto/digest";
import { newToken } from "@/lib/crypto/token";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { teamActor } from "./team";

/** The letter with the link, and the one for an e-mail that has an account elsewhere. */
export type InvitationEmails = (
  token: string,
  invited: Pick<InviteInput, "name" | "role">,
) => { invite: Omit<EmailMessage, "to">; known: Omit<EmailMessage, "to"> };

type Client = { ip: string };

/** @throws Refusal "email_taken" (works here already) · "already_invited" · "team_not_approved" · "too_many_attempts" */
export async function inviteMember(
  grant: Grant<"team.manage">,
  input: InviteInput,
  letters: InvitationEmails,
  client: Client,
): Promise<void> {
  const id = randomUUID();
  const mail = invitationMail(grant, { ...input, id }, letters);
  refuseUnlessDone(await inviteRow(databaseFor(grant), teamActor(grant, client), { id, ...input }, mail));
}

/** @throws Refusal "member_not_found" when it was accepted or cancelled · "too_many_attempts" */
export async function resendInvitation(
  grant: Grant<"team.manage">,
  id: string,
  letters: InvitationEmails,
  client: Client,
): Promise<void> {
  const open = await listInvitations(databaseFor(grant), grant.actor.provider.id);
  const invited = open.find((invitation) => invitation.id === id);
  if (!invited) throw new Refusal("member_not_found");
  const mail = invitationMail(grant, invited, letters);
  refuseUnlessDone(await resendRow(databaseFor(grant), teamActor(grant, client), invited, mail));
}

/** @throws Refusal "member_not_found" when it was accepted or cancelled */
export async function cancelInvitation(
  grant: Grant<"team.manage">,
  id: string,
  client: Client,
): Promise<void> {
  const outcome = await cancelRow(databaseFor(grant), teamActor(grant, client), id);
  refuseUnlessDone({ outcome, waitUntil: null });
}

function invitationMail(
  grant: Grant<"team.manage">,
  invited: Omit<Invitation, "invitedAt">,
  letters: InvitationEmails,
): InvitationMail {
  const { token, hash } = newToken();
  const { invite, known } = letters(token, invited);
  const eventKey = `invitation:${invited.id}:${shortDigest(token)}`;
  return {
    link: { hash, seconds: linkLifetimes.invite },
    mail: composeMail({ eventKey, to: invited.email, ...invite }),
    contentKnown: composeMail({ eventKey, to: invited.email, ...known }).content,
    budgets: invitationBudgets(shortDigest(invited.email), grant.actor.provider.id),
  };
}

function refuseUnlessDone({ outcome, waitUntil }: TeamOutcome): void {
  if (outcome === "done") return;
  if (outcome === "waiting") throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  if (
    outcome === "email_taken" ||
    outcome === "already_invited" ||
    outcome === "not_allowed" ||
    outcome === "team_not_approved"
  )
    throw new Refusal(outcome);
  throw new Refusal("member_not_found");
}
