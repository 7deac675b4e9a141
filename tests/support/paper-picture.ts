import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { geometryOf, type PaperSize } from "@/domain/print/geometry";
import { CAMERA_HEIGHT, CAMERA_WIDTH } from "./camera";

const DESK = "http://mesa.example/";
const modules = createRequire(import.meta.url);

/**
 * Draws the first page of a PDF in a browser and returns what a camera sees that is held over the code of the paper:
 * a luminance frame of `writeCameraFilm`.
 */
export async function photographPaper(page: Page, pdf: Buffer, size: PaperSize): Promise<Uint8Array> {
  const files: Record<string, { contentType: string; body: Buffer | string }> = {
    "": { contentType: "text/html", body: "<!doctype html><title>Mesa</title>" },
    "pdf.mjs": script("pdfjs-dist/legacy/build/pdf.min.mjs"),
    "worker.mjs": script("pdfjs-dist/legacy/build/pdf.worker.min.mjs"),
    "orden.pdf": { contentType: "application/pdf", body: pdf },
  };
  await page.route(`${DESK}**`, (route) => {
    const file = files[new URL(route.request().url()).pathname.slice(1)];
    return file ? route.fulfill(file) : route.abort();
  });
  await page.goto(DESK);
  const { margin, qr } = geometryOf[size];
  const luma = await page.evaluate(frameOverCode, {
    desk: DESK,
    frame: { width: CAMERA_WIDTH, height: CAMERA_HEIGHT },
    code: { left: margin, top: qr.top, side: qr.side },
  });
  return Uint8Array.from(luma);
}

function script(name: string) {
  return { contentType: "text/javascript", body: readFileSync(modules.resolve(name)) };
}

type Shot = {
  desk: string;
  frame: { width: number; height: number };
  code: { left: number; top: number; side: number };
};

/** Runs in the page. */
async function frameOverCode({ desk, frame, code }: Shot): Promise<number[]> {
  const { getDocument, GlobalWorkerOptions } = (await import(
    `${desk}pdf.mjs`
  )) as typeof import("pdfjs-dist");
  GlobalWorkerOptions.workerSrc = `${desk}worker.mjs`;
  const sheet = await (await getDocument(`${desk}orden.pdf`).promise).getPage(1);
  // The code fills 85 % of the frame's height and stands in its middle.
  const scale = (frame.height * 0.85) / code.side;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, frame);
  const viewport = sheet.getViewport({
    scale,
    offsetX: frame.width / 2 - (code.left + code.side / 2) * scale,
    offsetY: frame.height / 2 - (code.top + code.side / 2) * scale,
  });
  await sheet.render({ canvas, viewport }).promise;
  const { data } = canvas.getContext("2d")?.getImageData(0, 0, frame.width, frame.height) ?? { data: [] };
  return Array.from({ length: frame.width * frame.height }, (_, at) => data[at * 4] ?? 0);
}
