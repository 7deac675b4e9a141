import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { jobsDatabase } from "@/db/client";
import { headPublicKey } from "@/domain/audit/chain";
import { readAuditPieces } from "@/domain/audit/heads";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { requireDatabase, requireMigrated } from "./database";
import { adoptSavedConnection } from "./saved-connection";

/** `npm run audit:export -- ARCHIVO`: the whole log, a line an event, as `npm run audit:verify` reads it. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error("Uso: npm run audit:export -- ARCHIVO");
  adoptSavedConnection();
  const env = parseEnv(process.env);
  await requireDatabase(env.DATABASE_URL);
  await requireMigrated(env.DATABASE_URL);
  const out = createWriteStream(file, { flags: "wx", mode: 0o600 });
  let events = 0;
  for await (const piece of readAuditPieces(jobsDatabase(), 0, Number.MAX_SAFE_INTEGER)) {
    events += piece.length;
    if (!out.write(piece.map(({ line }) => `${line}\n`).join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  process.stdout.write(`${events} eventos en ${file}.\n`);
  const key = env.AUDIT_HEADS_KEY;
  if (key)
    process.stdout.write(`Llave pública de las cabezas: ${headPublicKey(Buffer.from(key, "base64"))}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
