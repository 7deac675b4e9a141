import { demoCases } from "@/scripts/demo/cases";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, signIn, test } from "@/tests/support/test";

type Case = (typeof demoCases)[number];

async function ask(page: import("@playwright/test").Page, { idNumber, kindCode, number }: Case) {
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill(idNumber);
  await page.getByLabel("Tipo Documento").selectOption(kindCode);
  await page.getByLabel("Nro Documento").fill(number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/consultar\/r\//);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`at the counter ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 }, serviceWorkers: "allow" });

    test("the look-up form has the specified fields and texts", async ({ page }) => {
      const current = demoCases.find(({ outcome }) => outcome === "current");
      if (!current) throw new Error("no current order in the demonstration");
      await signIn(page, current.email);
      await page.goto("/consultar");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Consultar una orden");
      await expect(page.getByLabel("Nit / Cédula", { exact: true })).toBeVisible();
      await expect(page.getByLabel("Tipo Documento", { exact: true })).toHaveJSProperty("tagName", "SELECT");
      await expect(page.getByLabel("Tipo Documento", { exact: true }).getByRole("option").first()).toHaveText(
        "ADELANTO POR SUBSIDIOS",
      );
      await expect(page.getByLabel("Nro Documento", { exact: true })).toBeVisible();
      await expect(page.getByRole("heading", { name: "¡Información importante!" })).toBeVisible();
    });

    test("an empty form reports what is missing and keeps what was typed", async ({ page }) => {
      const [first] = demoCases;
      if (!first) throw new Error("no cases in the demonstration");
      await signInAsEmail(page, first.email);
      await page.goto("/consultar");
      await page.getByLabel("Nit / Cédula").fill("1042555318");
      await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
      await expect(
        page.getByText("Escriba el número de la orden. Está arriba a la derecha").first(),
      ).toBeVisible();
      await expect(page.getByLabel("Nit / Cédula")).toHaveValue("1042555318");
      if (javaScriptEnabled) await expect(page).toHaveTitle(/^Error: /);
    });

    for (const example of demoCases) {
      test(`${example.outcome}, ${example.kindCode} ${example.number}, looked up with ${example.idNumber}: ${example.heading}`, async ({
        page,
      }) => {
        await signInAsEmail(page, example.email);
        await ask(page, example);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(example.heading);
        // Nothing typed: an opaque id and no query. (A short number could occur in an id by chance.)
        expect(new URL(page.url()).pathname).toMatch(/^\/consultar\/r\/[0-9a-f-]{36}$/);
        expect(new URL(page.url()).search).toBe("");
        const panel = page.locator("[data-signal]");
        await expect(panel).not.toHaveAttribute("data-signal", "go");
      });
    }
  });
}

test("a found order is blue, shows every field, and asks to compare it with the paper", async ({ page }) => {
  const current = demoCases.find(({ outcome }) => outcome === "current");
  if (!current) throw new Error("no current order in the demonstration");
  await signInAsEmail(page, current.email);
  await ask(page, current);
  await expect(page.locator("[data-signal]")).toHaveAttribute("data-signal", "info");
  await expect(page.getByText("Ahora compárela con el papel.")).toBeVisible();
  await expect(page.getByText(current.valueShown ?? "", { exact: true })).toBeVisible();
  await expect(page.getByText(current.wordsShown ?? "", { exact: true })).toBeVisible();
});

test("a miss shows what was typed and the specified advice", async ({ page }) => {
  const missing = demoCases.find(({ outcome }) => outcome === "not_found");
  if (!missing) throw new Error("no missing order in the demonstration");
  await signInAsEmail(page, missing.email);
  await ask(page, missing);
  await expect(
    page.getByText(
      "comuníquese con nuestras oficinas, para confirmar la información de la orden recibida y presentada por el cliente",
    ),
  ).toBeVisible();
  await page.getByRole("link", { name: "Corregir los números" }).click();
  await expect(page.getByLabel("Nit / Cédula")).toHaveValue(missing.idNumber);
  await expect(page.getByLabel("Nro Documento")).toHaveValue(missing.number);
});
