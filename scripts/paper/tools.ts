import { spawnSync } from "node:child_process";

const packages = ["poppler-utils", "qpdf", "zbar-tools", "libreoffice-calc"] as const;
const commandOf: Record<(typeof packages)[number], string> = {
  "poppler-utils": "pdftoppm",
  qpdf: "qpdf",
  "zbar-tools": "zbarimg",
  "libreoffice-calc": "soffice",
};

export const has = (command: string) =>
  spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;

/** Installs missing tools from Debian packages, and prints a line for each that is unavailable. */
export function installTools(): void {
  const missing = packages.filter((name) => !has(commandOf[name]));
  if (missing.length === 0) return;
  const hindrance = !has("apt-get")
    ? "esta máquina no tiene apt-get"
    : process.getuid?.() !== 0
      ? "hace falta ser root para instalar"
      : null;
  if (hindrance) {
    skipMissing(missing, hindrance);
    return;
  }
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update"], options);
  for (const name of missing) {
    process.stderr.write(`Instalando ${name}…\n`);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], options);
    if (!has(commandOf[name])) skipMissing([name], "apt-get no pudo instalarlo");
  }
}

function skipMissing(names: readonly string[], why: string): void {
  process.stderr.write(`Sin ${names.join(", ")}: ${why}. Lo que los necesita no se prueba.\n`);
}
