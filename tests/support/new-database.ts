import { parseDatabaseUrl, withDatabase } from "@/lib/database-url";
import { ensureDatabase } from "@/scripts/database";

/** The server's superuser, for what the tests' own login may not do: make databases. */
export const clusterUrl = (): string => process.env.TEST_CLUSTER_URL ?? process.env.DATABASE_URL ?? "";

/** A new database on the tests' server that belongs to their login, without tables. Answers the login's address. */
export async function newDatabase(name: string): Promise<string> {
  const url = process.env.DATABASE_URL ?? "";
  await ensureDatabase(clusterUrl(), name, parseDatabaseUrl(url)?.user);
  return withDatabase(url, name);
}
