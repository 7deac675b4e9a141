"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { CancelInput, ConfirmAgreementsInput } from "@/domain/import/schema";
import { cancelUploaded, confirmUploaded } from "@/domain/import/upload";

export const confirmAction = action(
  { needs: "agreement.manage", input: ConfirmAgreementsInput },
  async (grant, input, client) => {
    await confirmUploaded(grant, input, client);
    redirect(`/admin/convenios/importar/${input.run}`);
  },
);

export const cancelAction = action(
  { needs: "agreement.manage", again: false, input: CancelInput },
  async (grant, { run }, client) => {
    await cancelUploaded(grant, run, client);
    redirect(`/admin/convenios/importar/${run}`);
  },
);
