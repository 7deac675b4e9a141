import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { connect } from "@/db/connection";
import { separateDatabase } from "@/tests/support/separate-database";

const url = await separateDatabase("exportada");
const folder = mkdtempSync(path.join(tmpdir(), "hanna-export-"));

/** The command as operators give it. */
const command = (file: string) =>
  spawnSync(process.execPath, ["--import", "tsx", "scripts/audit-export.ts", file], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: url },
  });

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
  if (process.platform !== "linux") return;
  const full = path.join(folder, "lleno.txt");
  symlinkSync("/dev/full", `${full}.incompleta`);
  expect(command(full).stderr).toBe(`No se pudo escribir en ${full}: no queda espacio en ese disco.\n`);
  expect(readdirSync(folder)).toEqual(["registro.txt"]);
});
