import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { demoCases } from "@/scripts/demo/cases";
import { openMenu } from "@/tests/support/counter-pages";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

const OWNER = "duena@eltornillo.example";
const CLERK = "caja@eltornillo.example";

async function lookUp(page: Page, number: string): Promise<void> {
  const example = demoCases[0];
  if (!example) throw new Error("no cases");
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill(example.idNumber);
  await page.getByLabel("Nro Documento").fill(number || example.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
}

/** Names a place with one counter; answers the place's name. */
async function namePlace(page: Page): Promise<string> {
  const branch = `Sede ${randomUUID().slice(0, 8)}`;
  await page.goto("/equipo");
  await page.getByLabel("Nombre del establecimiento").fill(branch);
  await page.getByRole("button", { name: "Agregar el establecimiento" }).click();
  await page.getByRole("link", { name: `Cambiar ${branch}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(branch);
  await page.getByLabel("Nombre del punto de pago").fill("Punto 2");
  await page.getByRole("button", { name: "Agregar el punto de pago" }).click();
  await expect(page.getByRole("heading", { name: "Punto 2" })).toBeVisible();
  return branch;
}

for (const javaScriptEnabled of [true, false]) {
  test(`a branch is named, a device selects its counter, and the history shows it, JavaScript ${
    javaScriptEnabled ? "on" : "off"
  }`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ javaScriptEnabled, baseURL });
    const page = await context.newPage();
    const inspect = async () => {
      if (javaScriptEnabled) await expectAccessible(page);
    };
    await signInAsEmail(page, OWNER);
    const branch = await namePlace(page);
    await inspect();
    await page.goto("/equipo");
    await page.getByRole("button", { name: "Agregar el establecimiento" }).click();
    await expect(page.getByText("Escriba el nombre").first()).toBeVisible();
    await inspect();

    await page.goto("/equipo/este-dispositivo");
    await page.getByLabel(`Punto 2 de ${branch}`).check();
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByRole("main").getByRole("status")).toHaveText(
      `Este dispositivo es Punto 2, de ${branch}.`,
    );
    await openMenu(page);
    await expect(page.getByRole("banner").getByRole("link", { name: new RegExp(branch) })).toBeVisible();
    await inspect();

    const missing = String(Math.floor(1e9 + Math.random() * 1e9));
    // Of a number that no order has a file has the end alone, since it may be an ID.
    const kept = `•••${missing.slice(-4)}`;
    await lookUp(page, "");
    await lookUp(page, missing);
    await page.goto("/consultar");
    await page.getByRole("link", { name: "Historial" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Historial");
    // Others of the demonstration's shop ask at the same time.
    const rows = page.locator("[data-history] > li").filter({ hasText: branch });
    await expect(rows.nth(0)).toContainText("No la encontramos");
    await expect(rows.nth(0)).toContainText(missing);
    await expect(rows.nth(0)).toContainText(`Punto 2, ${branch}`);
    await expect(rows.nth(1)).toContainText("Vigente");
    await expect(page.getByText(demoCases[0]?.idNumber ?? "")).toHaveCount(0);
    await inspect();

    await rows.nth(0).getByRole("link", { name: "Ver la respuesta" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No la encontramos");
    await expect(
      page.getByText(/^Consultó: .+, Punto 2, .+ · código [0-9A-Z]{4}-[0-9A-Z]{4}$/),
    ).toBeVisible();
    await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Constancia de consulta");
    await expect(page.getByText(`${branch}, Punto 2`)).toBeVisible();
    await page.goto("/historial");
    await rows
      .nth(0)
      .getByRole("link", { name: /^Constancia C-20/ })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Constancia de consulta");

    await page.goto(`/historial?numero=${missing}`);
    await expect(page.getByRole("main").getByRole("status")).toContainText("1 consulta, 0 usos, $0");
    await page.getByRole("link", { name: /Quitar Nro Documento/ }).click();
    await expect(page).toHaveURL(/\/historial$/);
    await page.goto("/historial?desde=2001-01-01&hasta=2001-01-02");
    await expect(page.getByRole("heading", { name: "Nada con esos filtros." })).toBeVisible();
    await inspect();

    await page.goto(`/historial?numero=${missing}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Exportar CSV" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`No la encontramos;ADELANTO POR SUBSIDIOS;${kept};`);
    expect(lines[1]).toContain(`;${branch};Punto 2`);

    await page.goto("/equipo");
    await page.getByRole("link", { name: `Cambiar ${branch}` }).click();
    await page.getByRole("link", { name: "Cerrar Punto 2" }).click();
    await expect(page).toHaveURL(/\/cerrar\//);
    await inspect();
    await page.getByRole("button", { name: "Sí, cerrar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(branch);
    await page.goto("/equipo/este-dispositivo");
    await expect(page.getByRole("banner").getByText(branch)).toHaveCount(0);
    await page.goto(`/historial?numero=${missing}`);
    await expect(page.locator("[data-history]")).toContainText(`Punto 2, ${branch}`);
    await context.close();
  });
}

test("a clerk reads the shop's history and selects its counter, and cannot export", async ({ page }) => {
  await signInAsEmail(page, CLERK);
  await lookUp(page, "");
  await page.goto("/historial");
  await expect(page.locator("[data-history]").first()).toContainText("Vigente");
  await expect(page.getByRole("button", { name: /Exportar/ })).toHaveCount(0);
  await openMenu(page);
  await expect(page.getByRole("link", { name: "Equipo", exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Este dispositivo:" }).click();
  await expect(page).toHaveURL(/\/equipo\/este-dispositivo/);
  const refused = await page.evaluate(async () => {
    const body = new FormData();
    body.set("formato", "csv");
    return (await fetch("/historial/exportar", { method: "POST", body })).url;
  });
  expect(refused).toContain("/sin-permiso");
});
