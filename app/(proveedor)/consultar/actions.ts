"use server";

import { redirect } from "next/navigation";
import { claimedCounter } from "@/app/_server/auth/claimed-counter";
import { action } from "@/app/_server/http/action";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { scanOrder } from "@/domain/lookup/scan-order";
import { CounterInput } from "@/domain/lookup/schema";

export const lookUpAction = action(
  { needs: "order.look_up", input: CounterInput },
  async (grant, input, client) => {
    const device = { ...client, counterId: await claimedCounter() };
    const id =
      input.way === "code"
        ? await scanOrder(grant, { id: input.id, text: input.code, by: "keyboard" }, device)
        : await lookUpOrder(grant, input, device);
    redirect(`/consultar/r/${id}`);
  },
);
