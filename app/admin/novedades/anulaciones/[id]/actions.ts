"use server";

import { redirect } from "next/navigation";
import { decideUndo } from "@/domain/order/decide-undo";
import { DecideUndoInput } from "@/domain/order/schema";
import { action } from "@/lib/http/action";
import { undoLetters } from "@/lib/mail/undo-letters";

export const decideUndoAction = action(
  { needs: "use.undo", input: DecideUndoInput },
  async (grant, input, client) => {
    const { approved, refused } = await undoLetters();
    const say = input.approve ? approved : refused;
    await decideUndo(grant, input, (receipt, useId) => say(receipt, useId, input.reason), client);
    redirect(`/admin/novedades/anulaciones/${input.requestId}`);
  },
);
