import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { ensureDatabase } from "@/scripts/database";
import { startCluster } from "@/scripts/embedded-postgres";
import { keptSecrets } from "@/scripts/secrets";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

const root = path.resolve(import.meta.dirname, "../../../..");

test("the Postgres of npm start is copied while it is stopped, although it listens elsewhere now", async () => {
  const folder = worldReadableFolder("hanna-detenida-");
  const home = path.join(folder, "casa");
  mkdirSync(home, { mode: 0o711 });
  const secrets = keptSecrets(home);
  const cluster = await startCluster(home);
  onTestFinished(async () => {
    await (await startCluster(home)).discard();
    rmSync(folder, { recursive: true, force: true });
  });
  const DATABASE_URL = await ensureDatabase(cluster.url, "portal");
  await migrateDatabase(DATABASE_URL);
  writeFileSync(path.join(home, "conexion.json"), JSON.stringify({ DATABASE_URL, ...secrets }));
  await cluster.stop();

  const { DATABASE_URL: _, ...others } = process.env;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/db-backup.ts", path.join(folder, "copia")],
    { cwd: root, env: { ...others, ...secrets, DATA_FOLDER: home }, encoding: "utf8" },
  );
  expect([stderr, status]).toEqual(["", 0]);
  expect(stdout).toContain("Copia de «portal»");
});
