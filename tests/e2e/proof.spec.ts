import { answerRows, expectGreen, heading, lookUpOnPage, openCounter } from "@/tests/support/counter-pages";
import { readPdf } from "../support/read-pdf";
import { expect, expectAccessible, test } from "../support/test";

test.use({ viewport: { width: 390, height: 844 } });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an answer gives one proof, the same on repeat, and a public page of it", async ({ page }) => {
      const { order } = await openCounter(page);
      const id = await lookUpOnPage(page, order);
      await answerRows(page);
      await expectGreen(page);
      await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
      await expect(heading(page)).toHaveText("Constancia de consulta");
      await expect(page).toHaveTitle(/^Constancia de consulta C-20\d\d-\d{6}/);
      const constancia = page.getByRole("region", { name: "Constancia de consulta" });
      for (const text of [
        "La orden existe y está vigente",
        "$480.000",
        "Igual a la orden",
        "Cajera de prueba",
      ])
        await expect(constancia).toContainText(text);
      expect(await page.content()).not.toContain(order.idNumber);
      const first = page.url();
      await page.getByRole("link", { name: "Volver" }).click();
      await page.waitForURL(new RegExp(id));
      await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
      await expect(heading(page)).toHaveText("Constancia de consulta");
      await expect(page).toHaveURL(first);

      const link = page.getByRole("link", { name: /^C-20\d\d-\d{6,}-[0-9A-Z]{8}$/ });
      const path = new URL((await link.getAttribute("href")) ?? "").pathname;
      const printed = (await link.textContent()) ?? "";
      const place = await constancia.getByText("Compruebe este documento en").textContent();
      await page.context().clearCookies();
      // As somebody would who has only the paper: the address that it says, then its number.
      await page.goto(`http://${place?.split(" ").at(-1)}`);
      await page.getByLabel("Código o dirección completa").fill(printed.toLowerCase());
      await page.getByRole("button", { name: "Verificar" }).click();
      await expect(page).toHaveURL((address) => address.pathname === path);
      await expect(heading(page)).toHaveText(/expidió esta constancia$/);
      await page.goto("/c/");
      await expect(heading(page)).toHaveText("Verificar un código");
      await page.goto(path);
      await expect(page.getByText(`terminada en …${order.number.slice(-3)}`)).toBeVisible();
      const html = await page.content();
      for (const hidden of [order.number, order.idNumber, "Cajera de prueba", "480.000"])
        expect(html).not.toContain(hidden);
      await page.goto(path.replace(/.{8}$/, "00000000"));
      await expect(heading(page)).toHaveText("No conocemos esa constancia");
      await expect(page.locator("[data-signal]")).toHaveAttribute("data-signal", "warn");
    });

    test("a use has a printable receipt; after a reversal the public page says so", async ({ page }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await answerRows(page);
      await page.getByRole("link", { name: "Registrar el uso" }).click();
      await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
      await expect(heading(page)).toHaveText("Uso registrado");
      const receipt = page.url();
      await page.getByRole("button", { name: "Imprimir o compartir" }).click();
      await expect(heading(page)).toHaveText("Comprobante de uso");
      const href = await page
        .getByRole("link", { name: /^U-20\d\d-\d{6,}-[0-9A-Z]{8}$/ })
        .getAttribute("href");
      await page.goto(`${receipt}/anular`);
      await page.getByLabel("¿Qué pasó?").fill("Registré la orden de otra persona");
      await page.getByRole("button", { name: "Anular el uso" }).click();
      await expect(heading(page)).toHaveText("Uso anulado");
      await page.getByRole("button", { name: "Imprimir o compartir" }).click();
      await expect(heading(page)).toHaveText("Comprobante de anulación");
      await page.goto(new URL(href ?? "").pathname);
      await expect(heading(page)).toHaveText("Ese uso fue anulado");
    });
  });
}

test("a miss has a proof too; the proof and its public page are accessible in each paper size", async ({
  page,
}) => {
  await openCounter(page);
  await lookUpOnPage(page, { id: "", number: "0999999", idNumber: "1042555318" });
  await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
  await expect(page.getByText("No encontramos la orden")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "58 mm" }).click();
  await expect(page.getByRole("link", { name: "58 mm" })).toHaveAttribute("aria-current", "true");
  await expectAccessible(page);
  const href = await page.getByRole("link", { name: /^C-20/ }).getAttribute("href");
  await page.goto(new URL(href ?? "").pathname);
  await expectAccessible(page);
});

test("the PDF has the chosen paper size, and the printed page fits a receipt roll", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
  await page.getByRole("link", { name: "80 mm" }).click();
  await page.waitForURL(/papel=80/);
  const path = await page.getByRole("link", { name: "Descargar PDF" }).getAttribute("href");
  const answer = await page.request.get(path ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const file = await readPdf(await answer.body());
  expect(file.count).toBe(1);
  expect(Math.round((file.pages[0]?.width ?? 0) / (72 / 25.4))).toBe(80);

  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
  expect(Math.round((printed.pages[0]?.width ?? 0) / (72 / 25.4))).toBe(80);
  expect(printed.count).toBe(1);
  expect(printed.pages[0]?.text).toContain("C-20");
  expect(printed.pages[0]?.text).not.toContain("Descargar");
});

test("sharing a proof shares its public URL only", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: async (what: ShareData) => {
        document.body.dataset.shared = JSON.stringify(what);
      },
    });
  });
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
  await page.getByRole("button", { name: "Compartir" }).click();
  const shared = JSON.parse((await page.locator("body").getAttribute("data-shared")) ?? "{}");
  expect(Object.keys(shared).sort()).toEqual(["title", "url"]);
  expect(shared.url).toMatch(/\/c\/C-20\d\d-\d{6,}-[0-9A-Z]{8}$/);
});

test("another provider's proof is not found", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await page.getByRole("button", { name: "Pedir constancia de esta consulta" }).click();
  await expect(heading(page)).toHaveText("Constancia de consulta");
  const own = new URL(page.url()).pathname;
  await openCounter(page);
  for (const path of [own, `${own}/pdf`, `${own}/firma`])
    expect((await page.request.get(path)).status(), path).toBe(404);
});
