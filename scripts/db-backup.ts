import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { databaseName } from "@/db/roles";
import { withDatabase } from "@/lib/database-url";
import { commandErrorText } from "@/lib/error-facts";
import { takeBaseBackup } from "./backup/base-backup";
import { takeDump } from "./backup/dump";
import { presentKeys, requirePlaceForKeys, writeKeys } from "./backup/keys";
import { readCheckedCopy } from "./backup/manifest";
import { dataFolder } from "./data-folder";
import { checkDataKeys } from "./data-keys";
import { requireDatabase } from "./database";
import { startCluster } from "./embedded-postgres";
import { adoptSavedConnection } from "./saved-connection";
import { keptSecrets } from "./secrets";

const log = (line: string) => process.stdout.write(`${line}\n`);
const DATA = dataFolder();

/**
 * `npm run db:backup -- FOLDER [--keys FILE]`: backs up the database at one moment while it serves. With
 * DATABASE_URL it uses the server's pg_dump; without, it copies files and WAL of the Postgres that `npm
 * start` keeps. The keys are never written into FOLDER; --keys writes them to a separate file.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: "string" } },
  });
  const folder = positionals[0];
  if (!folder || positionals.length > 1)
    throw new Error("Uso: npm run db:backup -- CARPETA [--keys ARCHIVO]");
  if (values.keys) requirePlaceForKeys(values.keys, folder);
  const url = process.env.DATABASE_URL;
  const manifest = await (url ? ofServer(url, folder) : ofOwn(folder));
  await readCheckedCopy(folder);
  const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
  log(
    `Copia de «${manifest.database}» en ${folder}: ${manifest.files.length === 1 ? "1 archivo comprobado" : `${manifest.files.length} archivos comprobados`}, ${(bytes / 1e6).toFixed(1)} MB.`,
  );
  if (values.keys) {
    writeKeys(values.keys, folder, presentKeys());
    log(`Llaves en ${values.keys}: guárdelas en otro lugar que la copia.`);
  } else log("Las llaves no van en la copia: guárdelas aparte con --keys ARCHIVO.");
}

async function ofServer(url: string, folder: string) {
  presentKeys();
  await requireDatabase(url);
  await checkDataKeys(url);
  return takeDump(url, folder);
}

/** Backs up the cluster of `npm start`, which is started for the backup if it is stopped. */
async function ofOwn(folder: string) {
  if (!existsSync(DATA))
    throw new Error("No hay qué copiar: ponga DATABASE_URL, o arranque una vez con npm start.");
  Object.assign(process.env, keptSecrets(DATA));
  const cluster = await startCluster(DATA, log);
  try {
    adoptSavedConnection();
    const name = databaseName(process.env.DATABASE_URL ?? "");
    // Started for this copy, it listens elsewhere than when its address was saved.
    await checkDataKeys(withDatabase(cluster.url, name));
    return await takeBaseBackup(cluster.url, name, folder);
  } finally {
    if (!cluster.found) await cluster.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
