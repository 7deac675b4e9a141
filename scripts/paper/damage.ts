import { _alignmentPatterns } from "qr";
import { blurred, type Picture, rotated, withNoise } from "./picture";

/** Where the QR symbol is in its picture, without the quiet zone, and the size of its modules. */
export type Symbol = { left: number; top: number; side: number; module: number };
/** `spare` lists the finder and alignment patterns that no stain may cover. */
export type Damage = { blur: number; turn: number; noise: number; blots: number; spare: "marks" | "corners" };

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Damage as a pocket, a copier and a hand cause it: blur σ 0–1.2 px, rotation ±15°, noise σ 12, stains on a
 * tenth.
 */
export function randomDamage(random: () => number, spare: Damage["spare"] = "marks"): Damage {
  return { blur: random() * 1.2, turn: (random() * 2 - 1) * 15, noise: 12, blots: 0.1, spare };
}

/** The picture as a camera would see it after the damage. */
export function damaged(picture: Picture, symbol: Symbol, damage: Damage, random: () => number): Picture {
  const blotted = withBlots(picture, symbol, damage, random);
  return withNoise(blurred(rotated(blotted, damage.turn), damage.blur), damage.noise, random);
}

/** Modules of a finder pattern with its separator: without one of them no decoder finds the symbol. */
const CORNER = 9;

/**
 * One or two round stains, of ink or of bare paper, that cover the given share and avoid the spared patterns.
 */
function withBlots(picture: Picture, symbol: Symbol, damage: Damage, random: () => number): Picture {
  const pixels = picture.pixels.slice();
  const { side } = symbol;
  const count = 1 + Math.floor(random() * 2);
  const radius = Math.sqrt((damage.blots * side ** 2) / count / Math.PI);
  const marks = marksOf(symbol, damage.spare);
  const stains: { x: number; y: number }[] = [];
  for (let tries = 0; stains.length < count; tries += 1) {
    // A first stain can leave no room for the others; then all are drawn again.
    if (tries % 500 === 499) stains.length = 0;
    const x = radius + random() * (side - 2 * radius);
    const y = radius + random() * (side - 2 * radius);
    if (marks.some((mark) => distance(mark, x, y) < radius)) continue;
    if (stains.some((other) => Math.hypot(other.x - x, other.y - y) < 2 * radius)) continue;
    stains.push({ x, y });
  }
  for (const stain of stains) {
    const tone = random() < 0.5 ? 0 : 255;
    const [x, y] = [symbol.left + stain.x, symbol.top + stain.y];
    for (let row = Math.ceil(y - radius); row <= y + radius; row += 1) {
      const half = Math.sqrt(radius ** 2 - (row - y) ** 2);
      const start = row * picture.width;
      pixels.fill(tone, start + Math.ceil(x - half), start + Math.floor(x + half) + 1);
    }
  }
  return { ...picture, pixels };
}

type Square = { x: number; y: number; side: number };

/** The three finder patterns and, optionally, the alignment patterns. */
function marksOf({ side, module }: Symbol, spare: Damage["spare"]): Square[] {
  const corner = CORNER * module;
  const corners = [
    { x: 0, y: 0, side: corner },
    { x: side - corner, y: 0, side: corner },
    { x: 0, y: side - corner, side: corner },
  ];
  if (spare === "corners") return corners;
  const lines = _alignmentPatterns((Math.round(side / module) - 17) / 4);
  const squares = lines.flatMap((x) =>
    lines.map((y) => ({ x: (x - 2) * module, y: (y - 2) * module, side: 5 * module })),
  );
  return [...corners, ...squares];
}

function distance({ x, y, side }: Square, toX: number, toY: number): number {
  return Math.hypot(Math.max(x - toX, 0, toX - x - side), Math.max(y - toY, 0, toY - y - side));
}
