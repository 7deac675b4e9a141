import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The product files that git tracks or would add, with their content. */
export function productFiles(pattern: RegExp) {
  const out = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { encoding: "utf8" });
  return out
    .split("\0")
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

const importOf: RegExp[] = [
  /^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"/gm,
  /^import\s+"([^"]+)"/gm,
  /\bimport\(\s*"([^"]+)"/g,
];

/** Import specifiers of a file; type-only imports are left out, since they vanish. */
export function valueImports(text: string): string[] {
  return importOf.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}
