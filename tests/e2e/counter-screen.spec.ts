import type { Locator, Page } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { lookUpOnPage, openCounter, openMenu } from "@/tests/support/counter-pages";
import { standingShare } from "@/tests/support/layout-checks";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { compared, confirmation, register } from "@/tests/support/use-order";

const idField = (page: Page) => page.getByLabel("Nit / Cédula");
const numberField = (page: Page) => page.getByLabel("Nro Documento");
const kindField = (page: Page) => page.getByLabel("Tipo Documento");
const button = (page: Page) => page.getByRole("button", { name: "CONSULTAR ORDEN" });
const scan = (page: Page) => page.getByRole("link", { name: "Escanear el código" });

/** Whether the whole element is within the view, and on top at its middle. */
const isInView = (locator: Locator) =>
  locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight + 0.5 && element.contains(hit);
  });

for (const [width, height, inView] of [
  [390, 844, [scan, idField, kindField, numberField, button]],
  [360, 640, [scan, idField, kindField, numberField, button]],
  [320, 568, [idField, button]],
] as const) {
  test(`at ${width} × ${height} the bar is one line and the counter needs no scrolling`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openCounter(page);
    await page.goto("/consultar");
    const bar = await page.getByRole("banner").evaluate((header) => header.getBoundingClientRect().height);
    expect(bar).toBeLessThanOrEqual(48);
    const ends = await button(page).evaluate((element) => element.getBoundingClientRect().bottom);
    console.log(`${width} × ${height}: bar ${bar} px, button ends at ${ends.toFixed(0)} px`);
    for (const part of inView) expect(await isInView(part(page)), String(part(page))).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test(`with a keypad open at ${width} px the field in hand and the button are in view`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openCounter(page);
    await page.goto("/consultar");
    for (const field of [idField, numberField]) {
      await field(page).click();
      // The keypad takes the rest of the screen from the page (interactiveWidget of app/layout.tsx).
      await page.setViewportSize({ width, height: 300 });
      await field(page).press("1");
      await expect.poll(() => isInView(field(page))).toBe(true);
      expect(await isInView(button(page))).toBe(true);
      await page.setViewportSize({ width, height });
    }
  });
}

test("the counter shows the day's uses with their sum and the last three answers", async ({ page }) => {
  const { till } = await openCounter(page);
  await page.goto("/consultar");
  await expect(page.getByRole("link", { name: "Hoy: todavía no hay usos" })).toBeVisible();
  await expect(page.getByText("Aquí verá sus últimas tres consultas de hoy.")).toBeVisible();
  await lookUpOnPage(page, await makeOrder());
  const annulled = await makeOrder({ state: "annulled" });
  await lookUpOnPage(page, annulled);
  const used = await makeOrder();
  await register(till, confirmation(await compared(till, used)));
  const missing = { ...used, number: "00999999999" };
  await lookUpOnPage(page, missing);
  await page.goto("/consultar");
  await expect(page.getByRole("link", { name: "Hoy: 1 uso, $480.000" })).toBeVisible();
  const rows = page.getByRole("region", { name: "Su día" }).getByRole("listitem");
  await expect(rows).toHaveText([
    new RegExp(`^${missing.number} No la encontramos`),
    new RegExp(`^${used.number} Usada aquí\\s*\\$480.000`),
    new RegExp(`^${annulled.number} Anulada`),
  ]);
  await expectAccessible(page);
  await rows.nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uso registrado");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 640 } });

    test("from the receipt one tap leads into the next order's first field", async ({ page }) => {
      const { till, order } = await openCounter(page);
      const receipt = await register(till, confirmation(await compared(till, order)));
      await page.goto(`/comprobantes/${receipt}`);
      expect(await standingShare(page), "the receipt's act").toBeLessThanOrEqual(0.15);
      await page.getByRole("link", { name: "Consultar otra" }).click();
      await expect(idField(page)).toBeFocused();
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });

    test("the menu has the person, this device, language, sound, the places and the way out", async ({
      page,
    }) => {
      const { till } = await openCounter(page);
      await page.goto("/consultar");
      const banner = page.getByRole("banner");
      await expect(banner.getByRole("button", { name: "Salir" })).toBeHidden();
      await openMenu(page);
      await expect(banner.getByText(till.actor.name).last()).toBeVisible();
      for (const name of ["Historial", "Aplicaciones", "Ayuda", "English", "Quitar sonido y vibración"])
        await expect(banner.getByRole("link", { name })).toBeVisible();
      await expect(banner.getByRole("link", { name: "Este dispositivo:" })).toBeVisible();
      await banner.getByRole("link", { name: "Historial" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Historial");
      await expect(banner.getByRole("button", { name: "Salir" })).toBeHidden();
      await openMenu(page);
      await banner.getByRole("button", { name: "Salir" }).click();
      await page.waitForURL(/\/ingresar(\?salida=1)?$/);
    });
  });
}

test("a device that is a point of payment opens at the counter after signing in: three taps to an answer", async ({
  page,
}) => {
  const { actor } = await makeTill();
  const password = "una frase larga para el mostrador";
  const [person] = await owner<{ email: string }[]>`
    update person set password_hash = ${await hashPassword(password)} where id = ${actor.personId} returning email`;
  const [branch] = await owner<{ id: string }[]>`
    insert into branch (provider_id, name) values (${actor.provider.id}, 'Sede Norte') returning id`;
  const [counter] = await owner<{ id: string }[]>`
    insert into counter (branch_id, name) values (${branch?.id ?? null}, 'Punto 2') returning id`;
  const order = await makeOrder();
  await page.goto("/ingresar");
  await page.context().addCookies([{ name: "caja", value: counter?.id ?? "", url: page.url() }]);
  await page.getByLabel("Correo electrónico").fill(person?.email ?? "");
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL("/consultar");
  await page.goto("/");
  await page.waitForURL("/consultar");
  await idField(page).click();
  await page.keyboard.type(order.idNumber);
  await numberField(page).click();
  await page.keyboard.type(order.number);
  await button(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
});

test("the menu closes on Escape and when something beside it is pressed", async ({ page }) => {
  await openCounter(page);
  await page.goto("/consultar");
  const menu = page.locator("details[data-menu]");
  for (const close of [
    () => page.keyboard.press("Escape"),
    () => page.getByRole("heading", { level: 1 }).click(),
  ]) {
    await openMenu(page);
    await expect(menu).toHaveAttribute("open");
    await close();
    await expect(menu).not.toHaveAttribute("open");
  }
});
