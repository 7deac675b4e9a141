"use server";

import { redirect } from "next/navigation";
import { undoObjectedUse } from "@/domain/order/decide-undo";
import { UndoObjectedInput } from "@/domain/order/schema";
import { action } from "@/lib/http/action";
import { undoLetters } from "@/lib/mail/undo-letters";

export const undoObjectedAction = action(
  { needs: "use.undo", input: UndoObjectedInput },
  async (grant, input, client) => {
    const { objected } = await undoLetters();
    const say = (receipt: string, useId: string) => objected(receipt, useId, input.reason);
    await undoObjectedUse(grant, input, say, client);
    redirect("/admin/novedades/anulaciones?anulado=1");
  },
);
