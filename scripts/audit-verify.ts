import { readFileSync } from "node:fs";
import { readHeadFiles } from "@/domain/audit/heads";
import { type AuditFault, verifyLog } from "@/domain/audit/verify-log";
import { commandErrorText } from "@/lib/error-facts";

const words: Record<AuditFault["says"], string> = {
  changed: "fue cambiado",
  missing: "falta",
  swapped: "está en el lugar de otro",
  added: "fue agregado",
  not_readable: "no se puede leer",
  not_signed: "no está firmada con esta llave",
};

/**
 * `npm run audit:verify -- EXPORTACION CARPETA LLAVE_PUBLICA`: checks an export of the log against the heads. Needs no
 * database and no setting. Ends with 1 when something differs.
 */
function main(): boolean {
  const [exported, folder, publicKey] = process.argv.slice(2);
  if (!exported || !folder || !publicKey)
    throw new Error("Uso: npm run audit:verify -- EXPORTACION CARPETA_DE_CABEZAS LLAVE_PUBLICA");
  const lines = readFileSync(exported, "utf8").split("\n").filter(Boolean);
  const { heads, events, uncovered, fault } = verifyLog(lines, readHeadFiles(folder), publicKey);
  if (heads === 0) {
    process.stdout.write(`En ${folder} no hay ninguna cabeza: no se comprobó nada.\n`);
    return false;
  }
  if (fault) {
    const what = fault.of === "head" ? `La cabeza ${fault.number}` : `El evento ${fault.seq}`;
    process.stdout.write(`${what} ${words[fault.says]}.\n`);
    return false;
  }
  process.stdout.write(`${events} eventos concuerdan con ${heads} cabezas; ${uncovered} aún sin cabeza.\n`);
  return true;
}

try {
  process.exitCode = main() ? 0 : 1;
} catch (error) {
  process.stderr.write(`${commandErrorText(error)}\n`);
  process.exit(1);
}
