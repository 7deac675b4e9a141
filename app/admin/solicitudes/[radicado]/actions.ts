"use server";

import { redirect } from "next/navigation";
import { RejectInput, ReturnInput } from "@/domain/caja/schema";
import { decide } from "@/domain/request/decide";
import { ApproveInput } from "@/domain/request/schema";
import { action } from "@/lib/http/action";
import { decisionLetters } from "@/lib/mail/request-letters";
import { pageOf } from "./page-of";

export const approveAction = action(
  { needs: "request.decide", input: ApproveInput },
  async (grant, { requestId }, client) => {
    await decide(grant, { requestId, decision: "approved", reason: null }, await decisionLetters(), client);
    redirect(await pageOf(grant, requestId));
  },
);

export const returnAction = action(
  { needs: "request.decide", input: ReturnInput },
  async (grant, input, client) => {
    await decide(grant, { ...input, decision: "returned" }, await decisionLetters(), client);
    redirect(await pageOf(grant, input.requestId));
  },
);

export const rejectAction = action(
  { needs: "request.decide", input: RejectInput },
  async (grant, input, client) => {
    await decide(grant, { ...input, decision: "rejected" }, await decisionLetters(), client);
    redirect(await pageOf(grant, input.requestId));
  },
);
