"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { revokeKey, rotateKeys } from "@/domain/order-code/key-ring";
import { RevokeInput, RotateInput } from "@/domain/order-code/key-ring-schema";

export const rotateAction = action(
  { needs: "key.manage", input: RotateInput },
  async (grant, input, client) => {
    await rotateKeys(grant, input, client);
    redirect("/admin/ajustes/llaves?hecho=rotar");
  },
);

export const revokeAction = action(
  { needs: "key.manage", input: RevokeInput },
  async (grant, input, client) => {
    await revokeKey(grant, input, client);
    redirect("/admin/ajustes/llaves?hecho=revocar");
  },
);
