import { z } from "zod";
import { StandingInput } from "./schema";

/** Everybody who works for the provider, instead of one of them. */
export const EVERYBODY = "all";

/** Whose access to a provider ends, and why. */
export const EndAccessInput = StandingInput.extend({
  who: z.union([z.literal(EVERYBODY), z.uuid("whoMissing")], "whoMissing"),
});
export type EndAccessInput = z.output<typeof EndAccessInput>;
