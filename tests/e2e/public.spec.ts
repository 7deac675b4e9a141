import { menuOf } from "@/tests/support/counter-pages";
import { makeTill } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

const pages = [
  { path: "/", heading: "Confirme la orden antes de entregar" },
  { path: "/ayuda", heading: "Instructivo Plataforma Hanna: Proveedores" },
  { path: "/ayuda/entidad", heading: "Esta parte es para la entidad" },
  { path: "/accesibilidad", heading: "Accesibilidad" },
  { path: "/privacidad", heading: "Privacidad" },
  { path: "/habeas-data", heading: "Hábeas data" },
  { path: "/sin-permiso", heading: "Esta página no es para su usuario" },
  { path: "/no-hay-tal-pagina", heading: "No encontramos esta página" },
  { path: "/no-disponible", heading: "No pudimos abrir la página" },
];

for (const { path, heading } of pages) {
  test(`${path} is accessible in light and dark mode and fits 320 px`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expectAccessible(page);
  });
}

test("every public page has its own title and names the caja", async ({ page }) => {
  const titles = new Set<string>();
  for (const { path } of pages) {
    await page.goto(path);
    const title = await page.title();
    expect(title).toContain("Proveedores de ");
    titles.add(title);
  }
  expect(titles.size).toBe(pages.length);
});

test("the first tab stop skips to the content", async ({ page }) => {
  await page.goto("/ayuda");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Saltar al contenido" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenido")).toBeFocused();
});

test("the caja's phone is in the same place on every page", async ({ page }) => {
  for (const path of ["/", "/ayuda", "/privacidad", "/no-hay-tal-pagina"]) {
    await page.goto(path);
    await expect(page.locator("main + aside").getByRole("link")).toHaveAttribute("href", /^tel:\d+$/);
  }
});

test("only public pages can be indexed by search engines", async ({ page }) => {
  await page.goto("/ayuda");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "index, follow");
  await page.goto("/sin-permiso");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("changing the language stays on the page", async ({ page }) => {
    await page.goto("/ayuda");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/\/ayuda$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("link", { name: "Español" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Instructivo Plataforma Hanna: Proveedores",
    );
  });
});

test("changing the language stays on the page that was reached by a link of the frame", async ({ page }) => {
  await signInAs(page, (await makeTill()).actor.personId);
  await page.goto("/consultar");
  const follow = async (name: string) => {
    const link = page.getByRole("link", { name });
    if (!(await link.isVisible())) await menuOf(page).click();
    await link.click();
  };
  await follow("Historial");
  await expect(page).toHaveURL(/\/historial/);
  await follow("English");
  await expect(page).toHaveURL(/\/historial/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a return URL to another site is not followed", async ({ request }) => {
  for (const away of ["//example.com", "https://example.com/", "/\\example.com", "javascript:alert(1)"]) {
    const answer = await request.get("/idioma", { params: { a: "en", volver: away }, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe("/");
    const page = await request.get("/no-disponible", { params: { volver: away } });
    expect(await page.text()).toContain('class="button" href="/"');
  }
});

test("the database-down page answers 503 with Retry-After", async ({ request }) => {
  const answer = await request.get("/no-disponible", { params: { volver: "/consultar" } });
  expect(answer.status()).toBe(503);
  expect(answer.headers()["retry-after"]).toBe("5");
  const html = await answer.text();
  expect(html).toContain("El problema es nuestro. La orden no cambió.");
  expect(html).toContain('href="/consultar"');
  expect(html).not.toContain("<script");
});
