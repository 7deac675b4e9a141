"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { approveAccount, proposeAccount, refuseAccount } from "@/domain/bank-account/change";
import { ApproveAccountInput, ProposeInput, RefuseAccountInput } from "@/domain/bank-account/schema";
import { accountEmail } from "@/domain/notify/account-email";

const placeOf = (provider: string, done: string) => `/admin/proveedores/${provider}/cuenta?hecho=${done}`;

export const proposeAccountAction = action(
  { needs: "bank_account.manage", again: true, input: ProposeInput },
  async (grant, input, client) => {
    await proposeAccount(grant, input, client);
    redirect(placeOf(input.provider, "propuesta"));
  },
);

export const approveAccountAction = action(
  { needs: "bank_account.manage", again: true, input: ApproveAccountInput },
  async (grant, input, client) => {
    await approveAccount(grant, input, await accountEmail(), client);
    redirect(placeOf(input.provider, "aprobada"));
  },
);

export const refuseAccountAction = action(
  { needs: "bank_account.manage", input: RefuseAccountInput },
  async (grant, input, client) => {
    await refuseAccount(grant, input, client);
    redirect(placeOf(input.provider, "rechazada"));
  },
);
