import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { answerRows, heading, lookUpOnPage, openCounter } from "@/tests/support/counter-pages";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { stateOf } from "@/tests/support/file-report";
import { folioOf, holding, leaving, picture, send, sure, toForm } from "@/tests/support/report-pages";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

test.use({ viewport: { width: 390, height: 844 } });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });
    const inspect = async (page: Page) => {
      if (javaScriptEnabled) await expectAccessible(page);
    };

    test("a differing order is reported with a photo, put in review, handled by the caja, and answered", async ({
      page,
    }) => {
      const { till, order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await answerRows(page, ["El valor"]);
      await expect(heading(page)).toHaveText("El papel dice otra cosa");
      await toForm(page, "Reportar una novedad");
      // Prefilled: the order, what was answered and what differed. No reason is.
      const facts = page.locator("[data-box]");
      await expect(facts).toContainText(order.number);
      await expect(facts).toContainText("El papel dice otra cosa");
      await expect(facts).toContainText("El valor");
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await expect(leaving(page).or(holding(page))).toHaveCount(0);
      await page.getByLabel("El nombre no coincide").check();
      await expect(page.getByText("La orden sigue igual: esta novedad no la detiene.")).toBeVisible();
      await expect(leaving(page)).toBeVisible();
      await inspect(page);
      // A reason that puts the order in review says so, and needs a confirmation.
      await page.getByLabel("El valor o un dato está cambiado").check();
      await expect(page.getByText("Nadie podrá usar esta orden mientras")).toBeVisible();
      await expect(leaving(page).or(holding(page))).toHaveCount(0);
      await sure(page).check();
      await expect(holding(page)).toBeVisible();
      await expect(leaving(page)).toHaveCount(0);
      await inspect(page);

      await page.getByLabel("Cuéntenos más (opcional)").fill("El papel dice $680.000");
      const file = { name: "no.jpg", mimeType: "image/jpeg", buffer: Buffer.from("this is no picture") };
      await page.getByLabel("Foto del papel (opcional)").setInputFiles(file);
      await send(page);
      await expect(page.getByText("Elija una foto JPG o PNG que se pueda abrir").first()).toBeVisible();
      await expect(page.getByLabel("Cuéntenos más (opcional)")).toHaveValue("El papel dice $680.000");
      await expect(page).toHaveTitle(/^Error: /);
      await inspect(page);

      const good = { name: "papel.png", mimeType: "image/png", buffer: picture() };
      await page.getByLabel("Foto del papel (opcional)").setInputFiles(good);
      await send(page);
      await expect(heading(page)).toHaveText(/^Novedad R-20\d\d-\d{6}$/);
      const folio = await folioOf(page);
      await expect(page.getByText(/La entidad lo revisa a más tardar el \d+ de/)).toBeVisible();
      await expect(page.getByText("La orden quedó en revisión.")).toBeVisible();
      await inspect(page);
      expect(await stateOf(order.id)).toBe("blocked");
      await page.getByRole("link", { name: "Novedades enviadas" }).click();
      await expect(page.getByRole("link", { name: folio })).toBeVisible();
      await inspect(page);

      const official = await makeCajaPerson("officer");
      await signInAs(page, official.personId);
      await page.goto("/admin/novedades");
      const menu = page.locator("[data-menu]");
      await menu.locator("summary").click();
      await expect(menu.getByRole("link", { name: /^Novedades, \d+ en espera$/ })).toBeVisible();
      await menu.locator("summary").click();
      await inspect(page);
      await page.getByRole("link", { name: folio }).click();
      await expect(page.getByText("El papel dice $680.000")).toBeVisible();
      const photo = page.getByRole("img", { name: `Foto del papel de la novedad ${folio}` });
      await photo.scrollIntoViewIfNeeded();
      await expect.poll(() => photo.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(1);
      const shown = await page.request.get(`/admin/novedades/${folio}/foto`);
      expect(shown.headers()["cache-control"]).toContain("no-store");
      // An uploaded file: opened by itself it runs no script and cannot be framed by another site.
      expect(shown.headers()["content-security-policy"]).toBe(
        "default-src 'none'; sandbox; frame-ancestors 'none'",
      );
      expect(shown.headers()["x-content-type-options"]).toBe("nosniff");
      expect((await shown.body()).includes("GPS")).toBe(false);
      await inspect(page);

      await page.getByRole("button", { name: "Guardar la decisión" }).click();
      await expect(page.getByText("Elija qué encontró").first()).toBeVisible();
      await page.getByLabel("Error de impresión").check();
      await page.getByLabel("Levantar la revisión").check();
      await page.getByRole("button", { name: "Guardar la decisión" }).click();
      await expect(page.getByRole("heading", { name: "Decisión" })).toBeVisible();
      await inspect(page);
      expect(await stateOf(order.id)).toBe("issued");

      await signInAs(page, till.actor.personId);
      await page.goto(`/novedades/${folio}`);
      await expect(page.getByText("El papel se imprimió mal.")).toBeVisible();
      await inspect(page);
    });

    test("a report without a reason is refused and keeps what was typed", async ({ page }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, { ...order, number: "99999" });
      await toForm(page, "Reportar una novedad");
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await page.getByLabel("Cuéntenos más (opcional)").fill("Ñandú con tinta corrida 🧾");
      // A key sends the form before its button is there.
      await page.getByLabel("El papel está tachado o borroso").press("Enter");
      await expect(page.getByText("Elija qué no coincide", { exact: true }).first()).toBeVisible();
      await expect(page.getByLabel("Cuéntenos más (opcional)")).toHaveValue("Ñandú con tinta corrida 🧾");
      await page.getByLabel("El papel está tachado o borroso").check();
      await send(page);
      await expect(heading(page)).toHaveText(/^Novedad R-/);
      await expect(page.getByText("La orden quedó en revisión.")).toHaveCount(0);
      // Who goes back sees that it was sent.
      const folio = await folioOf(page);
      await page.goBack();
      await expect(page.getByRole("link", { name: `Ver la novedad ${folio}` })).toBeVisible();
    });
  });
}

test("another provider finds neither the report form nor the report, and has no access to the caja's desk", async ({
  page,
}) => {
  const { order } = await openCounter(page);
  const id = await lookUpOnPage(page, order);
  await toForm(page, "Reportar una novedad");
  await page.getByLabel("El nombre no coincide").check();
  await send(page);
  const folio = await folioOf(page);
  await openCounter(page);
  for (const path of [`/consultar/r/${id}/reportar`, `/novedades/${folio}`])
    expect((await page.goto(path))?.status()).toBe(404);
  expect((await page.request.get(`/admin/novedades/${folio}/foto`)).status()).toBe(403);
  await page.goto(`/admin/novedades/${folio}`);
  await expect(page).toHaveURL(/sin-permiso/);
  const auditor = await makeCajaPerson("auditor");
  await signInAs(page, auditor.personId);
  await page.goto(`/admin/novedades/${folio}`);
  await expect(page.getByText("Su usuario puede leer las novedades.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Guardar la decisión" })).toHaveCount(0);
});

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "hanna-foto-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Not readable as a picture, so that no browser makes it smaller. */
function heavyFile(megabytes: number): string {
  const file = path.join(folder, `${megabytes}.png`);
  writeFileSync(file, Buffer.concat([picture().subarray(0, 24), Buffer.alloc(megabytes * 1024 * 1024)]));
  return file;
}

for (const megabytes of [14, 30]) {
  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });
    test(`a photo of ${megabytes} MB is refused and the typed text is kept`, async ({ page }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await toForm(page, "Reportar una novedad");
      await page.getByLabel("El nombre no coincide").check();
      const words = `Ñandú ${randomUUID()}`;
      await page.getByLabel("Cuéntenos más (opcional)").fill(words);
      await page.getByLabel("Foto del papel (opcional)").setInputFiles(heavyFile(megabytes));
      await send(page);
      await expect(page.getByText("La foto pesa más de 10 MB").first()).toBeVisible();
      await expect(page.getByLabel("Cuéntenos más (opcional)")).toHaveValue(words);
      await expect(page.getByLabel("El nombre no coincide")).toBeChecked();
      await send(page);
      await expect(heading(page)).toHaveText(/^Novedad R-/);
    });
  });
}

test("a photo that stays too large is refused before upload, and the typed text is kept", async ({
  page,
}) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await toForm(page, "Reportar una novedad");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Cuéntenos más (opcional)").fill("Tinta corrida");
  await page.getByLabel("Foto del papel (opcional)").setInputFiles(heavyFile(30));
  await expect(page.locator("#photo-error")).toHaveText(
    "Error: La foto pesa más de 10 MB. Elija una más liviana",
  );
  await expect(page.getByLabel("Foto del papel (opcional)")).toHaveValue("");
  await expect(page.getByLabel("Cuéntenos más (opcional)")).toHaveValue("Tinta corrida");
  await expectAccessible(page);
});

test("a phone's photo is resized before upload and arrives", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await toForm(page, "Reportar una novedad");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("El nombre no coincide").check();
  await page.locator("#photo").evaluate(async (field: HTMLInputElement) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 3_000, height: 2_000 });
    const noise = new ImageData(3_000, 2_000);
    for (let at = 0; at < noise.data.length; at += 65_536)
      crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
    canvas.getContext("2d")?.putImageData(noise, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.95));
    const chosen = new DataTransfer();
    chosen.items.add(new File([blob ?? ""], "IMG_0001.jpg", { type: "image/jpeg" }));
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(page.getByText("Ya llegó foto.jpg.")).toBeVisible();
  await send(page);
  await expect(heading(page)).toHaveText(/^Novedad R-/);
  await expect(page.getByText("La enviamos con la novedad")).toBeVisible();
  const folio = await folioOf(page);
  await signInAs(page, (await makeCajaPerson("officer")).personId);
  await page.goto(`/admin/novedades/${folio}`);
  const photo = page.getByRole("img", { name: `Foto del papel de la novedad ${folio}` });
  await photo.scrollIntoViewIfNeeded();
  await expect.poll(() => photo.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(2_000);
});
