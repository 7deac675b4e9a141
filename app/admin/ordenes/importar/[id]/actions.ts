"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { CancelInput, ConfirmInput } from "@/domain/import/schema";
import { cancelUploaded, confirmUploaded } from "@/domain/import/upload";

export const confirmAction = action(
  { needs: "order.import", input: ConfirmInput },
  async (grant, input, client) => {
    await confirmUploaded(grant, input, client);
    redirect(`/admin/ordenes/importar/${input.run}`);
  },
);

export const cancelAction = action(
  { needs: "order.import", input: CancelInput },
  async (grant, { run }, client) => {
    await cancelUploaded(grant, run, client);
    redirect(`/admin/ordenes/importar/${run}`);
  },
);
