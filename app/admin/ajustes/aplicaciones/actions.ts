"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { saveApplicationDocument } from "@/domain/request/requirement";
import { ApplicationDocumentInput } from "@/domain/request/requirement-schema";

export const saveDocumentAction = action(
  { needs: "settings.edit", input: ApplicationDocumentInput },
  async (grant, input, client) => {
    await saveApplicationDocument(grant, input, client);
    redirect("/admin/ajustes/aplicaciones?guardado=1");
  },
);
