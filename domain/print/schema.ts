import { z } from "zod";
import type { PrintFilter } from "@/model/order-list";

export const PrintFilterInput = z.object({
  kindCode: z.string().trim().max(10).catch(""),
  office: z.string().trim().max(120).catch(""),
  also: z.enum(["", "printed"]).catch(""),
  from: z.enum(["", "file"]).catch(""),
  whose: z.enum(["", "mine"]).catch(""),
  day: z.enum(["", "today"]).catch(""),
}) satisfies z.ZodType<PrintFilter>;

/** The most orders that one page of the list ticks. */
const MOST_TICKED = 100;

/** The ticked orders of a page of the list, each once. */
export const TickedOrders = z
  .array(z.uuid())
  .transform((ids) => [...new Set(ids)])
  .pipe(z.array(z.uuid()).min(1).max(MOST_TICKED));
