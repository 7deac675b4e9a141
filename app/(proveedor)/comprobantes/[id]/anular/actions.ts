"use server";

import { redirect } from "next/navigation";
import { UndoInput } from "@/domain/order/schema";
import { askForUndo, undoOrderUse } from "@/domain/order/undo-use";
import { currentCounter } from "@/lib/auth/counter";
import { action } from "@/lib/http/action";

export const undoAction = action({ needs: "order.use", input: UndoInput }, async (grant, input, client) => {
  const counter = await currentCounter(grant.actor);
  const undone = await undoOrderUse(grant, input, counter?.id ?? null, client);
  // Too late for this counter: the same page now offers to ask the caja.
  redirect(`/comprobantes/${input.useId}${undone ? "" : "/anular"}`);
});

export const askUndoAction = action(
  { needs: "order.use", input: UndoInput },
  async (grant, input, client) => {
    await askForUndo(grant, input, client);
    redirect(`/comprobantes/${input.useId}`);
  },
);
