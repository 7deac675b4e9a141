import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { patchDriver } from "./patch-driver.mjs";

// import.meta.dirname is missing in old versions of Node, which must get as far as the message about the
// version.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stamp = path.join(root, "node_modules/.lock-digest");
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
const LOOK_MS = 500;

/**
 * Prints one clear line on standard error and exits, without a stack trace, for what a person can correct.
 */
function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The first minor version of each major one on which all packages run; they leave out those between. */
const oldest = { 20: 19, 22: 13 };

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major >= 24 || minor >= oldest[major]) return;
  stop(`Hace falta Node 20.19, 22.13 o 24, o uno más nuevo de estos; este es ${process.versions.node}.`);
}

/** Packages with programs are those of one system, processor and C library; a folder may be shared by two machines. */
function machine() {
  const libc = process.report?.getReport?.()?.header?.glibcVersionRuntime ? "glibc" : "";
  return `${process.platform}-${process.arch}-${libc}`;
}

/** A digest without a machine, as one writes who installed in another way, counts for this machine. */
function isInstalled(digest) {
  if (!existsSync(stamp)) return false;
  const [installed, where] = readFileSync(stamp, "utf8").split("\n");
  return installed === digest && (!where || where === machine());
}

/**
 * Installs from the lock file when node_modules is missing, older than the lock file or of another machine. Ends with whoever asked for it:
 * of a signal to npm alone this process hears nothing, but it gets another parent.
 */
export async function ensureInstalled() {
  const digest = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (isInstalled(digest)) return patchDriver();
  process.stderr.write("Instalando dependencias (npm ci)…\n");
  // Settings of the calling npm, as NODE_ENV=production or omit=optional, must not omit packages from the install.
  const env = { ...process.env };
  delete env.NODE_ENV;
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd: root, stdio: ["ignore", 2, 2], env };
  const install = npm
    ? spawn(process.execPath, [npm, ...args], options)
    : spawn("npm", args, { ...options, shell: process.platform === "win32" });
  const leave = () => {
    install.kill("SIGTERM");
    process.exit(1);
  };
  for (const signal of signals) process.on(signal, leave);
  const parent = process.ppid;
  const looking = setInterval(() => process.ppid === parent || leave(), LOOK_MS);
  const code = await new Promise((resolve) => {
    install.once("error", () => resolve(1));
    install.once("exit", resolve);
  });
  clearInterval(looking);
  for (const signal of signals) process.removeListener(signal, leave);
  if (code !== 0) stop("No se pudieron instalar las dependencias. Revise la red y repita el comando.");
  // A setting of npm may forbid its script after an installation.
  patchDriver();
  writeFileSync(stamp, `${digest}\n${machine()}`);
}
