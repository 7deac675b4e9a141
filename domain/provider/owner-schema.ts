import { z } from "zod";
import { InviteInput } from "@/domain/account/schema";
import { ShownParts } from "@/domain/seen";

/** Another owner of a provider, and what the caja saw that proves it. */
export const OwnerInput = InviteInput.omit({ role: true }).extend({
  provider: z.uuid(),
  seen: ShownParts,
  proof: z.string("proofMissing").trim().min(10, "proofMissing").max(600, "reasonLong"),
});
export type OwnerInput = z.output<typeof OwnerInput>;

export const NamedOwnerInput = z.object({ provider: z.uuid(), invitation: z.uuid() });
