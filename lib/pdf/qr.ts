import { encodeQR } from "qr";

export type Run = { x: number; y: number; length: number };

/** Modules of quiet around the symbol, which its readers need. */
export const QUIET = 4;

/** The symbol's dark modules as horizontal runs, without its quiet zone. Level Q outlives a quarter of damage. */
export function qrRuns(text: string): { size: number; runs: Run[] } {
  const bordered = encodeQR(text, "raw", { ecc: "quartile", border: 1 });
  const matrix = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  const runs: Run[] = [];
  matrix.forEach((row, y) => {
    let start = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && start < 0) start = x;
      if (row[x] || start < 0) continue;
      runs.push({ x: start, y, length: x - start });
      start = -1;
    }
  });
  return { size: matrix.length, runs };
}
