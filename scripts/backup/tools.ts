import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

type ToolName = "pg_dump" | "pg_restore";
/** A program of PostgreSQL as it was found, with what it says of itself. */
export type Tool = { file: string; version: string; major: number };

/** Where Debian and Red Hat install the programs of each version, beside those that PATH names. */
const INSTALLED = ["/usr/lib/postgresql", "/usr"];
/**
 * From this version on, an archive is restored with a setting (transaction_timeout) that no earlier server knows, and
 * has a form that no earlier program reads.
 */
const APART = 17;

/** The programs of this name on the machine, those of one version's own folder first. */
export function findTools(tool: ToolName, folders: readonly string[] = toolFolders()): Tool[] {
  return folders.flatMap((folder) => {
    const file = path.join(folder, tool);
    if (!existsSync(file)) return [];
    const { stdout } = spawnSync(file, ["--version"], { encoding: "utf8" });
    const version = (stdout ?? "").trim();
    const major = majorOfTool(version);
    return major > 0 ? [{ file, version, major }] : [];
  });
}

function toolFolders(): string[] {
  const own = INSTALLED.flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => /^(?:pgsql-)?\d+$/.test(name))
      .map((name) => path.join(folder, name, "bin")),
  );
  return [...own, ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean)];
}

/** The major version in what a program says of itself; 0 where it says none. */
export const majorOfTool = (version: string): number => Number(/(\d+)(?:\.|\b)/.exec(version)?.[1] ?? 0);

/**
 * The pg_dump for a server: that of its own version, or else a newer one whose archive the server can get back.
 * @throws Error with one line when there is none
 */
export function chooseDump(found: readonly Tool[], server: number): Tool {
  const install = `instale postgresql-client-${server}.`;
  const chosen = nearest(found, server, server);
  if (chosen) return chosen;
  const [newest] = newestFirst(found);
  if (!newest)
    throw new Error(
      `Falta pg_dump: instale el cliente de PostgreSQL ${server} (postgresql-client-${server}).`,
    );
  if (newest.major < server)
    throw new Error(`pg_dump es de la versión ${newest.major} y el servidor de la ${server}: ${install}`);
  throw new Error(
    `pg_dump es de la versión ${newest.major} y el servidor de la ${server}, que no podría recibir de vuelta esa copia: ${install}`,
  );
}

/**
 * The pg_restore for a server and a copy: it reads what that pg_dump wrote, and says nothing that the server does not
 * know.
 * @param copied the version of the pg_dump that made the copy
 * @throws Error with one line when there is none
 */
export function chooseRestore(found: readonly Tool[], server: number, copied: number): Tool {
  const chosen = nearest(found, server, copied);
  if (chosen) return chosen;
  if (copied >= APART && server < APART)
    throw new Error(
      `La copia se hizo con pg_dump ${copied} y un servidor de la versión ${server} no la puede recibir: restaure en uno de la ${APART} o más nuevo.`,
    );
  const wanted = Math.max(copied, server);
  throw new Error(`Falta un pg_restore que sirva para esta copia: instale postgresql-client-${wanted}.`);
}

/** Of those that serve a server and are not older than `least`: the one of its version, or else the oldest. */
function nearest(found: readonly Tool[], server: number, least: number): Tool | undefined {
  const usable = found.filter(({ major }) => major >= least && (major < APART || server >= APART));
  return usable.find(({ major }) => major === server) ?? newestFirst(usable).at(-1);
}

const newestFirst = (found: readonly Tool[]) => found.toSorted((one, other) => other.major - one.major);

/** The line of a program's report that says what went wrong; others say where, or what it was about to do. */
export function failureLine(stderr: string): string {
  const lines = stderr.trim().split("\n");
  return lines.find((line) => /\berror:/.test(line)) ?? lines.at(-1) ?? "";
}
