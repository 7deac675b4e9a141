import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const DEBIAN = "/usr/lib/postgresql";

/**
 * The folder of a pg_dump and pg_restore that support this major version, from PATH or as Debian installs
 * them; null where there is none. No npm package contains these programs.
 */
export function serverTools(major: number): string | null {
  const ofDebian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map((version) => path.join(DEBIAN, version, "bin"))
    : [];
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), ...ofDebian];
  return folders.find((folder) => versionOf(path.join(folder, "pg_dump")) >= major) ?? null;
}

/**
 * The major version of a program, 0 where it is missing. Debian's wrapper in /usr/bin answers for the newest
 * one installed.
 */
function versionOf(program: string): number {
  if (!existsSync(program)) return 0;
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return Number(/(\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
}
