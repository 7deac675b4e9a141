import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { chooseDump, chooseRestore, failureLine, findTools } from "@/scripts/backup/tools";

const root = mkdtempSync(path.join(tmpdir(), "hanna-tools-"));

/** A folder with programs that say they are of this version. */
function folderOf(version: string): string {
  const folder = path.join(root, version);
  mkdirSync(folder, { recursive: true });
  for (const tool of ["pg_dump", "pg_restore"])
    writeFileSync(path.join(folder, tool), `#!/bin/sh\necho '${tool} (PostgreSQL) ${version}'\n`, {
      mode: 0o755,
    });
  return folder;
}

/** The programs of these versions, as they are found on a machine. */
const found = (tool: "pg_dump" | "pg_restore", ...versions: string[]) =>
  findTools(tool, [path.join(root, "none"), ...versions.map(folderOf)]);
const dumpOf = (server: number, ...versions: string[]) =>
  chooseDump(found("pg_dump", ...versions), server).version;
const restoreOf = (server: number, copied: number, ...versions: string[]) =>
  chooseRestore(found("pg_restore", ...versions), server, copied).version;

test("pg_dump is that of the server's version wherever it stands, or else the oldest newer one", () => {
  expect(dumpOf(15, "18.1", "16.4", "15.14 (Debian 15.14-0)")).toBe(
    "pg_dump (PostgreSQL) 15.14 (Debian 15.14-0)",
  );
  expect(dumpOf(15, "18.1", "16.4", "14.9")).toBe("pg_dump (PostgreSQL) 16.4");
  expect(dumpOf(17, "16.4", "18.1")).toBe("pg_dump (PostgreSQL) 18.1");
});

test("a copy that the server which made it could not take back is not made", () => {
  expect(() => dumpOf(15, "18.1", "17.2")).toThrow(
    "pg_dump es de la versión 18 y el servidor de la 15, que no podría recibir de vuelta esa copia: instale postgresql-client-15.",
  );
  expect(() => dumpOf(16, "15.2")).toThrow("pg_dump es de la versión 15 y el servidor de la 16: instale");
  expect(() => dumpOf(16)).toThrow(
    "Falta pg_dump: instale el cliente de PostgreSQL 16 (postgresql-client-16).",
  );
});

test("pg_restore reads the copy and says nothing that the server does not know", () => {
  expect(restoreOf(15, 15, "18.1", "15.14")).toBe("pg_restore (PostgreSQL) 15.14");
  expect(restoreOf(16, 15, "18.1", "15.14")).toBe("pg_restore (PostgreSQL) 15.14");
  expect(restoreOf(18, 15, "18.1", "15.14")).toBe("pg_restore (PostgreSQL) 18.1");
  expect(restoreOf(18, 17, "15.14", "17.1")).toBe("pg_restore (PostgreSQL) 17.1");
  expect(() => restoreOf(15, 15, "18.1")).toThrow("instale postgresql-client-15.");
  expect(() => restoreOf(16, 17, "18.1", "16.1")).toThrow(
    "La copia se hizo con pg_dump 17 y un servidor de la versión 16 no la puede recibir: restaure en uno de la 17 o más nuevo.",
  );
});

test("of a program's report the line with the error is told, not the statement that it was at", () => {
  const report = [
    "pg_restore: while INITIALIZING:",
    'pg_restore: error: could not execute query: ERROR:  unrecognized configuration parameter "transaction_timeout"',
    "Command was: SET transaction_timeout = 0;",
  ];
  expect(failureLine(`${report.join("\n")}\n`)).toBe(report[1]);
  expect(failureLine("one\nlast\n")).toBe("last");
});
