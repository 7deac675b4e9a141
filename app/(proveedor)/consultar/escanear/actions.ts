"use server";

import { redirect } from "next/navigation";
import { claimedCounter } from "@/app/_server/auth/claimed-counter";
import { action } from "@/app/_server/http/action";
import { scanOrder } from "@/domain/lookup/scan-order";
import { ScanInput } from "@/domain/lookup/schema";

export const scanAction = action(
  { needs: "order.look_up", input: ScanInput },
  async (grant, { id, code, by }, client) => {
    const device = { ...client, counterId: await claimedCounter() };
    redirect(`/consultar/r/${await scanOrder(grant, { id, text: code, by }, device)}`);
  },
);
