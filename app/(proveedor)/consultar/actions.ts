"use server";

import { redirect } from "next/navigation";
import { lookUpOrder } from "@/domain/order/look-up";
import { scanOrder } from "@/domain/order/scan-order";
import { CounterInput } from "@/domain/order/schema";
import { action } from "@/lib/http/action";

export const lookUpAction = action(
  { needs: "order.look_up", input: CounterInput },
  async (grant, input, client) => {
    const id =
      input.way === "code"
        ? await scanOrder(grant, { text: input.code, by: "keyboard" }, client)
        : await lookUpOrder(grant, input, client);
    redirect(`/consultar/r/${id}`);
  },
);
