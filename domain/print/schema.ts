import { z } from "zod";
import type { PrintFilter } from "@/model/order-list";

export const PrintFilterInput = z.object({
  kindCode: z.string().trim().max(10).catch(""),
  office: z.string().trim().max(120).catch(""),
  also: z.enum(["", "printed"]).catch(""),
}) satisfies z.ZodType<PrintFilter>;
