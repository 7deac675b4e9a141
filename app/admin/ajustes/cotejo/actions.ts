"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { saveCompareMode } from "@/domain/caja/save-compare-mode";
import { CompareModeInput } from "@/domain/caja/schema";

export const saveCompareModeAction = action(
  { needs: "settings.edit", input: CompareModeInput },
  async (grant, input, client) => {
    await saveCompareMode(grant, input, client);
    redirect("/admin/ajustes/cotejo?guardado=1");
  },
);
