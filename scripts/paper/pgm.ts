import { readFileSync, writeFileSync } from "node:fs";
import type { Picture } from "./picture";

/** Reads a grey picture as pdftoppm writes it (PGM, binary). */
export function readPgm(file: string): Picture {
  const bytes = readFileSync(file);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString("latin1"));
  if (!head) throw new Error(`${file}: not a grey PGM`);
  const [whole, width = "", height = ""] = head;
  const pixels = new Uint8ClampedArray(bytes.subarray(whole.length));
  return { width: Number(width), height: Number(height), pixels };
}

export function writePgm(file: string, { width, height, pixels }: Picture): void {
  writeFileSync(file, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), Buffer.from(pixels)]));
}
