"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_server/http/action";
import { objectToFactorReset } from "@/domain/factor/reset";
import { ObjectionInput } from "@/domain/factor/schema";

export const objectAction = publicAction(
  { input: ObjectionInput, saves: true },
  async ({ token }, client) => {
    await objectToFactorReset(token, client);
    redirect(`/objetar/${token}?hecho=1`);
  },
);
