import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { connect } from "@/db/connection";
import { separateDatabase } from "@/tests/support/separate-database";

const url = await separateDatabase("exportada");
const folder = mkdtempSync(path.join(tmpdir(), "hanna-export-"));

/** The command as operators give it, after what a shell does with the same process number. */
const command = (file: string, before = ":") =>
  spawnSync(
    "sh",
    ["-c", `${before}; exec "$0" "$@"`, process.execPath, "--import", "tsx", "scripts/audit-export.ts", file],
    { encoding: "utf8", env: { ...process.env, DATABASE_URL: url } },
  );

test("the log is exported whole to a new file, and what cannot be written is one line and leaves nothing", async () => {
  const owner = connect(url, null, 1);
  await owner`insert into audit_event (action, subject_kind, subject_id, channel, detail)
    select 'n' || n, 'order', 'x', 'web', '{}' from generate_series(1, 2500) n`;
  const [row] = await owner<{ events: number }[]>`select count(*)::int as events from audit_event`;
  await owner.end();
  const file = path.join(folder, "registro.txt");
  expect(command(file).stdout).toContain(`${row?.events} eventos en ${file}.`);
  const written = readFileSync(file, "utf8");
  expect(written.trim().split("\n")).toHaveLength(row?.events ?? 0);

  expect(command(file).stderr).toBe(`${file} ya existe: la exportación va en un archivo nuevo.\n`);
  expect(readFileSync(file, "utf8")).toBe(written);
  const nowhere = path.join(folder, "falta", "registro.txt");
  expect(command(nowhere).stderr).toBe(`No está la carpeta para ${nowhere}: créela antes.\n`);
  // A disk that takes the first blocks of it alone.
  const full = path.join(folder, "lleno.txt");
  expect(command(full, "ulimit -f 8").stderr).toBe(
    `No se pudo escribir en ${full}: el archivo sería más grande de lo que se permite.\n`,
  );
  expect(readdirSync(folder)).toEqual(["registro.txt"]);
});

test("an export does not write through a link that somebody put where it is being written", async () => {
  const precious = path.join(folder, "ajeno.txt");
  writeFileSync(precious, "stays");
  const file = path.join(folder, "enlazado.txt");
  const linked = command(
    file,
    `for at in "${file}.incompleta" "${file}.$$.incompleta"; do ln -s "${precious}" "$at"; done`,
  );
  expect(linked.stderr).toMatch(
    /^No se pudo escribir en \S+\.incompleta: ya hay ahí algo de ese nombre\.\n$/,
  );
  expect(readFileSync(precious, "utf8")).toBe("stays");
});
