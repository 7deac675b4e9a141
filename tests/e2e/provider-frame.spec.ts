import { openMenu } from "@/tests/support/counter-pages";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

const OWNER = "duena@eltornillo.example";

for (const path of [
  "/ayuda",
  "/verificar",
  "/sin-conexion",
  "/accesibilidad",
  "/privacidad",
  "/no-hay-tal",
]) {
  test(`${path} is no dead end for who is signed in, on a phone and on a desk`, async ({ page }) => {
    await signInAsEmail(page, OWNER);
    for (const viewport of [
      { width: 360, height: 640 },
      { width: 1366, height: 768 },
    ]) {
      await page.setViewportSize(viewport);
      await page.goto(path);
      const places = page.getByRole("navigation", { name: "Menú de su empresa" });
      if (viewport.width < 600) {
        await expect(places).toBeHidden();
        await openMenu(page);
        await expect(page.getByRole("banner").getByRole("link", { name: "Consultar" })).toBeVisible();
      } else {
        await expect(places.getByRole("link", { name: "Consultar" })).toBeVisible();
      }
    }
  });
}

test("the history leads to the statement above its rows, and asks for the size of its pages below", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await signInAsEmail(page, OWNER);
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill("1042555318");
  await page.getByLabel("Nro Documento").fill("0004521");
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
  await page.goto("/historial");
  const top = async (locator: ReturnType<typeof page.locator>) => (await locator.boundingBox())?.y ?? -1;
  const rows = page.locator("[data-history] > li");
  const first = await top(rows.first());
  expect(await top(page.getByRole("link", { name: "Relación para facturar" }))).toBeLessThan(first);
  expect(await top(page.getByRole("navigation", { name: "Filas por página" }))).toBeGreaterThan(
    await top(rows.last()),
  );
});

const ofEverybody = ["/", "/ingresar", "/verificar", "/privacidad"];
const ofProvider = [
  "/consultar",
  "/historial",
  "/historial/relacion",
  "/aplicaciones",
  "/equipo",
  "/novedades",
];

for (const [who, paths] of [
  [null, ofEverybody],
  [OWNER, ofProvider],
] as const) {
  test(`links and buttons outside of sentences are 44 px high for ${who ?? "everybody"}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    if (who) await signInAsEmail(page, who);
    for (const path of paths) {
      await page.goto(path);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("a[href], button, summary, select")].flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          const words = [...(element.parentElement?.childNodes ?? [])].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          );
          const isOfSentence = getComputedStyle(element).display === "inline" && words;
          const isSeen = element.checkVisibility({ visibilityProperty: true }) && width > 1;
          return isSeen && !isOfSentence && height < 44 ? [element.textContent] : [];
        }),
      );
      expect(small, path).toEqual([]);
    }
  });
}
