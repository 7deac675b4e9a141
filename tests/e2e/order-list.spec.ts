import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { makeOrder, owner } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { confirmation, makeComparedOrder, register } from "@/tests/support/use-order";
import { expect, expectAccessible, test } from "../support/test";

const LIST = "/admin/ordenes/lista";

async function openDrawer(page: Page, name: string): Promise<void> {
  const drawer = page.locator("details", { has: page.locator("summary", { hasText: name }) });
  if ((await drawer.getAttribute("open")) === null) await drawer.locator("summary").click();
}

test("an officer filters the order list and removes a filter, and the URL holds the whole state", async ({
  page,
}) => {
  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto("/admin/ordenes");
  await page.getByRole("link", { name: "Ver la lista de órdenes con filtros" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lista de órdenes");
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).not.toHaveCount(1);
  await expectAccessible(page);

  await openDrawer(page, "Filtros");
  await page.getByLabel("Estado", { exact: true }).selectOption("vigente");
  await page.getByLabel("Valor desde").fill("100.000");
  await page.getByRole("button", { name: "Filtrar" }).click();
  await expect(page).toHaveURL(/estado=vigente/);
  const chips = page.getByRole("list", { name: "Filtros puestos" });
  await expect(chips.getByRole("link", { name: "Quitar Valor desde: $100.000" })).toBeVisible();
  for (const cell of await page
    .getByRole("table")
    .getByRole("row")
    .locator("td:last-child")
    .allTextContents())
    expect(cell).toBe("Vigente");
  await expectAccessible(page);

  await chips.getByRole("link", { name: "Quitar Estado: Vigente" }).click();
  await expect(page).toHaveURL(/valor-desde=100000/);
  await expect(page).not.toHaveURL(/estado/);
  await page.getByRole("link", { name: "Quitar todos" }).click();
  await expect(chips).toHaveCount(0);
  await expect(page).not.toHaveURL(/valor/);

  const head = page.getByRole("columnheader", { name: "Valor" });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const values = (
    await page.getByRole("table").getByRole("row").locator("td:nth-child(4)").allTextContents()
  ).map((text) => Number(text.replace(/\D/g, "")));
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
});

test("the first order stands above the fold, and the way back from an order keeps filter, sort and place", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, baseURL, viewport: { width: 1366, height: 768 } },
  });
  const page = await context.newPage();
  await signInAsEmail(page, "funcionario@caja.example");
  const providerNit = String(randomInt(600_000_000, 699_999_999));
  for (let count = 0; count < 27; count += 1) await makeOrder({ providerNit, issuedIn: -count });
  await page.goto(`${LIST}?estado=vigente&proveedor=${providerNit}&orden=vence`);
  const row = page.locator("tbody tr").first();
  const box = await row.boundingBox();
  expect((box?.y ?? 768) + (box?.height ?? 0)).toBeLessThan(500);
  await expect(page.getByText("1 a 25 de 27")).toBeVisible();
  await page.getByRole("link", { name: "Siguiente" }).click();
  await expect(page.getByText("26 a 27 de 27")).toBeVisible();
  const list = page.url();
  const order = page.locator("tbody tr").last().getByRole("link");
  const id = await order.getAttribute("id");
  await order.click();
  await page.getByRole("link", { name: "Poner en revisión" }).click();
  await page.getByLabel("Motivo").fill("Motivo de la prueba de la lista");
  await page.getByRole("button", { name: "Poner en revisión" }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "Motivo de la prueba de la lista" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Volver a la lista" }).click();
  // In review it is not in the list any more; the page is the one that it was on.
  await expect(page).toHaveURL(`${list}#${id}`);
  await expect(page.getByText("26 a 26 de 26")).toBeVisible();
  await page.getByRole("link", { name: "Anterior" }).click();
  await expect(page.getByText("1 a 25 de 26")).toBeVisible();
  await context.close();
});

test("an order's page begins with who used it and when, and what its acts cannot take back comes last", async ({
  page,
}) => {
  await signInAsEmail(page, "funcionario@caja.example");
  const { till, order, lookupId } = await makeComparedOrder();
  await page.goto(`/admin/ordenes/${order.id}`);
  const acts = page.getByRole("region", { name: "Qué puede hacer" });
  await expect(acts.getByRole("heading").last()).toHaveText("Para siempre");
  await expect(acts.getByRole("link").last()).toHaveText("Anular");
  await register(till, confirmation(lookupId));
  const company = `${till.actor.provider.legalName} Ltda.`;
  await owner`update provider set legal_name = ${company} where id = ${till.actor.provider.id}`;
  await page.reload();
  const first = page.locator("main h1 + ul > li");
  await expect(first).toContainText("La usó el ");
  await expect(first).toContainText(company);
  await expect(first).not.toContainText("..");
  await expect(first).toContainText(/Comprobante U-\d{4}-\d{6}\. Pago: sin legalizar\./);
  await expectAccessible(page);
  const core = await makeOrder({ state: "used" });
  await page.goto(`/admin/ordenes/${core.id}`);
  await expect(first).toContainText("La usó el sistema de la entidad");
  await expect(first).toContainText("El archivo no dice qué día");
});

test("filters without results say so", async ({ page }) => {
  await signInAsEmail(page, "auditor@caja.example");
  await page.goto(`${LIST}?sede=ninguna&desde=2001-01-01&hasta=2001-01-02`);
  await expect(page.getByRole("heading", { name: "Ninguna orden tiene esos filtros." })).toBeVisible();
  await expect(page.getByRole("button", { name: /Exportar/ })).toHaveCount(0);
  await expectAccessible(page);
});

for (const javaScriptEnabled of [true, false]) {
  test(`the order list is exported as CSV and XLSX, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL });
    const page = await context.newPage();
    await signInAsEmail(page, "auditor@caja.example");
    // Orders that no other test makes or sees.
    const providerNit = String(randomInt(600_000_000, 699_999_999));
    for (let count = 0; count < 3; count += 1) await makeOrder({ providerNit });
    await page.goto(`${LIST}?estado=vigente&proveedor=${providerNit}`);
    await expect(page.getByRole("status")).toContainText("3 órdenes");
    const files: Record<string, Buffer> = {};
    for (const format of ["CSV", "XLSX"]) {
      await openDrawer(page, "Exportar");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: `Exportar ${format}` }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(
        new RegExp(`^ordenes-\\d{4}-\\d{2}-\\d{2}\\.${format.toLowerCase()}$`),
      );
      files[format] = readFileSync(await download.path());
    }
    const lines = files.CSV?.toString("utf8").trimEnd().split("\r\n") ?? [];
    expect(lines[0]).toMatch(/^\ufeffTIPODCTO;NRODCTO;TIPO_ID;NIT;NOMBRE;FECHA;VENCE;VALOR;/);
    expect(lines).toHaveLength(1 + 3);
    expect(files.XLSX?.subarray(0, 2).toString()).toBe("PK");
    await context.close();
  });
}

test("a provider cannot export orders, nor can a cross-site POST of a caja session", async ({ page }) => {
  await signInAsEmail(page, "duena@eltornillo.example");
  await page.goto("/consultar");
  const refused = await page.evaluate(async () => {
    const body = new FormData();
    body.set("formato", "csv");
    const answer = await fetch("/admin/ordenes/exportar", { method: "POST", body });
    return answer.url;
  });
  expect(refused).toContain("/sin-permiso");
  const foreign = await page.request.post("/admin/ordenes/exportar", {
    multipart: { formato: "csv" },
    headers: { origin: "https://otro.example" },
  });
  expect(foreign.status()).toBe(403);
});

test("the tabs of the list have their counts, and all orders of a page are ticked at once, with and without scripts", async ({
  browser,
  baseURL,
}) => {
  const providerNit = String(randomInt(600_000_000, 699_999_999));
  for (let count = 0; count < 3; count += 1) await makeOrder({ providerNit, issuedIn: -count });
  await makeOrder({ providerNit, state: "annulled" });
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ baseURL, javaScriptEnabled });
    const page = await context.newPage();
    await signInAsEmail(page, "funcionario@caja.example");
    await page.goto(`${LIST}?proveedor=${providerNit}`);
    const tabs = page.getByRole("navigation", { name: "Órdenes por estado" });
    await expect(tabs.getByRole("link")).toHaveText([
      ...["Todas", "Vigentes 3", "Usadas 0", "Vencidas 0", "Anuladas 1", "En revisión 0"],
    ]);
    await tabs.getByRole("link", { name: "Vigentes" }).click();
    await expect(page).toHaveURL(/estado=vigente/);
    await expect(tabs.getByRole("link", { name: "Vigentes" })).toHaveAttribute("aria-current", "page");
    await page.getByRole("link", { name: "Marcar también las que vinieron en un archivo" }).click();
    const boxes = page.getByRole("checkbox", { name: /^Marcar la orden/ });
    await expect(boxes).toHaveCount(3);
    // Without scripts axe cannot run.
    if (javaScriptEnabled) await expectAccessible(page);
    if (javaScriptEnabled) await page.getByRole("checkbox", { name: "Marcar las 3 de esta página" }).check();
    else await page.getByRole("link", { name: "Marcar las 3 de esta página" }).click();
    for (const box of await boxes.all()) await expect(box).toBeChecked();
    if (javaScriptEnabled) {
      await page.getByRole("checkbox", { name: "Marcar las 3 de esta página" }).uncheck();
      for (const box of await boxes.all()) await expect(box).not.toBeChecked();
    }
    await context.close();
  }
});
