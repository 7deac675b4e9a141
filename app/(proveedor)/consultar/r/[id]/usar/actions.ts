"use server";

import { redirect } from "next/navigation";
import { isDatabaseDown } from "@/db/connection";
import { UseInput } from "@/domain/order/schema";
import { registerOrderUse } from "@/domain/order/use-order";
import { currentCounter } from "@/lib/auth/counter";
import { action } from "@/lib/http/action";

export const registerUseAction = action(
  { needs: "order.use", input: UseInput },
  async (grant, input, client) => {
    const answer = `/consultar/r/${input.lookupId}`;
    const counter = await currentCounter(grant.actor);
    const receipt = await registerOrderUse(grant, input, counter?.id ?? null, client).catch(
      (error: unknown) => {
        if (!isDatabaseDown(error)) throw error;
        const truth = `${answer}/resultado?clave=${input.key}`;
        redirect(`/no-disponible?motivo=uso&volver=${encodeURIComponent(truth)}`);
      },
    );
    redirect(receipt ? `/comprobantes/${receipt}` : answer);
  },
);
