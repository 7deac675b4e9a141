"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/app/_server/http/action";
import { discardForm, keepForm } from "@/domain/order/draft/keep-form";
import { discardDraft, saveDraft, takeDraft } from "@/domain/order/draft/save-draft";
import { SentDraft } from "@/domain/order/draft/schema";
import { DiscardInput } from "@/domain/order/schema";

/** One action for both buttons of the form, so that it always shows the answer to what was sent last. */
export const saveDraftAction = action(
  { needs: "order.issue", input: SentDraft },
  async (grant, { later, draft }, client) => {
    if (later) await keepForm(grant, later);
    else await saveDraft(grant, draft, client);
    redirect(later ? "/admin/ordenes" : `/admin/ordenes/${draft.order}/emitir`);
  },
);

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
