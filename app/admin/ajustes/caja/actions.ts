"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { invalidateCajaProfile } from "@/domain/caja/profile";
import { saveCaja } from "@/domain/caja/save-caja";
import { CajaInput } from "@/domain/caja/schema";

export const saveCajaAction = action(
  { needs: "settings.edit", input: CajaInput },
  async (grant, input, client) => {
    await saveCaja(grant, input, client);
    invalidateCajaProfile();
    revalidatePath("/admin", "layout"); // the layout's banner depends on what was saved
    redirect("/admin/ajustes/caja?guardado=1");
  },
);
