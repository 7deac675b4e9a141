import { parseArgs } from "node:util";
import type { Database } from "@/db/client";
import { connect, isDatabaseDown } from "@/db/connection";
import { DatabaseFailure, openDrizzle } from "@/db/failure";
import type { AgreementOptions } from "@/domain/agreement/import-agreements";
import type { ImportFindings } from "@/domain/import/findings";
import type { ImportOptions } from "@/domain/import/import-orders";
import { ImportOver, ImportStopped } from "@/domain/import/over";
import { env } from "@/lib/env";
import { commandErrorText, errorLine } from "@/lib/error-facts";
import { cleanFileName } from "@/lib/files/name";
import { formatCount } from "@/lib/format/money";
import { TableFault } from "@/lib/table/fault";
import { esCO } from "@/messages/es-CO";
import { checkDataKeys } from "@/scripts/data-keys";
import { requireDatabase } from "@/scripts/database";
import { adoptSavedConnection } from "@/scripts/saved-connection";
import { reportText } from "./report";

const words = esCO.imports;

type Options = ImportOptions & AgreementOptions;

type Kind = {
  title: (file: string) => string;
  usage: string;
  options: readonly ("dry-run" | "all-or-nothing" | "apply-changes" | "apply-nit-changes")[];
  run: (db: Database, file: string, options: Options) => Promise<ImportFindings>;
};

/**
 * Runs one import from the command line: report on stdout, failure as one line on stderr.
 * @returns exit code: 0 everything was imported, 2 some lines were refused or wait for a confirmation, 1
 * nothing was done
 */
export async function runImport(kind: Kind, args: string[]): Promise<number> {
  let client: ReturnType<typeof connect> | undefined;
  try {
    const { file, options } = readArguments(kind, args);
    client = connect(await databaseOfOurKeys(), "app_jobs", 1);
    const report = await kind.run(openDrizzle(client), file, {
      ...options,
      signal: stopSignal(),
      onProgress: progress,
    });
    clearProgress();
    process.stdout.write(reportText(kind.title(report.fileName), report));
    if (report.nothingDone || report.lines === 0) return 1;
    return report.refusedLines > 0 || report.moves.some(({ applied }) => !applied) ? 2 : 0;
  } catch (error) {
    clearProgress();
    process.stderr.write(`${faultText(error)}\n`);
    return 1;
  } finally {
    await client?.end({ timeout: 1 });
  }
}

/**
 * The address of the database, after its keys were compared with ours: what another key seals nobody can read,
 * and what it indexes no counter finds.
 */
async function databaseOfOurKeys(): Promise<string> {
  try {
    adoptSavedConnection();
    const { DATABASE_URL } = env();
    await requireDatabase(DATABASE_URL);
    await checkDataKeys(DATABASE_URL);
    return DATABASE_URL;
  } catch (error) {
    const text = commandErrorText(error);
    throw error instanceof Error && text === error.message ? new UsageFault(text) : error;
  }
}

/** Ctrl-C and SIGTERM end the run as failed after the current batch; a second one ends it at once. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
}

class UsageFault extends Error {}

function readArguments(kind: Kind, args: string[]): { file: string; options: Options } {
  const names = Object.fromEntries(kind.options.map((name) => [name, { type: "boolean" as const }]));
  try {
    const { values, positionals } = parseArgs({ args, options: names, allowPositionals: true });
    const [file, more] = positionals;
    if (!file) throw new UsageFault(`${words.noFile} ${kind.usage}`);
    if (more) throw new UsageFault(`${words.unknownOption(cleanFileName(more, "…"))}. ${kind.usage}`);
    return {
      file,
      options: {
        dryRun: values["dry-run"] === true,
        allOrNothing: values["all-or-nothing"] === true,
        applyChanges: values["apply-changes"] === true,
        moveNits: values["apply-nit-changes"] === true,
      },
    };
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    const unknown = args.find((arg) => arg.startsWith("-") && !Object.hasOwn(names, arg.slice(2))) ?? "";
    throw new UsageFault(`${words.unknownOption(cleanFileName(unknown, "…"))}. ${kind.usage}`);
  }
}

function faultText(error: unknown): string {
  if (error instanceof UsageFault) return error.message;
  if (error instanceof ImportOver) return words.cancelled;
  if (error instanceof ImportStopped) return words.stopped;
  if (error instanceof TableFault) return words.tableFaults[error.code](error.names.join(", "));
  if (isDatabaseDown(error)) return words.databaseDown;
  const text = error instanceof Error ? error.message : "";
  const code = error instanceof DatabaseFailure ? error.code : "";
  if (code === "42P01" || code === "42883" || code === "22023" || code === "42704") return words.notMigrated;
  if (/sealed with an unknown|unable to authenticate data/.test(text)) return words.otherKeys;
  // The message is not printed, because it can repeat the content of a line.
  return words.failed(errorLine(error));
}

const BAR = 30;
let shown = false;

/** Draws a progress bar, on a terminal only. */
function progress(lines: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const full = Math.min(BAR, Math.round((lines / Math.max(total, 1)) * BAR));
  const bar = total > 0 ? `[${"#".repeat(full).padEnd(BAR, ".")}] ` : "";
  process.stderr.write(`\r${bar}${words.progress(formatCount(lines))}`);
  shown = true;
}

function clearProgress(): void {
  if (shown) process.stderr.write("\r\x1b[K");
  shown = false;
}
