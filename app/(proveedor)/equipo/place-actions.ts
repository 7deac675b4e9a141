"use server";

import { redirect } from "next/navigation";
import { keepPairing, pairedToken } from "@/app/_server/auth/paired-device";
import { action } from "@/app/_server/http/action";
import { endDevice, readDevice } from "@/domain/branch/devices";
import { closePlace, saveBranch, saveCounter } from "@/domain/branch/places";
import { BranchNameInput, CounterNameInput, DeviceId, PlaceId } from "@/domain/branch/schema";

export const saveBranchAction = action(
  { needs: "team.manage", input: BranchNameInput },
  async (grant, input, client) => {
    await saveBranch(grant, input, client);
    redirect(input.branch ? `/equipo/establecimientos/${input.branch}` : "/equipo");
  },
);

export const saveCounterAction = action(
  { needs: "team.manage", input: CounterNameInput },
  async (grant, input, client) => {
    await saveCounter(grant, input, client);
    redirect(`/equipo/establecimientos/${input.branch}`);
  },
);

export const closePlaceAction = action(
  { needs: "team.manage", input: PlaceId },
  async (grant, { place, branch }, client) => {
    await closePlace(grant, place, client);
    redirect(place === branch ? "/equipo" : `/equipo/establecimientos/${branch}`);
  },
);

export const endDeviceAction = action(
  { needs: "team.manage", input: DeviceId },
  async (grant, { device }, client) => {
    const own = await readDevice(await pairedToken());
    await endDevice(grant, device, client);
    if (own?.deviceId === device) await keepPairing(null);
    redirect("/equipo?hecho=quitado");
  },
);
