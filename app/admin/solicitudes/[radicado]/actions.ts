"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { markDocument } from "@/domain/request/decide";
import { ApproveInput, MarkInput, RejectInput, ReturnInput } from "@/domain/request/schema";
import { deskOf } from "../desk-address";
import { decideAndShow } from "./decide-and-show";

export const approveAction = action(
  { needs: "request.decide", input: ApproveInput },
  async (grant, input, client) => decideAndShow(grant, { ...input, decision: "approved" }, client),
);

export const returnAction = action(
  { needs: "request.decide", input: ReturnInput },
  async (grant, input, client) => decideAndShow(grant, { ...input, decision: "returned" }, client),
);

export const rejectAction = action(
  { needs: "request.decide", input: RejectInput },
  async (grant, input, client) => decideAndShow(grant, { ...input, decision: "rejected" }, client),
);

/** Marks a document, and opens the next one that nobody has marked. */
export const markAction = action(
  { needs: "request.decide", again: false, input: MarkInput },
  async (grant, { requestId, document, mark, list }, client) => {
    await markDocument(grant, { request: requestId, document, good: mark === "good" }, client);
    redirect(await deskOf(grant, requestId, list));
  },
);
