import { z } from "zod";

export const CancelInput = z.object({ run: z.uuid() });

/** How many convenios that may move a page shows; their ticks are sent together. */
export const MOVES_PAGE = 100;

const line = z.coerce.number().int().min(0).max(999_999_999);

const ticks = (ticked: unknown) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []);

/**
 * A page of the convenios that may move: the lines that are ticked, each by itself, the first and the last that it
 * shows, and what was ticked on all pages when it was shown. `page` is the one to show next, or none to confirm.
 */
export const ConfirmAgreementsInput = z.object({
  run: z.uuid(),
  first: line,
  last: line,
  version: z.string().regex(/^[0-9a-f]{32}$/),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .optional(),
  moves: z
    .preprocess(ticks, z.array(z.string().regex(/^\d{1,9}$/)).max(MOVES_PAGE))
    .transform((lines) => lines.map(Number)),
});

export const ConfirmInput = z.object({
  run: z.uuid(),
  applyChanges: z
    .literal("1")
    .optional()
    .transform((ticked) => ticked !== undefined),
});
