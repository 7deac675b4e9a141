import { lookupLimits } from "@/domain/lookup/budget";
import { openMenu } from "@/tests/support/counter-pages";
import { makeOrder, makeTill, owner, spendBudget } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, signIn, test } from "@/tests/support/test";

type Page = import("@playwright/test").Page;

async function ask(page: Page, order: { idNumber: string; number: string }): Promise<void> {
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill(order.idNumber);
  await page.getByLabel("Nro Documento").fill(order.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
}

test("an ended convenio answers paused, with the caja's phone", async ({ page }) => {
  const till = await makeTill({ endsOn: "2021-01-01" });
  await signInAs(page, till.actor.personId);
  await ask(page, await makeOrder());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Su convenio está en pausa");
  await expect(
    page.getByText("Comuníquese con Caja de Compensación Demo: 605 000 0000").first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test("too many misses are rate limited, also for a real order, and the page says until when", async ({
  page,
}) => {
  const till = await makeTill();
  const { personDay } = lookupLimits;
  await spendBudget(personDay.scope, till.actor.personId, personDay.seconds, personDay.limit);
  await signInAs(page, till.actor.personId);
  await ask(page, await makeOrder());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Espere /);
  await expect(page.getByText("Puede volver a consultar mañana a las 12:00 a. m.")).toBeVisible();
  await expectAccessible(page);
});

test("a suspension takes effect on the next request, shows its reason, and ends with the reactivation", async ({
  page,
  browser,
}) => {
  const till = await makeTill();
  await owner`update provider set legal_name = ${`Comercio ${till.actor.provider.nit}`} where id = ${till.actor.provider.id}`;
  const order = await makeOrder();
  await signInAs(page, till.actor.personId);
  await ask(page, order);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, "administrador@caja.example");
  await desk.goto(`/admin/proveedores/${till.actor.provider.id}`);
  await desk.getByRole("link", { name: "Suspender" }).click();
  const show = desk.getByRole("button", { name: "Ver cómo lo leerán" });
  await show.click();
  await expect(desk.getByText("Escriba el motivo, con 10 letras o más.").first()).toBeVisible();
  await desk.getByLabel("Motivo").fill("Entregó con una orden que ya estaba usada.");
  await show.click();
  await expect(desk.getByText("Motivo: Entregó con una orden que ya estaba usada.").first()).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Suspender y avisar" }).click();
  await expect(desk.getByText(/^Suspendido desde el/)).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Su convenio está en pausa");
  await page.goto("/aplicaciones");
  await expect(page.getByText("Entregó con una orden que ya estaba usada.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Acceder/ })).toHaveCount(0);
  await expectAccessible(page);

  await desk.getByRole("link", { name: "Levantar la suspensión" }).click();
  await desk.getByLabel("Motivo").fill("Ya aclaró lo que pasó con la orden.");
  await desk.getByRole("button", { name: "Levantar la suspensión" }).click();
  await expect(desk.getByRole("link", { name: "Suspender" })).toBeVisible();
  await ask(page, order);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
});

test("signing out takes effect on the next request, also for a copied cookie", async ({ page, browser }) => {
  await signIn(page, "caja@eltornillo.example");
  const copy = await browser.newContext();
  await copy.addCookies(await page.context().cookies());
  const other = await copy.newPage();
  await other.goto("/consultar");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Consultar una orden");
  await openMenu(page);
  await page.getByRole("button", { name: "Salir" }).click();
  await expect(page).toHaveURL(/ingresar|\/$/);
  await other.goto("/consultar");
  await expect(other).toHaveURL(/ingresar/);
});
