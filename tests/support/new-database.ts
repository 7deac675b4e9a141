import { parseDatabaseUrl, withDatabase } from "@/lib/database-url";
import { ensureDatabase } from "@/scripts/database";

/** A superuser's address, for what the tests' own login may not do: create databases. */
export const clusterUrl = (): string => process.env.TEST_CLUSTER_URL ?? process.env.DATABASE_URL ?? "";

/** Creates an empty database that belongs to the tests' login, and returns the login's address. */
export async function newDatabase(name: string): Promise<string> {
  const url = process.env.DATABASE_URL ?? "";
  await ensureDatabase(clusterUrl(), name, parseDatabaseUrl(url)?.user);
  return withDatabase(url, name);
}
