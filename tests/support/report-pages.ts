import { crc32, deflateSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { heading } from "./counter-pages";

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
  const chunk = (kind: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length);
    head.write(kind, 4, "latin1");
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])));
    return Buffer.concat([head, body, tail]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk("tEXt", Buffer.from("Comment\0GPS 10.96,-74.78")),
    chunk("IDAT", deflateSync(Buffer.from([0, 200]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
