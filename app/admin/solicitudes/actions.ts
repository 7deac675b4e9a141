"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { takeBackDecision } from "@/domain/request/decide";
import { TakeBackInput } from "@/domain/request/schema";
import { deskOf } from "./desk-address";

export const takeBackAction = action(
  { needs: "request.decide", again: false, input: TakeBackInput },
  async (grant, { requestId, list }, client) => {
    await takeBackDecision(grant, requestId, client);
    redirect(await deskOf(grant, requestId, list));
  },
);
