"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { readFactorHolders, requestFactorReset, withdrawFactorReset } from "@/domain/factor/reset";
import { RequestHolderResetInput, WithdrawHolderResetInput } from "@/domain/factor/schema";
import { factorResetEmail } from "@/domain/notify/factor-emails";
import { Refusal } from "@/model/refusal";

const placeOf = (provider: string) => `/admin/proveedores/${provider}/segundo-factor`;

export const requestHolderResetAction = action(
  { needs: "people.manage", input: RequestHolderResetInput },
  async (grant, { provider, person, reason }, client) => {
    const holders = await readFactorHolders(grant, provider);
    const holder = holders.find(({ personId }) => personId === person);
    if (!holder) throw new Refusal("official_not_found");
    await requestFactorReset(grant, holder, reason, await factorResetEmail(mailLinks), client);
    redirect(placeOf(provider));
  },
);

export const withdrawHolderResetAction = action(
  { needs: "people.manage", input: WithdrawHolderResetInput },
  async (grant, { provider, ...shown }, client) => {
    await withdrawFactorReset(grant, shown, client);
    redirect(placeOf(provider));
  },
);
