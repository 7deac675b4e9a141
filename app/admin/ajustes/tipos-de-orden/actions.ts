"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { invalidateOrderKinds } from "@/domain/order-kind/cached-kinds";
import { saveKind } from "@/domain/order-kind/save-kind";
import { KindInput } from "@/domain/order-kind/schema";

export const saveKindAction = action(
  { needs: "settings.edit", input: KindInput },
  async (grant, input, client) => {
    await saveKind(grant, input, client);
    invalidateOrderKinds();
    redirect("/admin/ajustes/tipos-de-orden?guardado=1");
  },
);
