"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { undoEmails } from "@/domain/notify/undo-emails";
import { decideUndo } from "@/domain/use/decide-undo";
import { DecideUndoInput } from "@/domain/use/schema";

export const decideUndoAction = action(
  { needs: "use.undo", input: DecideUndoInput },
  async (grant, input, client) => {
    const { approved, refused } = await undoEmails(mailLinks);
    const message = input.approve ? approved : refused;
    await decideUndo(grant, input, (receipt, useId) => message(receipt, useId, input.reason), client);
    redirect(`/admin/novedades/anulaciones/${input.requestId}`);
  },
);
