"use server";

import { redirect } from "next/navigation";
import { lookUpOrder } from "@/domain/order/look-up";
import { scanOrder } from "@/domain/order/scan-order";
import { CounterInput } from "@/domain/order/schema";
import { claimedCounter } from "@/lib/auth/counter";
import { action } from "@/lib/http/action";

export const lookUpAction = action(
  { needs: "order.look_up", input: CounterInput },
  async (grant, input, client) => {
    const device = { ...client, counterId: await claimedCounter() };
    const id =
      input.way === "code"
        ? await scanOrder(grant, { text: input.code, by: "keyboard" }, device)
        : await lookUpOrder(grant, input, device);
    redirect(`/consultar/r/${id}`);
  },
);
