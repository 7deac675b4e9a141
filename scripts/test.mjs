import { execFileSync } from "node:child_process";
import path from "node:path";
import { ensureInstalled, requireNode } from "./install.mjs";

function test() {
  const root = path.resolve(import.meta.dirname, "..");
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  try {
    execFileSync(process.execPath, [tsx, path.join(root, "scripts/test.ts"), ...process.argv.slice(2)], {
      cwd: root,
      stdio: "inherit",
    });
  } catch (error) {
    process.exitCode = typeof error.status === "number" ? error.status : 1;
  }
}

requireNode();
void ensureInstalled().then(test);
