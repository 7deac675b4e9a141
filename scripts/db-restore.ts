import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { commandErrorText } from "@/lib/error-facts";
import { type Keys, presentKeys, readKeys } from "./backup/keys";
import { GAP, restoreIntoFolder, restoreIntoServer } from "./backup/restore";
import { dataFolder } from "./data-folder";
import { requireDatabase } from "./database";
import { keptSecrets } from "./secrets";

const log = (line: string) => process.stdout.write(`${line}\n`);
const DATA = dataFolder();

/**
 * `npm run db:restore -- FOLDER [--keys FILE] [--gap N]`: restores a backup of db:backup after its files and
 * the keys were checked; then it verifies ledger and proofs, and advances every number series by N.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: "string" }, gap: { type: "string", default: String(GAP) } },
  });
  const [folder] = positionals;
  const gap = Number(values.gap);
  if (!folder || positionals.length > 1 || !Number.isInteger(gap) || gap < 1 || gap > 1_000_000_000)
    throw new Error("Uso: npm run db:restore -- CARPETA [--keys ARCHIVO] [--gap NÚMEROS]");
  const url = process.env.DATABASE_URL;
  const keys = keysFrom(values.keys, !url);
  if (url) await requireDatabase(url);
  const { manifest, checked } = url
    ? await restoreIntoServer(folder, url, keys, gap)
    : await restoreIntoFolder(folder, DATA, keys, { gap, log });
  log(`Restaurada la copia del ${manifest.takenAt}.`);
  log(
    `El libro cuadra: ${checked.orders} órdenes, ${checked.uses} asientos. Constancias comprobadas: ${checked.proofs}.`,
  );
  log(
    `Cada serie sigue ${gap} números más adelante; todas las sesiones y los enlaces anteriores quedaron cerrados.`,
  );
  log(
    `Llaves de órdenes revocadas en esta copia: ${checked.revoked.join(", ") || "ninguna"}. Si después se revocó otra, vuelve a valer: revóquela otra vez antes de abrir (docs/operations.md, Restaurar).`,
  );
}

function keysFrom(file: string | undefined, own: boolean): Keys {
  if (file) return readKeys(file);
  if (!own) return presentKeys();
  if (!existsSync(path.join(DATA, "secrets.json")))
    throw new Error("Faltan las llaves de la copia: --keys ARCHIVO.");
  return keptSecrets(DATA);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
