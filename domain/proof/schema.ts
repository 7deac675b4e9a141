import { z } from "zod";

/** Of which answer, or of which use, a proof is asked. */
export const GiveProofInput = z.union([z.object({ lookupId: z.uuid() }), z.object({ useId: z.uuid() })]);
