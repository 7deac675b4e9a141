"use server";

import { redirect } from "next/navigation";
import { scanOrder } from "@/domain/order/scan-order";
import { ScanInput } from "@/domain/order/schema";
import { claimedCounter } from "@/lib/auth/counter";
import { action } from "@/lib/http/action";

export const scanAction = action(
  { needs: "order.look_up", input: ScanInput },
  async (grant, { code, by }, client) => {
    const id = await scanOrder(grant, { text: code, by }, { ...client, counterId: await claimedCounter() });
    redirect(`/consultar/r/${id}`);
  },
);
