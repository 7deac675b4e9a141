"use server";

import { redirect } from "next/navigation";
import { saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput } from "@/domain/order/draft/schema";
import { action } from "@/lib/http/action";

export const saveDraftAction = action(
  { needs: "order.issue", input: DraftInput },
  async (grant, input, client) => {
    await saveDraft(grant, input, client);
    redirect(`/admin/ordenes/${input.order}/emitir`);
  },
);
