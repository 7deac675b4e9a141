import type { Page } from "@playwright/test";
import { encodeQR } from "qr";
import { codeUrl } from "@/domain/order/code";
import { makeTill, owner } from "../db/lookup/counter";
import { makePrintedOrder } from "../db/lookup/printed";
import { cuttableLine } from "../support/cuttable-line";
import { enterAs } from "../support/enter-as";
import { expect, expectAccessible, test } from "../support/test";

test.afterAll(() => owner.end());

/** The picture of a code, drawn by the page itself, put into its file field. */
async function choosePicture(page: Page, text: string): Promise<void> {
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
  const buffer = Buffer.from(dataUrl.split(",")[1] ?? "", "base64");
  await page.locator("input[type=file]").setInputFiles({ name: "codigo.png", mimeType: "image/png", buffer });
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = ["/.well-known/order-keys.json", "/.well-known/receipt-keys.json", "/sin-conexion/lista"];
    const found = await Promise.all(["/sin-conexion", ...names].map((name) => caches.match(name)));
    return found.every(Boolean);
  });

test("without internet the installed page reads a code, never green, and asks by itself when the signal returns", async ({
  browser,
}) => {
  const line = await cuttableLine(process.env.E2E_URL ?? "");
  const context = await browser.newContext({ baseURL: line.url, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const till = await makeTill();
  const good = await makePrintedOrder();
  const used = await makePrintedOrder({ state: "used" });
  await enterAs(page, till.actor.personId);
  await page.goto("/consultar");
  await expect.poll(() => kept(page)).toBe(true);

  await line.cut();
  await page.goto("/consultar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sin internet");
  await expect(page.getByText("Llaves y lista de la caja: hoy")).toBeVisible();
  // The till's name is not on the kept page.
  expect(await page.content()).not.toContain(till.actor.name);

  await choosePicture(page, codeUrl(line.url, good.code));
  const verdict = page.locator("[data-outcome]");
  await expect(verdict).toHaveAttribute("data-outcome", "unconfirmed");
  await expect(verdict).toHaveAttribute("data-signal", "warn");
  await expect(page.getByText("$480.000")).toBeVisible();
  await expect(page.getByText("Esto es una imagen, no el papel.")).toBeVisible();
  await expectAccessible(page);
  const stored = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open("proveedores");
        opening.onsuccess = () => {
          const all = opening.result.transaction("waiting").objectStore("waiting").getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
  expect(stored).not.toContain("code");

  await page.getByRole("button", { name: "Leer otro código" }).click();
  await choosePicture(page, codeUrl(line.url, used.code));
  await expect(verdict).toHaveAttribute("data-outcome", "dead");
  await page.getByRole("button", { name: "Leer otro código" }).click();
  await choosePicture(page, `${codeUrl(line.url, good.code).slice(0, -2)}AA`);
  await expect(verdict).toHaveAttribute("data-signal", "stop");

  await line.mend();
  await page.goto("/consultar");
  await expect(page.getByText("Los códigos guardados ya tienen respuesta:")).toBeVisible();
  await page.getByRole("link", { name: "Ver la respuesta 1" }).click();
  await page.getByLabel("Escriba los últimos cuatro de la cédula que tiene en la mano").fill(good.tail);
  await page.getByRole("button", { name: "Ver la orden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
  await context.close();
});
