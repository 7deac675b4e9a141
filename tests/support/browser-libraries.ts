import { spawnSync } from "node:child_process";

const packages = ["libnss3", "libnspr4", "libexpat1"];

/**
 * Installs three system libraries that the browser of the npm package needs, when running as root on a
 * machine with apt.
 * @throws Error with one line that names the packages, when it cannot install them
 */
export function requireLibraries(browser: string): void {
  const before = missingLibraries(browser);
  if (before.length === 0) return;
  const mend = `Al navegador de las pruebas le faltan ${before.join(", ")}. Instale ${packages.join(" ")} o ponga PW_CHROMIUM.`;
  if (process.getuid?.() !== 0) throw new Error(mend);
  process.stdout.write(`Instalando ${packages.join(" ")} para el navegador de las pruebas…\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]])
    spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
  if (missingLibraries(browser).length > 0) throw new Error(mend);
}

function missingLibraries(browser: string): string[] {
  const { stdout } = spawnSync("ldd", [browser], { encoding: "utf8" });
  return (stdout ?? "")
    .split("\n")
    .filter((line) => line.includes("not found"))
    .map((line) => line.trim().split(" ")[0] ?? "");
}
