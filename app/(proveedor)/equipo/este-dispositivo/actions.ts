"use server";

import { redirect } from "next/navigation";
import { rememberCounter } from "@/app/_server/auth/counter";
import { keepPairing, pairedToken } from "@/app/_server/auth/paired-device";
import { action } from "@/app/_server/http/action";
import { databaseFor } from "@/db/client";
import { findOpenCounter } from "@/db/queries/branch";
import { pairDevice } from "@/domain/branch/devices";
import { DeviceInput, PairInput } from "@/domain/branch/schema";
import { Refusal } from "@/model/refusal";

export const deviceAction = action(
  { needs: "counter.work", input: DeviceInput },
  async (grant, { counter }) => {
    if (counter && !(await findOpenCounter(databaseFor(grant), grant, counter)))
      throw new Refusal("place_closed");
    await rememberCounter(counter || null);
    redirect("/equipo/este-dispositivo");
  },
);

export const pairAction = action(
  { needs: "team.manage", again: true, input: PairInput },
  async (grant, { counter }, client) => {
    await keepPairing(await pairDevice(grant, counter, await pairedToken(), client));
    await rememberCounter(counter);
    redirect("/equipo/este-dispositivo?hecho=emparejado");
  },
);
