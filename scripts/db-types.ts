import { writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { readCatalogue } from "@/db/contract/catalogue";
import { writeContract } from "@/db/contract/write";
import { migrateDatabase } from "@/db/migrate";
import { commandErrorText } from "@/lib/error-facts";
import { ownedDatabase } from "./database-logins";
import { startCluster } from "./embedded-postgres";
import { worldReadableFolder } from "./world-readable-folder";

/**
 * `npm run db:types`: writes db/contract/functions.generated.ts from the catalogue of a freshly migrated
 * database.
 */
async function main(): Promise<void> {
  const cluster = await startCluster(worldReadableFolder("hanna-tipos-"));
  try {
    const url = await ownedDatabase(cluster.url, "tipos");
    await migrateDatabase(url);
    const client = postgres(url, { max: 1, onnotice: () => {} });
    const text = writeContract(await readCatalogue(client));
    await client.end();
    writeFileSync(path.resolve("db/contract/functions.generated.ts"), text);
  } finally {
    await cluster.discard();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandErrorText(error)}\n`);
  process.exitCode = 1;
});
