"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { undoEmails } from "@/domain/notify/undo-emails";
import { undoObjectedUse } from "@/domain/use/decide-undo";
import { UndoObjectedInput } from "@/domain/use/schema";

export const undoObjectedAction = action(
  { needs: "use.undo", input: UndoObjectedInput },
  async (grant, input, client) => {
    const { objected } = await undoEmails(mailLinks);
    const message = (receipt: string, useId: string) => objected(receipt, useId, input.reason);
    await undoObjectedUse(grant, input, message, client);
    redirect("/admin/novedades/anulaciones?anulado=1");
  },
);
