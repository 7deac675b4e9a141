import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "./new-database";

/**
 * Creates a database for this test file alone, for tests of the whole installation that other files would
 * disturb. Call it before anything reads the environment.
 */
export async function separateDatabase(name: string): Promise<string> {
  const url = await newDatabase(`${name}_${process.pid}`);
  process.env.DATABASE_URL = url;
  await migrateDatabase(url);
  return url;
}
