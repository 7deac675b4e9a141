import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cajaProfile } from "@/db/tables";

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

/** How many minutes a reset of the second factor waits, and which version of the profile says so. */
export async function findFactorWait(db: Database) {
  const [row] = await db
    .select({
      minutes: cajaProfile.factorResetMinutes,
      version: sql<string>`caja_version(${cajaProfile.updatedAt})`,
    })
    .from(cajaProfile);
  return row ?? { minutes: 60, version: "" };
}
