import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

/* Binaries that are there and cannot run: linked with what the machine lacks (Alpine), or not executable. */
const folder = worldReadableFolder("hanna-sin-");
const system = process.platform === "win32" ? "windows" : process.platform;
const native = path.join(folder, "modules/@embedded-postgres", `${system}-${process.arch}`, "native");
const before = process.env.POSTGRES_BINARIES;

beforeAll(() => {
  // Whatever root's is: the user who runs Postgres has to reach what is made here.
  process.umask(0o022);
  for (const name of ["bin", "lib"]) mkdirSync(path.join(native, name), { recursive: true });
  process.env.POSTGRES_BINARIES = path.join(folder, "modules");
});
afterAll(() => {
  if (before === undefined) delete process.env.POSTGRES_BINARIES;
  else process.env.POSTGRES_BINARIES = before;
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, interpreter: string, lines = "", mode = 0o755): void {
  const file = path.join(native, "bin", name);
  writeFileSync(file, `#!${interpreter}\n${lines}`);
  chmodSync(file, mode);
}

test("a Postgres that this machine cannot run is reported with its reason, by initdb and by the server", async () => {
  program("postgres", "/lib64/no-such-loader");
  program("initdb", "/lib64/no-such-loader");
  const start = () => startCluster(path.join(folder, "datos")).then((cluster) => cluster.discard());
  await expect(start()).rejects.toThrow(/No hay un Postgres incluido para esta máquina/);
  program("initdb", "/bin/sh", "", 0o644);
  await expect(start()).rejects.toThrow(/No se pudo ejecutar \(EACCES\)/);
  program("initdb", "/bin/sh", 'mkdir "$2" && echo 18 >"$2/PG_VERSION"');
  await expect(start()).rejects.toThrow(/No hay un Postgres incluido para esta máquina/);
});
