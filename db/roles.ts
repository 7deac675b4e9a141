import { createHash } from "node:crypto";
import { parseDatabaseUrl } from "@/lib/database-url";

/** The sign-in, the caja's screens, the providers' and the public's, and background work each have a role of their own. */
export type DatabaseRole = "app_door" | "app_provider" | "app_caja" | "app_jobs";

/** What a role may be called in Postgres, in bytes. */
const LONGEST = 63;

/**
 * A role's name on the server: roles belong to all its databases, so each installation has its own, which reach
 * nothing of another. A database with a very long name gets a digest for its end.
 */
export function roleName(role: DatabaseRole | "app_owner", database: string): string {
  const name = `${role}_${database}`;
  if (Buffer.byteLength(name) <= LONGEST) return name;
  const digest = createHash("sha256").update(database).digest("hex").slice(0, 16);
  const start = Buffer.from(name)
    .subarray(0, LONGEST - digest.length - 1)
    .toString("utf8")
    .replace(/\uFFFD+$/, "");
  return `${start}_${digest}`;
}

/** @throws Error when the address names no database */
export function databaseName(url: string): string {
  const address = parseDatabaseUrl(url);
  if (!address) throw new Error("DATABASE_URL: debe ser una dirección postgres://…/base");
  return address.database;
}
