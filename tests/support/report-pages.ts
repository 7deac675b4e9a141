import { deflateSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { heading } from "./counter-pages";
import { pngChunk, pngSignature } from "./png";

/** Follows a link to the form of a report. */
export async function toForm(page: Page, link: string): Promise<void> {
  await page.getByRole("link", { name: link }).click();
  await expect(heading(page)).toHaveText("Cuéntenos qué no coincide");
}

/** The button of a reason that leaves the order as it is. */
export const leaving = (page: Page) =>
  page.getByRole("button", { name: "Enviar a Caja de Compensación Demo" });
/** The button of a reason that holds the order, once its box is ticked. */
export const holding = (page: Page) =>
  page.getByRole("button", { name: "Enviar y dejar la orden en revisión" });
export const send = (page: Page) => leaving(page).or(holding(page)).click();
export const sure = (page: Page) => page.getByLabel("Volví a mirar el papel y estoy seguro");
/** The folio of the report that was just sent, once its page has come. */
export async function folioOf(page: Page): Promise<string> {
  const folio = /R-\d{4}-\d{6}$/;
  await expect(page).toHaveURL(folio);
  return folio.exec(page.url())?.[0] ?? "";
}

/** A real picture of one pixel, with the place where it was taken. */
export function picture(): Buffer {
  return Buffer.concat([
    pngSignature,
    pngChunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    pngChunk("tEXt", Buffer.from("Comment\0GPS 10.96,-74.78")),
    pngChunk("IDAT", deflateSync(Buffer.from([0, 200]))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}
