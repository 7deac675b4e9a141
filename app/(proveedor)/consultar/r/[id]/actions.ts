"use server";

import { redirect } from "next/navigation";
import { answerDigits } from "@/domain/order/answer-digits";
import { DigitsInput } from "@/domain/order/schema";
import { action } from "@/lib/http/action";

export const digitsAction = action(
  { needs: "order.look_up", input: DigitsInput },
  async (grant, input, client) => {
    await answerDigits(grant, input, client);
    redirect(`/consultar/r/${input.lookupId}`);
  },
);
