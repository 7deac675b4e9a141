"use server";

import { redirect } from "next/navigation";
import { rememberCounter } from "@/app/_server/auth/counter";
import { action } from "@/app/_server/http/action";
import { databaseFor } from "@/db/client";
import { findOpenCounter } from "@/db/queries/branch";
import { DeviceInput } from "@/domain/branch/schema";
import { Refusal } from "@/model/refusal";

export const deviceAction = action(
  { needs: "order.look_up", input: DeviceInput },
  async (grant, { counter }) => {
    if (counter && !(await findOpenCounter(databaseFor(grant), grant, counter)))
      throw new Refusal("place_closed");
    await rememberCounter(counter || null);
    redirect("/equipo/este-equipo");
  },
);
