"use server";

import { action } from "@/app/_server/http/action";
import { ApproveInput, RejectInput, ReturnInput } from "@/domain/request/schema";
import { decideAndShow } from "./decide-and-show";

export const approveAction = action(
  { needs: "request.decide", input: ApproveInput },
  async (grant, input, client) =>
    decideAndShow(grant, { ...input, decision: "approved", reason: null }, client),
);

export const returnAction = action(
  { needs: "request.decide", input: ReturnInput },
  async (grant, input, client) => decideAndShow(grant, { ...input, decision: "returned" }, client),
);

export const rejectAction = action(
  { needs: "request.decide", input: RejectInput },
  async (grant, input, client) => decideAndShow(grant, { ...input, decision: "rejected" }, client),
);
