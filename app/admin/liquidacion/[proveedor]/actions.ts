"use server";

import { redirect } from "next/navigation";
import { pathWith } from "@/app/admin/query";
import { SettleInput } from "@/domain/settlement/schema";
import { settle } from "@/domain/settlement/settle";
import { action } from "@/lib/http/action";
import { objectionLetter } from "@/lib/mail/settlement-letters";

export const settleAction = action(
  { needs: "settlement.manage", input: SettleInput },
  async (grant, input, client) => {
    await settle(grant, input, await objectionLetter(), client);
    redirect(
      pathWith(`/admin/liquidacion/${input.providerId}`, {
        guardado: "1",
        desde: input.from ?? "",
        hasta: input.until ?? "",
        estado: input.state ?? "",
        filas: input.size ?? "",
      }),
    );
  },
);
