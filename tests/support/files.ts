import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The product files that git tracks or would add, with their content. */
export function productFiles(pattern: RegExp) {
  return (filesOfGit() ?? filesOfFolder())
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** Null where git is missing, does not trust the folder's owner, or does not know the folder, as with an archive. */
function filesOfGit(): string[] | null {
  try {
    const out = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return out ? out.split("\0").filter(Boolean) : null;
  } catch {
    return null;
  }
}

/** Every file that .gitignore does not name. Its lines here are names, with a star at most. */
function filesOfFolder(): string[] {
  const lines = readFileSync(".gitignore", "utf8").split("\n").filter(Boolean);
  const names = lines.map((line) => line.replace(/\/$/, "").replaceAll(".", "\\.").replaceAll("*", ".*"));
  const ignored = new RegExp(`^(?:\\.git|${names.join("|")})$`);
  const within = (folder: string): string[] =>
    readdirSync(folder || ".", { withFileTypes: true })
      .filter(({ name }) => !ignored.test(name))
      .flatMap((entry) => {
        const file = path.posix.join(folder, entry.name);
        return entry.isDirectory() ? within(file) : entry.isFile() ? [file] : [];
      });
  return within("").sort();
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
