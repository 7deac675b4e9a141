import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cajaProfile } from "@/db/schema";
import type { CajaInput, CompareModeInput } from "@/domain/caja/schema";
import type { Grant } from "@/model/access";

/** Which version of the profile the form shows; "" before there is one. */
export async function findCajaVersion(db: Database): Promise<string> {
  const [row] = await db
    .select({ version: sql<string>`caja_version(${cajaProfile.updatedAt})` })
    .from(cajaProfile);
  return row?.version ?? "";
}

/** After how many hours without a file of orders the caja is told. */
export async function findImportMaxAge(db: Database): Promise<number | null> {
  const [row] = await db.select({ hours: cajaProfile.importMaxAgeHours }).from(cajaProfile);
  return row?.hours ?? null;
}

/** Saves the profile and, when its text changed, publishes the policy. "changed": somebody saved in between. */
export async function saveCaja(
  db: Database,
  grant: Grant<"settings.edit">,
  input: CajaInput,
  ip: string,
): Promise<string> {
  const [row] = await db.execute<{ outcome: string }>(sql`select save_caja_profile(
    ${grant.actor.personId}::uuid, ${input.version}, ${input.name}, ${input.legalName}, ${input.nit}, ${input.phone},
    ${input.otherPhone}, ${input.hours}, ${input.email}, ${input.address}, ${input.city}, ${input.policy},
    ${input.importMaxAgeHours}, ${ip}) as outcome`);
  return row?.outcome ?? "not_allowed";
}

/** How the counter compares orders, and which version of the profile says so. */
export async function findCompareMode(db: Database) {
  const [row] = await db
    .select({
      mode: cajaProfile.compareMode,
      from: cajaProfile.compareFrom,
      version: sql<string>`caja_version(${cajaProfile.updatedAt})`,
    })
    .from(cajaProfile);
  return row ?? { mode: "show" as const, from: null, version: "" };
}

/** "changed": somebody saved in between. */
export async function saveCompareMode(
  db: Database,
  grant: Grant<"settings.edit">,
  { version, mode, from }: CompareModeInput,
  ip: string,
): Promise<string> {
  const [row] = await db.execute<{ outcome: string }>(sql`select save_compare_mode(
    ${grant.actor.personId}::uuid, ${version}, ${mode}, ${from}::bigint, ${ip}) as outcome`);
  return row?.outcome ?? "not_allowed";
}
