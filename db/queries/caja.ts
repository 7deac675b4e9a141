import { desc } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cajaProfile, policies } from "@/db/tables";

/** Who the caja is, or null before its one row exists. */
export async function findCajaProfile(db: Database) {
  const [row] = await db
    .select({
      name: cajaProfile.name,
      shortName: cajaProfile.shortName,
      portalName: cajaProfile.portalName,
      legalName: cajaProfile.legalName,
      nit: cajaProfile.nit,
      phone: cajaProfile.phone,
      otherPhone: cajaProfile.otherPhone,
      hours: cajaProfile.hours,
      email: cajaProfile.email,
      address: cajaProfile.address,
      city: cajaProfile.city,
    })
    .from(cajaProfile);
  return row ?? null;
}

/** The data-treatment text that holds now, or null before the first one. */
export async function findCurrentPolicy(db: Database) {
  const [row] = await db
    .select({ id: policies.id, text: policies.text, publishedAt: policies.publishedAt })
    .from(policies)
    .orderBy(desc(policies.id))
    .limit(1);
  return row ?? null;
}
