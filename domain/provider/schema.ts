import { z } from "zod";
import { ShownParts } from "@/domain/seen";

/** A suspension or its end: which provider, and why. */
export const StandingInput = z.object({
  provider: z.uuid(),
  seen: ShownParts,
  reason: z.string("reasonMissing").trim().min(10, "reasonMissing").max(600, "reasonLong"),
});
