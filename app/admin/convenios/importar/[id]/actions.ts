"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { CancelInput, ConfirmAgreementsInput } from "@/domain/import/schema";
import { cancelUploaded, confirmUploaded, tickMoves } from "@/domain/import/upload";

export const confirmAction = action(
  { needs: "agreement.manage", input: ConfirmAgreementsInput },
  async (grant, { page, ...input }, client) => {
    const run = `/admin/convenios/importar/${input.run}`;
    if (page === undefined) {
      await confirmUploaded(grant, input, client);
      redirect(run);
    }
    await tickMoves(grant, input);
    redirect(`${run}?pagina=${page}`);
  },
);

export const cancelAction = action(
  { needs: "agreement.manage", again: false, input: CancelInput },
  async (grant, { run }, client) => {
    await cancelUploaded(grant, run, client);
    redirect(`/admin/convenios/importar/${run}`);
  },
);
