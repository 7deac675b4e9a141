"use server";

import { redirect } from "next/navigation";
import { changeStanding, ReactivateInput, SuspendInput } from "@/domain/provider/standing";
import { action } from "@/lib/http/action";
import { standingLetters } from "@/lib/mail/standing-letters";

export const suspendAction = action(
  { needs: "provider.manage", input: SuspendInput },
  async (grant, input, client) => {
    const { suspended } = await standingLetters();
    await changeStanding(grant, input, (company) => suspended(company, input.reason), client);
    redirect(`/admin/proveedores/${input.provider}`);
  },
);

export const reactivateAction = action(
  { needs: "provider.manage", input: ReactivateInput },
  async (grant, { provider }, client) => {
    const { reactivated } = await standingLetters();
    await changeStanding(grant, { provider, reason: null }, reactivated, client);
    redirect(`/admin/proveedores/${provider}`);
  },
);
