"use server";

import { redirect } from "next/navigation";
import { SettleInput } from "@/domain/settlement/schema";
import { settle } from "@/domain/settlement/settle";
import { action } from "@/lib/http/action";

export const settleAction = action(
  { needs: "settlement.manage", input: SettleInput },
  async (grant, input, client) => {
    await settle(grant, input, client);
    const days = input.from && input.until ? `&desde=${input.from}&hasta=${input.until}` : "";
    redirect(`/admin/liquidacion/${input.providerId}?guardado=1${days}`);
  },
);
