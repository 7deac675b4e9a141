"use server";

import { redirect } from "next/navigation";
import { lookUpOrder } from "@/domain/order/look-up";
import { LookUpInput } from "@/domain/order/schema";
import { action } from "@/lib/http/action";

export const lookUpAction = action(
  { needs: "order.look_up", input: LookUpInput },
  async (grant, input, client) => {
    const id = await lookUpOrder(grant, input, client);
    redirect(`/consultar/r/${id}`);
  },
);
