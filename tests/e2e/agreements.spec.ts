import { randomUUID } from "node:crypto";
import { nitCheckDigit } from "@/model/identity/nit";
import { makeTill, someDigits } from "@/tests/support/look-up-orders";
import { signInAs, signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

// In Bogotá, where the days are counted.
const dayIn = (days: number) =>
  new Date(Date.now() - 5 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

for (const javaScriptEnabled of [true, false]) {
  test(`a reviewer creates a convenio, finds it among those that end, and renews it, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
    baseURL,
  }) => {
    const viewport = { width: 1366, height: 768 };
    const context = await browser.newContext({ javaScriptEnabled, baseURL, viewport });
    const page = await context.newPage();
    await signInAsEmail(page, "revisor@caja.example");
    await page.goto("/admin/convenios/nuevo");
    const nit = `9${someDigits(8)}`;
    const number = `CV-${randomUUID().slice(0, 8).toUpperCase()}`;
    await page.getByLabel("Número del convenio").fill(number);
    await page.getByLabel("NIT", { exact: true }).fill(`${nit}-${(nitCheckDigit(nit) + 1) % 10}`);
    await page.getByLabel("Razón social").fill("Depósito La Prueba Ltda.");
    await page.getByLabel("Primer día").fill(dayIn(-5));
    await page.getByLabel("Último día").fill(dayIn(-9));
    await page.getByRole("button", { name: "Guardar el convenio" }).click();
    const alert = page.getByRole("alert").first();
    for (const fault of ["El dígito de verificación no es", "El último día es anterior", "Escriba el motivo"])
      await expect(alert).toContainText(fault);
    await page.getByLabel("NIT", { exact: true }).fill(`${nit}-${nitCheckDigit(nit)}`);
    await page.getByLabel("Último día").fill(dayIn(20));
    await page.getByLabel("Motivo").fill("Contrato firmado en la sede");
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole("button", { name: "Guardar el convenio" }).click();
    await expect(page.getByText("Quedó guardado.")).toBeVisible();
    await page.goto(`/admin/convenios?ver=30&q=${number}`);
    const row = page.locator("tbody tr").first();
    await expect(row).toContainText("Depósito La Prueba Ltda.");
    await expect(row).toContainText("20 días");
    const box = await row.boundingBox();
    expect((box?.y ?? 768) + (box?.height ?? 0)).toBeLessThan(500);
    if (javaScriptEnabled) await expectAccessible(page);
    await row.getByRole("link", { name: number }).click();
    await page.getByLabel("Último día").fill(dayIn(380));
    await page.getByLabel("Motivo").fill("Renovación por un año");
    await page.getByRole("button", { name: "Guardar el convenio" }).click();
    await expect(page.getByText("Quedó guardado.")).toBeVisible();
    await page.goto(`/admin/convenios?ver=30&q=${number}`);
    await expect(page.getByText("Ningún convenio.")).toBeVisible();
    await context.close();
  });
}

test("support reads a convenio and is offered no change", async ({ page }) => {
  await signInAsEmail(page, "atencion@caja.example");
  await page.goto("/admin/convenios");
  await expect(page.getByRole("link", { name: "Nuevo convenio" })).toHaveCount(0);
  await page.locator("tbody tr").first().locator("a[href^='/admin/convenios/']").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Convenio");
  await expect(page.getByRole("button", { name: "Guardar el convenio" })).toHaveCount(0);
  await expectAccessible(page);
});

test("launcher and counter say that the convenio has ended before anything is typed", async ({ page }) => {
  const till = await makeTill({ startsOn: "2025-01-01", endsOn: "2025-12-31" });
  await signInAs(page, till.actor.personId);
  await page.goto("/aplicaciones");
  await expect(page.getByText("El convenio de su empresa terminó el 31 de diciembre de 2025.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Acceder/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/consultar");
  await expect(page.getByRole("heading", { name: "Su convenio está en pausa" })).toBeVisible();
  await expect(page.getByText("El convenio de su empresa terminó el 31 de diciembre de 2025.")).toBeVisible();
  await expectAccessible(page);
});
