import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "./new-database";

/**
 * A database of this test file alone, where what other files do is not seen: for what concerns the whole
 * installation. Call it before anything else asks for the environment.
 */
export async function separateDatabase(name: string): Promise<string> {
  const url = await newDatabase(`${name}_${process.pid}`);
  process.env.DATABASE_URL = url;
  await migrateDatabase(url);
  return url;
}
