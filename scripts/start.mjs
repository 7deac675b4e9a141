import { spawn } from "node:child_process";
import path from "node:path";
import { ensureInstalled, requireNode } from "./install.mjs";

// The terminal sends Ctrl-C to the child too, so this process only waits and forwards signals that are sent
// to it alone.
function start() {
  const root = path.resolve(import.meta.dirname, "..");
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "scripts/start.ts")], {
    cwd: root,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

requireNode();
void ensureInstalled().then(start);
