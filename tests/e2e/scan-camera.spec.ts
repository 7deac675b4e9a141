import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { codeUrl } from "@/domain/order-code/code";
import { publicAddress } from "@/lib/mail/address";
import { textBesideIds } from "@/tests/support/bare-page";
import { makeTill, someDigits } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { filmArguments, frameOf, writeCameraFilm } from "../support/camera";
import { expect, expectAccessible, test } from "../support/test";

let folder: string;
// A worker may come back to this file: what is taken away afterwards is made before.
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "hanna-camara-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = "Escriba los últimos cuatro números o letras del documento de la persona";

/** A browser whose camera sees `text`, with a till signed in. */
async function withCamera(
  text: string | null,
  run: (page: Page) => Promise<void>,
  options: BrowserContextOptions = { permissions: ["camera"] },
): Promise<void> {
  const film = path.join(folder, `${crypto.randomUUID()}.y4m`);
  writeCameraFilm(film, [frameOf(text)]);
  const executablePath = process.env.E2E_BROWSER;
  const browser = await chromium.launch({
    args: filmArguments(film),
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const context = await browser.newContext({
      baseURL: process.env.E2E_URL ?? "",
      locale: "es-CO",
      viewport: { width: 390, height: 844 },
      ...options,
    });
    const page = await context.newPage();
    const noise: string[] = [];
    page.on("console", (message) => message.type() === "error" && noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(error.message));
    await signInAs(page, (await makeTill()).actor.personId);
    await run(page);
    expect(noise).toEqual([]);
  } finally {
    await browser.close();
  }
}

test("one tap opens the camera, a code is read automatically, and the last four of the ID open the answer", async () => {
  // An ID that ends as no year and no telephone number of the page does.
  const order = await makePrintedOrder({ idNumber: `${someDigits(6)}7391` });
  await withCamera(order.url, async (page) => {
    await page.goto("/consultar");
    await page.getByRole("link", { name: "Escanear el código" }).click();
    await expect(page.getByLabel(ask)).toBeFocused();
    await expect(page).toHaveTitle(/^Código leído/);
    expect(new URL(page.url()).pathname).toMatch(/^\/consultar\/r\/[0-9a-f-]{36}$/);
    const body = (await page.textContent("body")) ?? "";
    for (const personal of ["María", "480.000", order.number, order.idNumber])
      expect(body).not.toContain(personal);
    // Four digits may stand within a number of the page's scripts, or between the dashes of an id.
    expect(textBesideIds(body)).not.toMatch(new RegExp(`(?<!\\w)${order.tail}(?!\\w)`));
    await expectAccessible(page);

    await page.getByLabel(ask).fill(order.tail === "0000" ? "1111" : "0000");
    await page.getByRole("button", { name: "Ver la orden" }).click();
    await expect(page.getByText("Esos no son. Mire otra vez el documento.").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(ask).fill(order.tail);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
    await expect(page.getByText("María Pérez").first()).toBeVisible();
  });
});

test("on first use the page explains the camera and waits for a tap, then shows its progress", async () => {
  await withCamera(null, async (page) => {
    await page.clock.install();
    await page.goto("/consultar/escanear");
    await expect(page).toHaveTitle(/^Escanear el código de la orden/);
    await expect(
      page.getByText("Vamos a usar la cámara solo para leer el código. No guardamos fotos."),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Usar la cámara" }).click();
    await expect(page.getByText("Ponga el código dentro del cuadro")).toBeFocused();
    await expect(
      page.getByRole("status").filter({ hasText: "Cámara abierta. El código se lee solo." }),
    ).toHaveCount(1);
    await expect(page.getByRole("link", { name: "Escribir los números" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Cerrar" })).toBeVisible();
    await expectAccessible(page);
    await page.clock.runFor(8_100);
    await expect(page.getByText("¿No lee? Acerque el papel, alíselo o encienda la linterna.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Cerrar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Consultar una orden");
  });
});

test("a foreign code is reported in place, scanning continues, and its URL is not opened", async () => {
  await withCamera("https://pagos.example/comercio/123", async (page) => {
    await page.goto("/consultar/escanear");
    await page.getByRole("button", { name: "Usar la cámara" }).click();
    await expect(page.getByText("Ese código no es de una orden de Caja de Compensación Demo.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Qué hacer con ese código" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ese código no es de una orden");
    await expect(page.locator("[data-signal]")).toHaveAttribute("data-signal", "warn");
    await expect(page.getByText("No abrimos el enlace.")).toBeVisible();
    await expect(page.locator("a[href*='pagos.example']")).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Escribir los números" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Consultar una orden");
  });
});

test("a forged code stops, and the text accuses nobody", async () => {
  const order = await makePrintedOrder();
  const changed = Buffer.from(order.code);
  changed[19] = (changed[19] ?? 0) ^ 1;
  await withCamera(codeUrl(publicAddress("/"), changed), async (page) => {
    await page.goto("/consultar/escanear");
    await page.getByRole("button", { name: "Usar la cámara" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No es de la entidad");
    await expect(page.getByText("El código fue cambiado.")).toBeVisible();
    await expect(page.locator("[data-signal]")).toHaveAttribute("data-signal", "stop");
    await expect(
      page.getByText("No acuse a la persona: pudo recibirlo así. Llame al 605 000 0000."),
    ).toBeVisible();
    await expectAccessible(page);
  });
});

test("torch and lens are offered where the camera has them, and are released with it", async () => {
  await withCamera(null, async (page) => {
    await page.addInitScript(() => {
      const constraints: unknown[] = [];
      Object.assign(window, { constraints });
      MediaStreamTrack.prototype.getCapabilities = () =>
        ({ torch: true, zoom: { min: 1, max: 4, step: 0.5 } }) as MediaTrackCapabilities;
      MediaStreamTrack.prototype.applyConstraints = async (wanted) => {
        constraints.push(wanted);
      };
    });
    await page.goto("/consultar/escanear");
    await page.getByRole("button", { name: "Usar la cámara" }).click();
    const torch = page.getByRole("button", { name: "Linterna" });
    await torch.click();
    await expect(torch).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("status").filter({ hasText: "Linterna encendida" })).toHaveCount(1);
    await page.getByLabel("Acercar").fill("3");
    expect(await page.evaluate(() => (window as unknown as { constraints: unknown[] }).constraints)).toEqual([
      { advanced: [{ torch: true }] },
      { advanced: [{ zoom: 3 }] },
    ]);
    await expectAccessible(page);
  });
});

test("the browser's own BarcodeDetector is used where it exists, and no decoder is downloaded", async () => {
  const order = await makePrintedOrder();
  await withCamera(null, async (page) => {
    await page.addInitScript((text) => {
      class Reader {
        static getSupportedFormats = async () => ["qr_code"];
        detect = async () => [{ rawValue: text }];
      }
      Object.assign(window, { BarcodeDetector: Reader });
    }, order.url);
    await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
    const scripts: string[] = [];
    page.on("response", async (response) => {
      if (response.request().resourceType() === "script") scripts.push(await response.text().catch(() => ""));
    });
    await page.getByRole("button", { name: "Usar la cámara" }).click();
    await expect(page.getByLabel(ask)).toBeVisible();
    expect(scripts.filter((text) => text.includes("decodeQR"))).toEqual([]);
  });
});

test("the scan is operable by keyboard alone, from the look-up to the answer", async () => {
  const order = await makePrintedOrder();
  await withCamera(order.url, async (page) => {
    await page.goto("/consultar");
    await page.getByRole("link", { name: "Escanear el código" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(ask)).toBeFocused();
    await page.keyboard.type(order.tail);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
  });
});
