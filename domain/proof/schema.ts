import { z } from "zod";

/** The look-up or the use for which a proof is requested. */
export const GiveProofInput = z.union([z.object({ lookupId: z.uuid() }), z.object({ useId: z.uuid() })]);
