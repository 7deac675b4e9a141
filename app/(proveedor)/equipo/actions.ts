"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { InvitationId, InviteInput, MemberId } from "@/domain/account/schema";
import { invitationEmails } from "@/domain/notify/account-emails";
import { cancelInvitation, inviteMember, resendInvitation } from "@/domain/team/invite-member";
import { removeMember } from "@/domain/team/remove-member";
import type { Grant } from "@/model/access";

export const inviteAction = action(
  { needs: "team.manage", again: true, input: InviteInput },
  async (grant, input, client) => {
    await inviteMember(grant, input, await emailsOf(grant), client);
    redirect("/equipo");
  },
);

export const resendAction = action(
  { needs: "team.manage", again: true, input: InvitationId },
  async (grant, { invitation }, client) => {
    await resendInvitation(grant, invitation, await emailsOf(grant), client);
    redirect("/equipo");
  },
);

export const cancelAction = action(
  { needs: "team.manage", input: InvitationId },
  async (grant, { invitation }, client) => {
    await cancelInvitation(grant, invitation, client);
    redirect("/equipo");
  },
);

export const removeAction = action(
  { needs: "team.manage", again: true, input: MemberId },
  async (grant, { person }, client) => {
    await removeMember(grant, person, client);
    redirect("/equipo");
  },
);

function emailsOf({ actor }: Grant<"team.manage">) {
  return invitationEmails(actor.name, actor.provider.legalName, mailLinks);
}
