"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { accessEndedEmail } from "@/domain/notify/access-emails";
import { correctionEmail } from "@/domain/notify/correction-email";
import { ownerEmails } from "@/domain/notify/owner-emails";
import { standingEmails } from "@/domain/notify/standing-emails";
import { endProviderAccess } from "@/domain/provider/access";
import { EndAccessInput } from "@/domain/provider/access-schema";
import { CorrectionInput, correctProvider } from "@/domain/provider/correct";
import { nameOwner, withdrawOwner } from "@/domain/provider/owner";
import { NamedOwnerInput, OwnerInput } from "@/domain/provider/owner-schema";
import { StandingInput, SuspendInput, wasPreviewed } from "@/domain/provider/schema";
import { changeStanding } from "@/domain/provider/standing";
import { longDate } from "@/lib/format/date";
import { bogotaDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";

/** The first time it only shows what the provider will read. */
export const suspendAction = action(
  { needs: "provider.manage", input: SuspendInput },
  async (grant, input, client) => {
    if (!wasPreviewed(input)) throw new Refusal("suspension_unread");
    const { suspended, suspendedLater } = await standingEmails();
    const { provider, seen, from, reason } = input;
    const later = from > bogotaDay(new Date());
    const email = (company: string) =>
      later ? suspendedLater(company, longDate(from, "es-CO"), reason) : suspended(company, reason);
    await changeStanding(grant, { provider, seen, from, reason, suspend: true }, email, client);
    redirect(`/admin/proveedores/${provider}`);
  },
);

export const reactivateAction = action(
  { needs: "provider.manage", input: StandingInput },
  async (grant, input, client) => {
    const { reactivated } = await standingEmails();
    const email = (company: string) => reactivated(company, input.reason);
    await changeStanding(grant, { ...input, suspend: false }, email, client);
    redirect(`/admin/proveedores/${input.provider}`);
  },
);

export const correctAction = action(
  { needs: "provider.manage", input: CorrectionInput },
  async (grant, input, client) => {
    await correctProvider(grant, input, await correctionEmail(), client);
    redirect(`/admin/proveedores/${input.provider}`);
  },
);

export const endProviderAccessAction = action(
  { needs: "provider.manage", again: true, input: EndAccessInput },
  async (grant, input, client) => {
    const email = await accessEndedEmail();
    await endProviderAccess(grant, input, (company) => email(company, input.reason), client);
    redirect(`/admin/proveedores/${input.provider}`);
  },
);

export const nameOwnerAction = action(
  { needs: "provider.manage", again: true, input: OwnerInput },
  async (grant, input, client) => {
    await nameOwner(grant, input, (await ownerEmails(mailLinks)).named, client);
    redirect(`/admin/proveedores/${input.provider}/dueno`);
  },
);

export const withdrawOwnerAction = action(
  { needs: "provider.manage", input: NamedOwnerInput },
  async (grant, input, client) => {
    await withdrawOwner(grant, input, (await ownerEmails(mailLinks)).withdrawn, client);
    redirect(`/admin/proveedores/${input.provider}/dueno`);
  },
);
