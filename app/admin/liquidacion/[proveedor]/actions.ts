"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { periodQuery } from "@/app/_server/http/period-params";
import { mailLinks } from "@/app/_server/mail-links";
import { objectionEmail } from "@/domain/notify/settlement-emails";
import { SettleInput } from "@/domain/settlement/schema";
import { settle } from "@/domain/settlement/settle";
import { pathWith } from "@/lib/http/query";

export const settleAction = action(
  { needs: "settlement.manage", input: SettleInput },
  async (grant, input, client) => {
    await settle(grant, input, await objectionEmail(mailLinks), client);
    redirect(
      pathWith(`/admin/liquidacion/${input.providerId}`, {
        guardado: "1",
        ...periodQuery({ from: input.from ?? "", to: input.until ?? "" }),
        estado: input.state ?? "",
        filas: input.size ?? "",
      }),
    );
  },
);
