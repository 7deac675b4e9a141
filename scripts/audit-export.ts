import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { jobsDatabase } from "@/db/client";
import { headPublicKey } from "@/domain/audit/chain";
import { readAuditPieces } from "@/domain/audit/heads";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { requireDatabase, requireMigrated } from "./database";
import { adoptSavedConnection } from "./saved-connection";
import { unwritableText } from "./unwritable";

/** `npm run audit:export -- ARCHIVO`: the whole log, a line an event, as `npm run audit:verify` reads it. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error("Uso: npm run audit:export -- ARCHIVO");
  adoptSavedConnection();
  const env = parseEnv(process.env);
  await requireDatabase(env.DATABASE_URL);
  await requireMigrated(env.DATABASE_URL);
  const events = await exportTo(file);
  process.stdout.write(`${events} eventos en ${file}.\n`);
  const key = env.AUDIT_HEADS_KEY;
  if (key)
    process.stdout.write(`Llave pública de las cabezas: ${headPublicKey(Buffer.from(key, "base64"))}\n`);
}

/**
 * Writes the export under another name first: one that stands is whole.
 * @throws Error with one line when there is such a file already, or it cannot be written
 */
async function exportTo(file: string): Promise<number> {
  if (existsSync(file)) throw new Error(`${file} ya existe: la exportación va en un archivo nuevo.`);
  if (!existsSync(path.dirname(path.resolve(file))))
    throw new Error(`No está la carpeta para ${file}: créela antes.`);
  const unfinished = `${file}.${process.pid}.incompleta`;
  let events = 0;
  async function* texts() {
    for await (const piece of readAuditPieces(jobsDatabase(), 0, Number.MAX_SAFE_INTEGER)) {
      events += piece.length;
      yield piece.map(({ line }) => `${line}\n`).join("");
    }
  }
  // Never over a file, or through a link, that somebody else put there.
  const output = createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true });
  try {
    await pipeline(texts, output);
    renameSync(unfinished, file);
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === "EEXIST";
    if (!isTaken) rmSync(unfinished, { force: true });
    const text = unwritableText(isTaken ? unfinished : file, error);
    throw text ? new Error(text) : error;
  }
  return events;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
