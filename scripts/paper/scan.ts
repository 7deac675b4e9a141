import { execFileSync } from "node:child_process";
import { createWriteStream, readdirSync } from "node:fs";
import path from "node:path";
import type { PaperSize } from "@/domain/print/geometry";
import { geometryOf } from "@/domain/print/geometry";
import { writeOrders } from "@/domain/print/write-orders";
import { qrRuns } from "@/lib/pdf/qr";
import { type Damage, damaged, randomDamage, randomFrom } from "./damage";
import { readPgm, writePgm } from "./pgm";
import { sampleCaja, sampleOrder } from "./sample";

const DPI = 300;
/** The margin of paper around the symbol in the picture, in points: as much as a phone camera sees. */
const AROUND = 30;

/**
 * Prints codes into a PDF, renders it, damages each symbol and decodes it with zbarimg; returns how many were
 * decoded.
 */
export async function readDamagedCodes(
  folder: string,
  seed: number,
  count: number,
  size: PaperSize,
  spare: Damage["spare"] = "marks",
) {
  const random = randomFrom(seed);
  const orders = Array.from({ length: count }, (_, at) => sampleOrder(at + 1, random));
  const pdf = path.join(folder, `codes-${size}.pdf`);
  await writeOrders(orders, { caja: sampleCaja, size }, createWriteStream(pdf));

  const { margin, qr } = geometryOf[size];
  const pixels = (points: number) => Math.round((points * DPI) / 72);
  const edge = Math.min(AROUND, margin);
  const corner = { x: margin - edge, y: qr.top - edge };
  const crop = ["-x", "-y", "-W", "-H"].flatMap((flag, at) => [
    flag,
    String(pixels([corner.x, corner.y, qr.side + 2 * edge, qr.side + 2 * edge][at] ?? 0)),
  ]);
  const prefix = path.join(folder, `drawn-${size}`);
  execFileSync("pdftoppm", ["-r", String(DPI), "-gray", ...crop, pdf, prefix]);
  const drawn = readdirSync(folder)
    .filter((name) => name.startsWith(`drawn-${size}-`))
    .sort();

  let read = 0;
  for (const [at, name] of drawn.entries()) {
    const order = orders[at];
    if (!order) continue;
    const side = pixels(qr.side);
    const symbol = {
      left: pixels(margin) - pixels(corner.x),
      top: pixels(qr.top) - pixels(corner.y),
      side,
      module: side / qrRuns(order.codeUrl).size,
    };
    const file = path.join(folder, `damaged-${size}-${at}.pgm`);
    writePgm(file, damaged(readPgm(path.join(folder, name)), symbol, randomDamage(random, spare), random));
    if (zbar(file) === order.codeUrl) read += 1;
  }
  return { read, of: drawn.length };
}

function zbar(file: string): string {
  try {
    const args = ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", file];
    return execFileSync("zbarimg", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
