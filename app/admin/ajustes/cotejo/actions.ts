"use server";

import { redirect } from "next/navigation";
import { saveCompareMode } from "@/domain/caja/save-compare-mode";
import { CompareModeInput } from "@/domain/caja/schema";
import { action } from "@/lib/http/action";

export const saveCompareModeAction = action(
  { needs: "settings.edit", input: CompareModeInput },
  async (grant, input, client) => {
    await saveCompareMode(grant, input, client);
    redirect("/admin/ajustes/cotejo?guardado=1");
  },
);
