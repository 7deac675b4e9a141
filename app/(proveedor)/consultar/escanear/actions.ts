"use server";

import { redirect } from "next/navigation";
import { scanOrder } from "@/domain/order/scan-order";
import { ScanInput } from "@/domain/order/schema";
import { action } from "@/lib/http/action";

export const scanAction = action(
  { needs: "order.look_up", input: ScanInput },
  async (grant, { code, by }, client) => {
    const id = await scanOrder(grant, { text: code, by }, client);
    redirect(`/consultar/r/${id}`);
  },
);
