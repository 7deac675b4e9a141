import { migrateDatabase } from "@/db/migrate";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { requireDatabase } from "./database";
import { requireWrittenKeys } from "./written-keys";

/** `npm run db:migrate`: migrates tables, functions, privileges and catalogue data to the present version. */
async function main(): Promise<void> {
  const url = parseEnv({ AUTH_SECRET: "x".repeat(32), DATABASE_URL: process.env.DATABASE_URL }).DATABASE_URL;
  await requireDatabase(url);
  await requireWrittenKeys(url, process.env.DATA_KEYS);
  const { rightsLeft } = await migrateDatabase(url);
  process.stdout.write("La base de datos está al día.\n");
  if (rightsLeft)
    process.stdout.write(
      "Los procesos de la versión anterior conservan permisos que la nueva no da. Ejecute npm run db:migrate otra vez después de una hora, cuando ya no haya ninguno.\n",
    );
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandErrorText(error)}\n`);
  process.exit(1);
});
