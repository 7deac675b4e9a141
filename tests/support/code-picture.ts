import type { Page } from "@playwright/test";
import { encodeQR } from "qr";

/** Draws a code in the page and returns it as a PNG. */
export async function pictureOf(page: Page, text: string): Promise<Buffer> {
  const matrix = encodeQR(text, "raw", { ecc: "quartile", border: 4 });
  const dataUrl = await page.evaluate((modules) => {
    const scale = 6;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = modules.length * scale;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#000";
    modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) pen.fillRect(x * scale, y * scale, scale, scale);
      });
    });
    return canvas.toDataURL("image/png");
  }, matrix);
  return Buffer.from(dataUrl.split(",")[1] ?? "", "base64");
}

/** Selects the picture of a code in the page's file input. */
export async function choosePicture(page: Page, text: string): Promise<void> {
  const buffer = await pictureOf(page, text);
  await page.locator("input[type=file]").setInputFiles({ name: "codigo.png", mimeType: "image/png", buffer });
}

/** Whether the service worker has cached everything that the offline page needs. */
export const isOfflineReady = (page: Page) =>
  page.evaluate(async () => {
    const lists = ["/.well-known/order-keys.json", "/.well-known/receipt-keys.json", "/sin-conexion/lista"];
    // The mark is written last.
    const names = ["/sin-conexion", ...lists, "/sin-conexion/guardada"];
    const found = await Promise.all(names.map((name) => caches.match(name)));
    return found.every(Boolean);
  });
