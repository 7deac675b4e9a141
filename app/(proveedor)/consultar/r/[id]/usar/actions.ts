"use server";

import { redirect } from "next/navigation";
import { currentCounter } from "@/app/_server/auth/counter";
import { action } from "@/app/_server/http/action";
import { UseInput } from "@/domain/use/schema";
import { registerOrderUse } from "@/domain/use/use-order";

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
    redirect(`/comprobantes/${done.receipt}${done.isSame ? "" : "?aviso=distinto"}`);
  },
);
