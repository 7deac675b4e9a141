import { z } from "zod";
import type { PrintFilter } from "@/model/order-list";

const paperSizeNames = { carta: "letter", media: "half_letter" } as const;

/** The sheet; whole Letter unless half is asked for. */
export const PaperSizeInput = z
  .enum(["carta", "media"])
  .catch("carta")
  .transform((name) => paperSizeNames[name]);

export const PrintFilterInput = z.object({
  kindCode: z.string().trim().max(10).catch(""),
  office: z.string().trim().max(120).catch(""),
  also: z.enum(["", "printed"]).catch(""),
}) satisfies z.ZodType<PrintFilter>;
