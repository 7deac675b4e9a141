import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { QUIET, qrRuns } from "@/lib/pdf/qr";
import { damaged, randomDamage, randomFrom } from "@/scripts/paper/damage";
import type { Picture } from "@/scripts/paper/picture";
import { sampleOrder } from "@/scripts/paper/sample";

const MODULE = 7;
const SEED = 20261124;

/** The symbol as the paper's QR is drawn, seven pixels a module: about 31 mm at 300 dpi. */
function drawn(text: string) {
  const { size, runs } = qrRuns(text);
  const border = QUIET * MODULE + 60;
  const side = size * MODULE;
  const width = side + 2 * border;
  const pixels = new Uint8ClampedArray(width * width).fill(255);
  for (const { x, y, length } of runs)
    for (let row = 0; row < MODULE; row += 1) {
      const start = (border + y * MODULE + row) * width + border + x * MODULE;
      pixels.fill(0, start, start + length * MODULE);
    }
  return {
    picture: { width, height: width, pixels },
    symbol: { left: border, top: border, side, module: MODULE },
  };
}

function read({ width, height, pixels }: Picture): string {
  const data = new Uint8ClampedArray(width * height * 4);
  for (const [at, tone] of pixels.entries()) data.set([tone, tone, tone, 255], at * 4);
  try {
    return decodeQR({ width, height, data });
  } catch {
    return "";
  }
}

test("an undamaged code is decoded", () => {
  const { codeUrl } = sampleOrder(1, randomFrom(SEED));
  expect(read(drawn(codeUrl).picture)).toBe(codeUrl);
});

test(`of 30 codes with blur, rotation, noise and stains at least 29 are decoded (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  let good = 0;
  for (let serial = 1; serial <= 30; serial += 1) {
    const { codeUrl } = sampleOrder(serial, random);
    const { picture, symbol } = drawn(codeUrl);
    if (read(damaged(picture, symbol, randomDamage(random), random)) === codeUrl) good += 1;
  }
  expect(good).toBeGreaterThanOrEqual(29);
});
