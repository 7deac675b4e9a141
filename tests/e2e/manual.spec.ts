import { demoAccounts } from "@/scripts/demo/accounts";
import { readPdf } from "@/tests/support/read-pdf";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

const shop = "caja@eltornillo.example";
const officer = demoAccounts[1].email;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a search of the manual shows the parts that say it, whatever accents were typed, with the words marked", async ({
      page,
    }) => {
      await page.goto("/ayuda");
      await page.getByLabel("Buscar en el instructivo").fill("ANULACION");
      await page.getByRole("button", { name: "Buscar", exact: true }).click();
      await expect(page).toHaveURL(/\/ayuda\?buscar=ANULACION$/);
      await expect(page.locator("mark").filter({ hasText: "anulación" }).first()).toBeVisible();
      await expect(page.getByRole("heading", { name: "Registrar el uso" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Creación de Usuario" })).toBeHidden();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: "Ver todo el instructivo" }).click();
      await expect(page.getByRole("heading", { name: "Creación de Usuario" })).toBeVisible();

      // The text has "invita" and "invite": another form of a word finds them.
      await page.goto("/ayuda?buscar=invitar");
      await expect(page.getByRole("heading", { name: "Equipo y puntos de pago" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Sin internet" })).toBeHidden();

      await page.goto("/ayuda?buscar=zzz");
      await expect(page.getByText("No está en el instructivo")).toBeVisible();
      await expect(page.getByRole("heading", { level: 2, name: "Hable con la entidad" })).toBeVisible();
    });
  });
}

test("the manual filters as one types and comes back whole when the field is emptied", async ({ page }) => {
  await page.goto("/ayuda");
  const field = page.getByLabel("Buscar en el instructivo");
  await expect(async () => {
    await field.fill("");
    await field.pressSequentially("camara de comercio");
    await expect(page.getByRole("status")).toHaveText("Está en 1 parte", { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("heading", { name: "Solicitud Aplicaciones" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sin internet" })).toBeHidden();
  await field.fill("invitar");
  await expect(page.getByRole("heading", { name: "Equipo y puntos de pago" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sin internet" })).toBeHidden();
  await field.fill("");
  await expect(page.getByRole("heading", { name: "Sin internet" })).toBeVisible();
});

test("the manual has its version, headings in order, pictures with texts, and links that lead to its parts", async ({
  page,
}) => {
  await page.goto("/ayuda");
  await expect(page.getByText(/^Versión \d/)).toBeVisible();
  const levels = await page
    .getByRole("main")
    .getByRole("heading")
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
  for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  for (const picture of await page.getByRole("main").locator("img").all()) {
    expect((await picture.getAttribute("alt"))?.length).toBeGreaterThan(10);
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  }
  const targets = await page
    .getByRole("main")
    .locator('a[href^="#"]')
    .evaluateAll(
      (links) =>
        links.filter((link) => !document.getElementById((link.getAttribute("href") ?? "").slice(1))).length,
    );
  expect(targets).toBe(0);
});

test("who is signed in keeps the navigation on the manual; the second part is the caja's people's", async ({
  page,
}) => {
  await page.goto("/ayuda/entidad");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Esta parte es para la entidad");
  await signInAsEmail(page, shop);
  await page.goto("/ayuda");
  await expect(page.locator('nav [href="/consultar"]').filter({ visible: true })).toBeVisible();
  await page.goto("/ayuda/entidad");
  await expect(page.getByText("Usted ingresó con el usuario de un comercio.")).toBeVisible();
  await page.context().clearCookies();
  await signInAsEmail(page, officer);
  await page.goto("/ayuda/entidad");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Instructivo Plataforma Hanna: para la entidad",
  );
  await expect(page.locator('nav [href="/admin/ordenes"]').filter({ visible: true })).toBeVisible();
  await expectAccessible(page);
});

test("the manual is one PDF with its pages, its contents and, for the caja's people, its second part", async ({
  page,
}) => {
  const first = await page.request.get("/ayuda/pdf");
  expect(first.headers()["content-type"]).toBe("application/pdf");
  const own = await readPdf(await first.body());
  const text = own.pages.map((sheet) => sheet.text).join("\n");
  expect(text).toContain("Instructivo Plataforma Hanna: Proveedores");
  expect(text).toContain("Qué quiere decir cada respuesta");
  expect(text).toContain(`Página ${own.pages.length}`);
  expect(text).not.toContain("Llaves del código");
  const again = await page.request.get("/ayuda/pdf", {
    headers: { "if-none-match": first.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  await signInAsEmail(page, officer);
  const both = await readPdf(await (await page.request.get("/ayuda/pdf")).body());
  expect(both.pages.length).toBeGreaterThan(own.pages.length);
  expect(both.pages.map((sheet) => sheet.text).join("\n")).toContain("Llaves del código");
});
