import { execFileSync } from "node:child_process";
import path from "node:path";
import type { Check } from "./sheets";

const MOST_SECONDS = 20;
const MOST_MEGABYTES = 400;

/** A separate process writes 1,000 orders, so that its time and peak memory are measured alone. */
export function checkThousand(folder: string): Check[] {
  const worker = path.join(import.meta.dirname, "write-thousand-sheets.ts");
  const tsx = path.resolve("node_modules/tsx/dist/cli.mjs");
  const file = path.join(folder, "thousand.pdf");
  const output = execFileSync(process.execPath, [tsx, worker, file], { encoding: "utf8" });
  const { seconds, megabytes } = JSON.parse(output) as { seconds: number; megabytes: number };
  return [
    { what: "1.000 órdenes: segundos (< 20)", found: seconds.toFixed(1), good: seconds < MOST_SECONDS },
    {
      what: "1.000 órdenes: memoria en MB (< 400)",
      found: megabytes.toFixed(0),
      good: megabytes < MOST_MEGABYTES,
    },
  ];
}
