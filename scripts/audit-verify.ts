import { headFiles } from "@/domain/audit/heads";
import { type AuditFault, verifyLog } from "@/domain/audit/verify-log";
import { commandErrorText } from "@/lib/error-facts";
import { readLines } from "@/lib/lines";

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
async function main(): Promise<boolean> {
  const [exported, folder, publicKey] = process.argv.slice(2);
  if (!exported || !folder || !publicKey)
    throw new Error("Uso: npm run audit:verify -- EXPORTACION CARPETA_DE_CABEZAS LLAVE_PUBLICA");
  const { heads, events, uncovered, restores, fault } = await verifyLog(
    readLines(exported),
    headFiles(folder),
    publicKey,
  );
  if (fault) {
    const what = fault.of === "head" ? `La cabeza ${fault.number}` : `El evento ${fault.seq}`;
    process.stdout.write(`${what} ${words[fault.says]}.\n`);
    return false;
  }
  if (heads === 0) {
    process.stdout.write(`En ${folder} no hay ninguna cabeza: no se comprobó nada.\n`);
    return false;
  }
  for (const { seq, takenAt, lost, from, to } of restores)
    process.stdout.write(
      `La base se restauró con la copia del ${takenAt} (evento ${seq}): el registro ya no tiene ${lost === 1 ? "1 evento posterior" : `${lost} eventos posteriores`} a esa copia, del ${from} al ${to}. Si nadie restauró esa copia, alguien los quitó.\n`,
    );
  process.stdout.write(`${events} eventos concuerdan con ${heads} cabezas; ${uncovered} aún sin cabeza.\n`);
  return true;
}

main().then(
  (agrees) => process.exit(agrees ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
