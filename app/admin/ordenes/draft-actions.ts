"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/app/_server/http/action";
import { discardForm, keepForm } from "@/domain/order/draft/keep-form";
import { discardDraft, saveDraft, takeDraft } from "@/domain/order/draft/save-draft";
import { DraftInput, FormAnswers } from "@/domain/order/draft/schema";
import { DiscardInput } from "@/domain/order/schema";

export const saveDraftAction = action(
  { needs: "order.issue", input: DraftInput },
  async (grant, input, client) => {
    await saveDraft(grant, input, client);
    redirect(`/admin/ordenes/${input.order}/emitir`);
  },
);

export const keepFormAction = action({ needs: "order.issue", input: FormAnswers }, async (grant, answers) => {
  await keepForm(grant, answers);
  redirect("/admin/ordenes");
});

export const discardFormAction = action(
  { needs: "order.issue", input: z.object({ order: z.uuid() }) },
  async (grant, kept) => {
    await discardForm(grant, kept);
    redirect("/admin/ordenes/nueva");
  },
);

export const takeAction = action(
  { needs: "order.issue", input: DiscardInput },
  async (grant, input, client) => {
    await takeDraft(grant, input, client);
    redirect(`/admin/ordenes/${input.order}/emitir`);
  },
);

export const discardAction = action(
  { needs: "order.issue", input: DiscardInput },
  async (grant, input, client) => {
    await discardDraft(grant, input, client);
    redirect("/admin/ordenes");
  },
);
