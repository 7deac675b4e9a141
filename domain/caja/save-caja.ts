import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { CajaInput } from "./schema";

/** @throws Refusal "caja_changed" when somebody saved after the form was opened · "not_allowed" */
export async function saveCaja(
  grant: Grant<"settings.edit">,
  input: CajaInput,
  client: { ip: string },
): Promise<void> {
  const outcome = await call(databaseFor(grant), "save_caja_profile", {
    actor: grant.actor.personId,
    version: input.version,
    name: input.name,
    legalName: input.legalName,
    nit: input.nit,
    phone: input.phone,
    otherPhone: input.otherPhone,
    hours: input.hours,
    email: input.email,
    address: input.address,
    city: input.city,
    policy: input.policy,
    importMaxAgeHours: input.importMaxAgeHours,
    ip: client.ip,
    portalName: input.portalName,
    shortName: input.shortName,
  });
  requireDone("caja_outcome", outcome);
}
