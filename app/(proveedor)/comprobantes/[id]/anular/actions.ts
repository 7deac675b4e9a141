"use server";

import { redirect } from "next/navigation";
import { currentCounter } from "@/app/_server/auth/counter";
import { action } from "@/app/_server/http/action";
import { UndoInput } from "@/domain/use/schema";
import { askForUndo, undoOrderUse } from "@/domain/use/undo-use";

export const undoAction = action({ needs: "order.use", input: UndoInput }, async (grant, input, client) => {
  const counter = await currentCounter(grant.actor);
  const undone = await undoOrderUse(grant, input, counter?.id ?? null, client);
  // After the time limit the same page offers to ask the caja instead.
  redirect(`/comprobantes/${input.useId}${undone ? "" : "/anular"}`);
});

export const askUndoAction = action(
  { needs: "order.use", input: UndoInput },
  async (grant, input, client) => {
    await askForUndo(grant, input, client);
    redirect(`/comprobantes/${input.useId}`);
  },
);
