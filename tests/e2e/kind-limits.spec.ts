import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

async function draft(page: Page, order: { id: string; value: string; concept: string }): Promise<void> {
  await page.goto("/admin/ordenes/nueva");
  await page.getByLabel("Número de identificación").fill(order.id);
  await page.getByLabel("Nombre del afiliado").fill("Rosa Polo Díaz");
  await page.getByLabel("Tipo de orden", { exact: true }).selectOption({ label: "ADELANTO POR SUBSIDIOS" });
  await page.getByLabel("Valor", { exact: true }).fill(order.value);
  await page.getByLabel("Concepto").fill(order.concept);
  await page.getByLabel("Sede", { exact: true }).fill("CAC Prado");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForURL(/\/emitir$/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("a duplicate order names the earlier one and asks for a reason", async ({ page }) => {
      const order = {
        id: String(randomInt(1_100_000_000, 1_100_999_999)),
        value: "31.000",
        concept: "Útiles",
      };
      await signInAsEmail(page, "funcionario@caja.example");
      await draft(page, order);
      const first = page.url();
      // A second draft, checked before the first one is issued: its page knows nothing yet.
      await draft(page, order);
      const other = await page.context().newPage();
      await other.goto(first);
      await other.getByRole("button", { name: "Emitir la orden" }).click();
      const issued = other.getByRole("status").filter({ hasText: /Orden H\d{7} emitida/ });
      const [number = ""] = /H\d{7}/.exec((await issued.textContent()) ?? "") ?? [];

      await page.getByRole("button", { name: "Emitir la orden" }).click();
      await expect(
        page.getByRole("heading", { name: `El afiliado ya tiene la orden ${number}` }),
      ).toBeVisible();
      await page.getByLabel("¿Por qué emite otra?").fill("Corto");
      await page.getByRole("button", { name: "Emitir la orden" }).click();
      await expect(page.getByRole("alert").first()).toContainText("10 letras");
      await expect(page.getByLabel("¿Por qué emite otra?")).toHaveValue("Corto");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("¿Por qué emite otra?").fill("Tiene dos hijos en el colegio");
      await page.getByRole("button", { name: "Emitir la orden" }).click();
      await expect(page.getByText(/Orden H\d{7} emitida\./)).toBeVisible();
      await expect(page.getByText("Tiene dos hijos en el colegio")).toBeVisible();
    });
  });
}

test("a replacement above the approval limit waits for a second person, who approves it", async ({
  page,
}) => {
  const id = String(randomInt(1_100_000_000, 1_100_999_999));
  await signInAsEmail(page, "funcionario@caja.example");
  await draft(page, { id, value: "2.100.000", concept: `Obra ${id}` });
  const check = page.url();
  await page.getByRole("button", { name: "Pedir aprobación" }).click();
  // The second person opens it after the request is stored.
  await expect(page.getByText("Espera aprobación desde")).toBeVisible();
  await page.context().clearCookies();
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(check.replace(/emitir$/, "aprobar"));
  await page.getByRole("button", { name: "Aprobar y emitir" }).click();
  await page.waitForURL(/emitida=1/);
  const order = page.url().split("?")[0] ?? "";
  await page.goto(`${order}/reemplazar`);
  await page.getByLabel("Motivo").fill("El afiliado perdió el papel");
  await page.getByRole("button", { name: "Reemplazar la orden" }).click();
  await expect(page.getByText(/Espera a otra persona/)).toBeVisible();
  await page.getByRole("link", { name: "Ver el cambio pedido" }).click();
  await expect(page.getByRole("button", { name: "Aprobar el cambio" })).toHaveCount(0);
  await page.context().clearCookies();

  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto("/admin/ordenes");
  await page.goto(`${order}/cambio`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Aprobar el cambio" }).click();
  await expect(page.getByText("Reemplaza a")).toBeVisible();
});
