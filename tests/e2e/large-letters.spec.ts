import type { Page } from "@playwright/test";
import { brokenBeforeFont, brokenWords } from "@/tests/support/broken-words";
import { lookUpOnPage, openCounter } from "@/tests/support/counter-pages";
import { file, makeApplicant } from "@/tests/support/factories/request";
import { report } from "@/tests/support/file-report";
import { cutOrCovered, doubleLetters, standingShare } from "@/tests/support/layout-checks";
import { makeOrder } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";
import { compared, confirmation, lookUp, register } from "@/tests/support/use-order";

/** Letters of twice the size in each phone, and a desk's screen zoomed to 400 %. */
const views = [
  { width: 390, height: 844, letters: 2 },
  { width: 360, height: 640, letters: 2 },
  { width: 320, height: 568, letters: 2 },
  { width: 320, height: 256, letters: 1 },
];

/** Opens the page in each view and checks that it can be read whole there. */
async function expectReadable(page: Page, path: string): Promise<void> {
  for (const { width, height, letters } of views) {
    await page.setViewportSize({ width, height });
    await page.goto(path);
    if (letters === 2) await doubleLetters(page);
    const where = `${path} at ${width} × ${height}, letters × ${letters}`;
    const onTop = await page
      .getByRole("heading", { level: 1 })
      .first()
      .evaluate((heading) => {
        const { left, top, width: wide } = heading.getBoundingClientRect();
        const hit = document.elementFromPoint(left + Math.min(wide, innerWidth) / 4, top + 4);
        return hit !== null && (heading.contains(hit) || hit.contains(heading));
      });
    expect(onTop, `the heading is on top: ${where}`).toBe(true);
    expect(await standingShare(page), `what stands still: ${where}`).toBeLessThanOrEqual(1 / 3);
    expect(await brokenWords(page), where).toEqual([]);
    expect(await cutOrCovered(page), where).toEqual([]);
    expect(await brokenBeforeFont(page), `before the font has come: ${where}`).toEqual([]);
  }
}

const ofOwner = [
  "/aplicaciones",
  "/historial",
  "/historial/relacion",
  "/equipo",
  "/equipo/establecimientos",
  "/equipo/este-dispositivo",
  "/novedades",
  "/practica",
  "/practica/autentica",
  "/consultar",
  "/consultar/escanear",
  "/ayuda",
  "/accesibilidad",
  "/verificar",
  "/sin-conexion",
  "/no-hay-tal-pagina",
  "/no-disponible",
  "/no-disponible?motivo=uso",
  "/habeas-data/solicitar",
  "/cuenta/pin",
];

for (const path of ofOwner) {
  test(`${path} can be read with letters of twice the size and at 400 % zoom`, async ({ page }) => {
    await signInAsEmail(page, "duena@eltornillo.example");
    await expectReadable(page, path);
  });
}

test("the receipt and what follows it can be read with letters of twice the size and at 400 % zoom", async ({
  page,
}) => {
  const { till } = await openCounter(page);
  const lookupId = await compared(till, await makeOrder());
  await expectReadable(page, `/consultar/r/${lookupId}/usar`);
  const receipt = await register(till, confirmation(lookupId));
  await expectReadable(page, `/comprobantes/${receipt}`);
  await expectReadable(page, `/comprobantes/${receipt}/anular`);
});

test("the public page of a proof breaks no word on a phone, with letters of any size", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
  const link = page.getByRole("link", { name: /^C-20\d\d-\d{6,}-[0-9A-Z]{8}$/ });
  const { pathname } = new URL((await link.getAttribute("href")) ?? "");
  for (const width of [320, 360, 390]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(pathname);
    expect(await brokenWords(page), `${width} px`).toEqual([]);
    await doubleLetters(page);
    expect(await brokenWords(page), `${width} px, letters × 2`).toEqual([]);
  }
});

test("the errors of a company's registration can be read on a phone, with letters of any size", async ({
  page,
}) => {
  await page.goto("/registro");
  await page.getByRole("checkbox", { name: /^Autorizo a/ }).check();
  await page.getByRole("checkbox", { name: "Acepto las reglas de uso" }).check();
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForURL(/empresa/);
  await page.getByRole("button", { name: "Continuar" }).click();
  const error = page.getByText("Error: Escriba el dígito de verificación");
  await expect(error).toBeVisible();
  for (const [width, letters] of [
    [320, 1],
    [360, 1],
    [390, 1],
    [360, 2],
  ]) {
    await page.setViewportSize({ width: width ?? 0, height: 640 });
    if (letters === 2) await doubleLetters(page);
    expect(await brokenWords(page), `${width} px, letters × ${letters}`).toEqual([]);
    expect((await error.boundingBox())?.width, `${width} px`).toBeGreaterThan((width ?? 0) / 2);
  }
});

test("the form of a request can be read with letters of twice the size and at 400 % zoom", async ({
  page,
}) => {
  await signInAsEmail(page, "duena@visioncaribe.example");
  await expectReadable(page, "/aplicaciones");
  await expectReadable(page, "/aplicaciones/convenios/solicitar");
});

test("the desk's page of a request breaks no word with letters of twice the size", async ({ page }) => {
  const number = await file(await makeApplicant());
  await signInAsEmail(page, "administrador@caja.example");
  for (const { width, height, letters } of views) {
    await page.setViewportSize({ width, height });
    await page.goto(`/admin/solicitudes/${number}`);
    if (letters === 2) await doubleLetters(page);
    expect(await brokenWords(page), `${width} × ${height}, letters × ${letters}`).toEqual([]);
  }
});

test("the desk's page of a report does not scroll sideways with letters of twice the size", async ({
  page,
}) => {
  const { till, order } = await openCounter(page);
  const folio = await report(till, await lookUp(till, order), { words: "El papel está tachado" });
  await signInAsEmail(page, "administrador@caja.example");
  for (const { width, height, letters } of views) {
    await page.setViewportSize({ width, height });
    await page.goto(`/admin/novedades/${folio}`);
    if (letters === 2) await doubleLetters(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${width} × ${height}`).toBeLessThanOrEqual(0);
    expect(await brokenWords(page), `${width} × ${height}`).toEqual([]);
  }
});
