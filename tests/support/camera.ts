import { writeFileSync } from "node:fs";
import { encodeQR } from "qr";
import { browserArguments } from "./browser";

export const CAMERA_WIDTH = 640;
export const CAMERA_HEIGHT = 480;
const PAPER = 235;
const INK = 30;
const DESK = 120;

/** A luminance frame of a printed code in front of a camera; without a text, of an empty desk. */
export function frameOf(text: string | null): Uint8Array {
  const luma = new Uint8Array(CAMERA_WIDTH * CAMERA_HEIGHT).fill(DESK);
  if (text === null) return luma;
  const matrix = encodeQR(text, "raw", { ecc: "quartile", border: 4 });
  const size = Math.floor((CAMERA_HEIGHT * 0.85) / matrix.length) * matrix.length;
  const [left, top] = [Math.floor((CAMERA_WIDTH - size) / 2), Math.floor((CAMERA_HEIGHT - size) / 2)];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const module = size / matrix.length;
      const dark = matrix[Math.floor(y / module)]?.[Math.floor(x / module)];
      luma[(top + y) * CAMERA_WIDTH + left + x] = dark ? INK : PAPER;
    }
  }
  return luma;
}

/** Writes frames as the file that Chromium's fake camera plays in a loop at 10 frames a second. */
export function writeCameraFilm(file: string, frames: readonly Uint8Array[]): void {
  const colour = Buffer.alloc((CAMERA_WIDTH * CAMERA_HEIGHT) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${CAMERA_WIDTH} H${CAMERA_HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  const film = frames.flatMap((luma) => [Buffer.from("FRAME\n"), Buffer.from(luma), colour]);
  writeFileSync(file, Buffer.concat([head, ...film]));
}

/** Browser arguments for a fake camera that plays a file. */
export function filmArguments(file: string): string[] {
  return [
    ...browserArguments,
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${file}`,
  ];
}
