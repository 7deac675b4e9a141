import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkThousand } from "@/scripts/paper/thousand-sheets";
import { readDamagedCodes } from "./paper/scan";
import { type Check, checkSheets } from "./paper/sheets";
import { has, installTools } from "./paper/tools";
import { checkWorkbooks } from "./paper/workbooks";

const CODES = 200;
const LEAST_READ = 0.99;

const seed = Number(process.argv[2] ?? 20261125);
// The default seed is fixed, so that two runs can be compared; another one may be given.
const folder = mkdtempSync(path.join(tmpdir(), "paper-"));
process.stdout.write(`Semilla ${seed}. Otra: npm run test:paper -- NÚMERO\n`);
installTools();

const checks: Check[] = checkThousand(folder);
if (["qpdf", "pdftotext", "pdffonts", "pdfinfo"].every(has))
  checks.push(...(await checkSheets(folder, seed)));
if (has("soffice")) checks.push(...(await checkWorkbooks(folder)));
if (["pdftoppm", "zbarimg"].every(has))
  for (const size of ["letter", "half_letter"] as const) {
    const { read, of } = await readDamagedCodes(folder, seed, CODES, size);
    checks.push({
      what: `${size}: códigos dañados que lee zbarimg (≥ 99 %)`,
      found: `${read} de ${of}`,
      good: of === CODES && read / of >= LEAST_READ,
    });
  }

const width = Math.max(...checks.map(({ what }) => what.length));
for (const { what, found, good } of checks)
  process.stdout.write(`${good ? "bien " : "FALLA"}  ${what.padEnd(width)}  ${found}\n`);
rmSync(folder, { recursive: true });
process.exitCode = checks.every(({ good }) => good) ? 0 : 1;
