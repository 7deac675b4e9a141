"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import {
  ChangeOfficialInput,
  EndAccessInput,
  InviteOfficialInput,
  OfficialId,
} from "@/domain/account/schema";
import {
  changeOfficial,
  endAccess,
  inviteOfficial,
  readOfficials,
  resendOfficialInvitation,
  returnAccess,
} from "@/domain/caja/people";
import { saveFactorWait } from "@/domain/caja/save-factor-wait";
import { FactorWaitInput } from "@/domain/caja/schema";
import { requestFactorReset, withdrawFactorReset } from "@/domain/factor/reset";
import { RequestResetInput, WithdrawResetInput } from "@/domain/factor/schema";
import { officialInvitationEmail } from "@/domain/notify/account-emails";
import { factorResetEmail } from "@/domain/notify/factor-emails";
import { Refusal } from "@/model/refusal";

export const inviteOfficialAction = action(
  { needs: "people.manage", input: InviteOfficialInput },
  async (grant, input, client) => {
    const email = await officialInvitationEmail(grant.actor.name, mailLinks);
    const person = await inviteOfficial(grant, input, email, client);
    redirect(`/admin/personas/${person}?enviada=invitacion`);
  },
);

export const resendInvitationAction = action(
  { needs: "people.manage", input: OfficialId },
  async (grant, { person }, client) => {
    const email = await officialInvitationEmail(grant.actor.name, mailLinks);
    await resendOfficialInvitation(grant, person, email, client);
    redirect(`/admin/personas/${person}?enviada=1`);
  },
);

export const changeOfficialAction = action(
  { needs: "people.manage", input: ChangeOfficialInput },
  async (grant, input, client) => {
    await changeOfficial(grant, input, client);
    redirect("/admin/personas");
  },
);

export const endAccessAction = action(
  { needs: "people.manage", input: EndAccessInput },
  async (grant, input, client) => {
    await endAccess(grant, input, client);
    redirect("/admin/personas");
  },
);

export const returnAccessAction = action(
  { needs: "people.manage", input: OfficialId },
  async (grant, { person }, client) => {
    await returnAccess(grant, person, client);
    redirect("/admin/personas");
  },
);

export const requestResetAction = action(
  { needs: "people.manage", input: RequestResetInput },
  async (grant, { person, reason }, client) => {
    const official = (await readOfficials(grant, new Date())).find(({ personId }) => personId === person);
    if (!official) throw new Refusal("official_not_found");
    await requestFactorReset(grant, official, reason, await factorResetEmail(mailLinks), client);
    redirect(`/admin/personas/${person}`);
  },
);

export const withdrawResetAction = action(
  { needs: "people.manage", input: WithdrawResetInput },
  async (grant, input, client) => {
    await withdrawFactorReset(grant, input, client);
    redirect(`/admin/personas/${input.person}`);
  },
);

export const saveFactorWaitAction = action(
  { needs: "people.manage", input: FactorWaitInput },
  async (grant, input, client) => {
    await saveFactorWait(grant, input, client);
    redirect("/admin/personas?guardado=espera");
  },
);
