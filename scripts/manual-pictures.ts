import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { demoAccounts } from "@/scripts/demo/accounts";
import { demoCases } from "@/scripts/demo/cases";

const root = path.resolve(import.meta.dirname, "..");
/** What browsers get, small; and what the manual's PDF takes in, which knows no WebP. */
const folders = { webp: "public/manual", png: "domain/manual/pictures" } as const;
const QUALITY = 55;

/** The sizes that the manual keeps free for its pictures (app/(publico)/ayuda/manual-picture.tsx). */
const phone = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, locale: "es-CO" };
const desk = { viewport: { width: 1100, height: 700 }, deviceScaleFactor: 1.5, locale: "es-CO" };

/** The manual's pictures of the product as it runs at `baseURL` with its whole demonstration. */
export async function takeManualPictures(browser: Browser, baseURL: string): Promise<void> {
  for (const folder of Object.values(folders)) mkdirSync(path.join(root, folder), { recursive: true });
  const shop = await (await browser.newContext({ ...phone, baseURL })).newPage();
  await shop.goto("/registro");
  await shop.getByRole("checkbox", { name: /^Autorizo a/ }).check();
  await shop.getByRole("checkbox", { name: "Acepto las reglas de uso" }).check();
  await shop.getByRole("button", { name: "Continuar" }).click();
  await shop.getByLabel("NIT", { exact: true }).waitFor();
  await keep(shop, "register");
  await enter(shop, "duena@visioncaribe.example");
  await shop.goto("/aplicaciones/convenios/solicitar");
  await keep(shop, "request");
  await shop.context().clearCookies();
  await enter(shop, "duena@eltornillo.example");
  await shop.goto("/aplicaciones");
  await keep(shop, "applications");
  await shop.goto("/historial");
  await keep(shop, "history");
  await shop.context().clearCookies();
  await registerOneUse(shop);

  const caja = await (await browser.newContext({ ...desk, baseURL })).newPage();
  await enter(caja, "administrador@caja.example");
  await caja.goto("/admin");
  await keep(caja, "today");
  await open(caja, "/admin/solicitudes", /\/admin\/solicitudes\/SOL-/);
  await keep(caja, "decide");
  await caja.goto("/admin/ordenes/nueva");
  await keep(caja, "issue");
  await open(caja, "/admin/ordenes/importar", /\/admin\/ordenes\/importar\/[0-9a-f-]{36}/);
  await keep(caja, "import");
  await open(caja, "/admin/liquidacion", /\/admin\/liquidacion\/[0-9a-f-]{36}/);
  await keep(caja, "settle");
}

/** From the counter to the receipt. */
async function registerOneUse(page: Page): Promise<void> {
  const example = demoCases.find(({ outcome }) => outcome === "current");
  await enter(page, "caja@eltornillo.example");
  await page.goto("/consultar");
  await keep(page, "lookUp");
  await page.getByLabel("Nit / Cédula").fill(example?.idNumber ?? "");
  await page.getByLabel("Nro Documento").fill(example?.number ?? "");
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
  await keep(page, "found");
  for (const same of await page.getByText("Igual", { exact: true }).all()) await same.click();
  await page.getByRole("button", { name: /^(Comparar|Todo está igual)$/ }).click();
  await page
    .getByRole("link", { name: "Registrar el uso" })
    .or(page.getByRole("button", { name: "Registrar el uso" }))
    .click();
  await page.getByRole("button", { name: /Sí, registrar/ }).click();
  await page.waitForURL(/\/comprobantes\//);
  await keep(page, "receipt");
}

/** Opens a list and its first entry whose address looks so. */
async function open(page: Page, list: string, entry: RegExp): Promise<void> {
  await page.goto(list);
  const addresses = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  await page.goto(addresses.find((address) => entry.test(address)) ?? list);
}

/** What the window shows, as both kinds of file. */
async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.screenshot({ path: path.join(root, folders.png, `${name}.png`) });
  const client = await page.context().newCDPSession(page);
  const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  writeFileSync(path.join(root, folders.webp, `${name}.webp`), Buffer.from(data, "base64"));
}

async function enter(page: Page, email: string): Promise<void> {
  await page.goto("/ingresar");
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(demoAccounts[0].password);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/ingresar");
  if (new URL(page.url()).pathname === "/ingresar/segundo-paso") {
    const shown = await page.getByText(/Demostración: el código de ahora es/).textContent();
    await page.getByLabel("Código", { exact: true }).fill(/\d{6}/.exec(shown ?? "")?.[0] ?? "");
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
  }
  await page.waitForURL((url) => !url.pathname.startsWith("/ingresar"));
}
