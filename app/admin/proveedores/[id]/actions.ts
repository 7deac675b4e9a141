"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { standingEmails } from "@/domain/notify/standing-emails";
import { StandingInput } from "@/domain/provider/schema";
import { changeStanding } from "@/domain/provider/standing";

export const suspendAction = action(
  { needs: "provider.manage", input: StandingInput },
  async (grant, input, client) => {
    const { suspended } = await standingEmails();
    const email = (company: string) => suspended(company, input.reason);
    await changeStanding(grant, { ...input, suspend: true }, email, client);
    redirect(`/admin/proveedores/${input.provider}`);
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
