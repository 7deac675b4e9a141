import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withoutEnvFiles } from "./server";

/** The sources of a build: a change in any of them makes the next start build again. */
export const sourceFolders = ["app", "components", "domain", "db", "model", "lib", "messages", "public"];
export const sourceNames = [
  "next.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/**
 * Builds unless the last build was made of the same sources. This process goes on meanwhile, so that it can be asked
 * to end, which ends the build.
 * @throws Error with one line when the build fails, after next printed its own
 */
export async function ensureBuilt(
  root: string,
  env: Record<string, string>,
  distDir = ".next",
  signal?: AbortSignal,
): Promise<void> {
  const stamp = path.join(root, distDir, "source-digest");
  // A server seals with the key of its own environment, so that demonstrations with keys of their own share a build:
  // one that built anew would take the files from under another that is running. Machines that serve one address
  // build with one key each, which gives their actions the same ids.
  const key = env.DEMO ? undefined : env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  const digest = sourceDigest(root, key ?? "");
  if (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === digest &&
    existsSync(path.join(root, distDir, "BUILD_ID"))
  )
    return;
  process.stderr.write("Construyendo la aplicación…\n");
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const build = spawn(process.execPath, [next, "build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    env: {
      ...process.env,
      ...env,
      ...withoutEnvFiles,
      NODE_ENV: "production",
      NEXT_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  let output = "";
  for (const stream of [build.stdout, build.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const code = await new Promise<number | null>((resolve) => {
    build.once("error", () => resolve(null));
    build.once("close", resolve);
  });
  if (code !== 0) {
    if (!signal?.aborted) process.stderr.write(`${output}\n`);
    throw new Error("La aplicación no se pudo construir.");
  }
  writeFileSync(stamp, digest);
}

function sourceDigest(root: string, key: string): string {
  const hash = createHash("sha256").update(key);
  for (const file of sourceFiles(root))
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function sourceFiles(root: string): string[] {
  const inFolders = sourceFolders.flatMap((folder) =>
    existsSync(path.join(root, folder))
      ? readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      : [],
  );
  return [...inFolders, ...sourceNames.filter((file) => existsSync(path.join(root, file)))].sort();
}
