"use server";

import { redirect } from "next/navigation";
import { saveCaja } from "@/domain/caja/save-caja";
import { CajaInput } from "@/domain/caja/schema";
import { forgetCaja } from "@/lib/caja-profile";
import { action } from "@/lib/http/action";

export const saveCajaAction = action(
  { needs: "settings.edit", input: CajaInput },
  async (grant, input, client) => {
    await saveCaja(grant, input, client);
    forgetCaja();
    redirect("/admin/ajustes/caja?guardado=1");
  },
);
