import {
  answerRows,
  expectGreen,
  heading,
  lookUpOnPage,
  menuOf,
  openCounter,
} from "@/tests/support/counter-pages";
import { startCuttableProxy } from "@/tests/support/cuttable-proxy";
import { expect, test } from "@/tests/support/test";
import { endSessions, newTyper, signInAgain, typedForms } from "@/tests/support/typed-forms";

test.use({ viewport: { width: 390, height: 844 } });

const IDLE = "Cerramos la sesión porque pasó mucho tiempo sin usarse.";
const WAITS = "Lo que escribió no se perdió";

for (const [name, form] of Object.entries(typedForms)) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${name}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test("comes back as it was after a session that ended, and the door says why", async ({ page }) => {
        const { personId, email } = await newTyper(page, form.by);
        await form.open(page);
        await form.fill(page);
        await endSessions(personId);
        await page.getByRole("button", { name: form.send }).click();
        await expect(page).toHaveURL(/\/ingresar/);
        await expect(page.getByText(IDLE)).toBeVisible();
        await expect(page.getByText(WAITS)).toBeVisible();
        await expect(page.getByRole("link", { name: "Ingresar", exact: true })).toBeVisible();
        await expect(menuOf(page)).toHaveCount(0);
        expect(decodeURIComponent(page.url())).not.toMatch(/1042555318|Marta|CV-2026/);
        await signInAgain(page, email);
        await form.expectFilled(page);
      });

      test("is not shown to another person who signs in instead", async ({ page }) => {
        const first = await newTyper(page, form.by);
        await form.open(page);
        const { pathname } = new URL(page.url());
        await form.fill(page);
        await endSessions(first.personId);
        await page.getByRole("button", { name: form.send }).click();
        await expect(page).toHaveURL(/\/ingresar/);
        const second = await newTyper(page, form.by);
        await page.context().clearCookies({ name: "sesion" });
        await signInAgain(page, second.email);
        if (pathname.includes("/r/")) return; // Another provider's answer: not even its page opens.
        await form.open(page);
        await form.expectEmpty(page);
        const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage })).catch(() => "");
        await expect.poll(kept).not.toMatch(/1042555318|Marta|CV-2026/);
      });
    });
  }

  test(`${name} comes back as it was after a reload, another page and back, and a turned phone`, async ({
    page,
  }) => {
    await newTyper(page, form.by);
    await form.open(page);
    await form.fill(page);
    await page.reload();
    await form.expectFilled(page);
    await page.goto("/ayuda");
    await page.goBack();
    await form.expectFilled(page);
    await page.setViewportSize({ width: 844, height: 390 });
    await form.expectFilled(page);
    const other = await page.context().newPage();
    await other.goto("/ayuda");
    await other.close();
    await form.expectFilled(page);
  });

  test(`${name} comes back as it was after a sending that reached nobody`, async ({ browser }) => {
    const line = await startCuttableProxy(process.env.E2E_URL ?? "");
    const context = await browser.newContext({ baseURL: line.url });
    const page = await context.newPage();
    await newTyper(page, form.by);
    await form.open(page);
    await form.fill(page);
    await line.cut();
    await page.getByRole("button", { name: form.send }).click();
    if (!form.native)
      await expect(page.getByText("Sin internet. Lo que escribió no se pierde.")).toBeVisible();
    else await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
    await line.mend();
    if (form.native) await page.goBack();
    await form.expectFilled(page);
    await context.close();
  });
}

test("a form that came back without JavaScript is a page like any other: reload and back ask for nothing to be sent again", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await newTyper(page, "owner");
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill("1042555318");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  expect((await answered).status()).toBe(303);
  const wrong = page.getByText("Escriba el número de la orden. Está arriba a la derecha").first();
  await expect(wrong).toBeVisible();
  for (const again of [() => page.reload(), () => page.goto("/ayuda").then(() => page.goBack())]) {
    const shown = await again();
    expect(shown?.request().method() ?? "GET").toBe("GET");
    await expect(wrong).toBeVisible();
    await expect(page.getByLabel("Nit / Cédula")).toHaveValue("1042555318");
  }
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.startsWith("formulario1-"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/consultar" });
  expect(Buffer.from(cookie?.value ?? "", "base64url").toString("latin1")).not.toContain("1042555318");
  await page.getByLabel("Nro Documento").fill("0004521");
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await expect(page).toHaveURL(/\/r\//);
  await page.goto("/consultar");
  await expect(page.getByLabel("Nit / Cédula")).toHaveValue("");
});

for (const javaScriptEnabled of [true, false]) {
  test(`back in the registration shows what was filled, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await page.goto("/registro/autorizacion");
    for (const box of ["treatment", "terms"]) await page.locator(`input[name=${box}]`).check({ force: true });
    await page.getByRole("button", { name: "Continuar" }).click();
    const typed = {
      nit: "900373115",
      checkDigit: "3",
      legalName: "Tienda El Sol S.A.S.",
      municipality: "Barranquilla, Atlántico",
      address: "Calle 10 # 5-20",
      phone: "605 323 5000",
    };
    await expect(page).toHaveURL(/empresa/);
    for (const [name, text] of Object.entries(typed)) await page.locator(`input[name=${name}]`).fill(text);
    await page.getByRole("button", { name: "Continuar" }).click();
    await expect(page).toHaveURL(/persona/);
    await page.goBack();
    await expect(page).toHaveURL(/empresa/);
    await expect(page.locator("input[name=legalName]")).toHaveValue(typed.legalName);
    await expect(page.locator("input[name=address]")).toHaveValue(typed.address);
    await expect(page.locator("input[name=municipality]")).toHaveValue(typed.municipality);
  });
}

test("back after the receipt says that the use is registered", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await answerRows(page);
  await expectGreen(page);
  await page.getByRole("link", { name: "Registrar el uso" }).click();
  await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
  await expect(page).toHaveURL(/\/comprobantes\//);
  await page.goBack();
  await expect(heading(page)).toHaveText("Usted ya la registró");
  await expect(page.getByRole("button", { name: "Sí, registrar el uso" })).toHaveCount(0);
});

test("what was typed in the very moment that a page is left is kept", async ({ page }) => {
  await openCounter(page);
  await page.goto("/consultar", { waitUntil: "networkidle" });
  const field = page.getByLabel("Nit / Cédula");
  await Promise.all([
    page.waitForEvent("load"),
    field.evaluate((input: HTMLInputElement) => {
      Reflect.set(HTMLInputElement.prototype, "value", "1042555318", input);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      location.reload();
    }),
  ]);
  await expect(field).toHaveValue("1042555318");
});
