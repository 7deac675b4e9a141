import { z } from "zod";

export const CancelInput = z.object({ run: z.uuid() });

/** The most convenios of one file that are ticked to move; a file with more is mended or divided. */
export const MOST_MOVES = 200;

const ticks = (ticked: unknown) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []);

/** The lines of the convenios that may move, each ticked by itself. */
export const ConfirmAgreementsInput = z.object({
  run: z.uuid(),
  moves: z
    .preprocess(ticks, z.array(z.string().regex(/^\d{1,9}$/)).max(MOST_MOVES))
    .transform((lines) => lines.map(Number)),
});

export const ConfirmInput = z.object({
  run: z.uuid(),
  applyChanges: z
    .literal("1")
    .optional()
    .transform((ticked) => ticked !== undefined),
});
