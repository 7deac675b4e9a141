"use server";

import { redirect } from "next/navigation";
import { UseInput } from "@/domain/order/schema";
import { registerOrderUse } from "@/domain/order/use-order";
import { currentCounter } from "@/lib/auth/counter";
import { action } from "@/lib/http/action";

export const registerUseAction = action(
  {
    needs: "order.use",
    input: UseInput,
    whenDown: ({ lookupId, key }) => {
      const truth = `/consultar/r/${lookupId}/resultado?clave=${key}`;
      return `/no-disponible?motivo=uso&volver=${encodeURIComponent(truth)}`;
    },
  },
  async (grant, input, client) => {
    const counter = await currentCounter(grant.actor);
    const done = await registerOrderUse(grant, input, counter?.id ?? null, client);
    if (!done) redirect(`/consultar/r/${input.lookupId}`);
    redirect(`/comprobantes/${done.receipt}${done.asAsked ? "" : "?aviso=distinto"}`);
  },
);
