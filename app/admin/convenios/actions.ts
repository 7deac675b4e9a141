"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { saveAgreement } from "@/domain/agreement/save-agreement";
import { AgreementInput } from "@/domain/agreement/schema";

export const saveAgreementAction = action(
  { needs: "agreement.manage", input: AgreementInput },
  async (grant, input, client) => {
    await saveAgreement(grant, input, client);
    redirect(`/admin/convenios?${new URLSearchParams({ q: input.number, guardado: "1" })}`);
  },
);
