import { z } from "zod";

export const CancelInput = z.object({ run: z.uuid() });

export const ConfirmInput = z.object({
  run: z.uuid(),
  applyChanges: z
    .literal("1")
    .optional()
    .transform((ticked) => ticked !== undefined),
});
