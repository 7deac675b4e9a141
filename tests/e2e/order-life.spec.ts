import type { Page } from "@playwright/test";
import { addDays, bogotaDay } from "@/model/calendar";
import { someDigits } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

const dayIn = (days: number) => addDays(bogotaDay(new Date()), days);
const reason = "Motivo de la prueba en el navegador";

/** Issues an order and opens it. */
async function issue(page: Page): Promise<void> {
  await page.goto("/admin/ordenes/nueva");
  await page.getByLabel("Número de identificación").fill(`10${someDigits(8)}`);
  await page.getByLabel("Nombre del afiliado").fill("Darío Meza Ospino");
  await page.getByLabel("Valor", { exact: true }).fill("95000");
  await page.getByLabel("Concepto").fill("Óptica");
  // Short of what its kind allows, so that there is room for an extension.
  await page.getByLabel("Último día (opcional)").fill(dayIn(5));
  await page.getByLabel("Sede", { exact: true }).fill("CAC Soledad");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForURL(/\/emitir$/);
  await page.getByRole("button", { name: "Emitir la orden" }).click();
  await page.waitForURL(/emitida=1/);
}

async function open(page: Page, link: string): Promise<void> {
  await page.getByRole("link", { name: link, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("la orden H");
  await expectAccessible(page);
}

test("an order is delivered, reviewed, extended and replaced, and its timeline shows each step", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAsEmail(page, "funcionario@caja.example");
  await issue(page);
  await open(page, "Entregar al afiliado");
  await page.getByRole("button", { name: "La entregué" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Entregada al afiliado" })).toBeVisible();

  await open(page, "Poner en revisión");
  await page.getByLabel("Motivo").fill(reason);
  await page.getByRole("button", { name: "Poner en revisión" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: reason })).toBeVisible();
  await open(page, "Terminar la revisión");
  await page.getByLabel("Motivo").fill(reason);
  await page.getByRole("button", { name: "Terminar la revisión" }).click();

  await open(page, "Prorrogar");
  await page.getByLabel("Nuevo último día").fill("2020-01-01");
  await page.getByLabel("Motivo").fill(reason);
  await page.getByRole("button", { name: "Prorrogar la orden" }).click();
  await expect(page.getByText("Las fechas no caben")).toBeVisible();
  await page.getByLabel("Nuevo último día").fill(dayIn(15));
  await page.getByRole("button", { name: "Prorrogar la orden" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Prorrogada" })).toBeVisible();

  const old = page.url().split("?")[0] ?? "";
  await open(page, "Reemplazar");
  await page.getByLabel("Motivo").fill(reason);
  await page.getByRole("button", { name: "Reemplazar la orden" }).click();
  await page.waitForURL((url) => !url.pathname.includes(old.split("/").at(-1) ?? ""));
  await expect(page.getByText(/Orden H\d{7} emitida\./)).toBeVisible();
  await page.getByRole("link", { name: "Ver la otra orden" }).click();
  await expect(page).toHaveURL(old);
  await expect(page.getByRole("heading", { name: "Qué puede hacer" })).toHaveCount(0);
  await expect(page.getByText("Reemplazada por")).toBeVisible();
  await expectAccessible(page);
});

test("an order is annulled with a reason; an auditor reads it and has no actions", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAsEmail(page, "funcionario@caja.example");
  await issue(page);
  const order = page.url().split("?")[0] ?? "";
  await open(page, "Anular");
  await page.getByRole("button", { name: "Anular la orden" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Elija la causa");
  await page.getByLabel("Causa").selectOption({ label: "El afiliado desistió" });
  await page.getByLabel("Motivo").fill(reason);
  await page.getByRole("button", { name: "Anular la orden" }).click();
  await expect(page).toHaveURL(order);
  await page.context().clearCookies();

  await signInAsEmail(page, "auditor@caja.example");
  await page.goto(order);
  await expect(page.getByRole("listitem").filter({ hasText: "El afiliado desistió" })).toContainText(
    "Jorge Páez",
  );
  await expect(page.getByRole("heading", { name: "Qué puede hacer" })).toHaveCount(0);
  await page.goto(`${order}/anular`);
  await expect(page).toHaveURL(/sin-permiso/);
  await page.goto("/admin/ordenes/nueva");
  await expect(page).toHaveURL(/sin-permiso/);
});
