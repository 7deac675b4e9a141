import { textBesideIds } from "@/tests/support/bare-page";
import {
  answerOtherRows,
  answerRows,
  expectGreen,
  heading,
  lookUpByTypedValue,
  lookUpOnPage,
  openCounter,
  signal,
} from "@/tests/support/counter-pages";
import { owner } from "@/tests/support/look-up-orders";
import { backdate } from "@/tests/support/use-order";
import { expect, expectAccessible, test } from "../support/test";

test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: "no-preference" } });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an order is found, compared, green, used in two taps, and the use is undone", async ({ page }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await expect(heading(page)).toHaveText("Encontramos la orden");
      await expect(page).toHaveTitle(new RegExp(`^Encontramos la orden ${order.number}: falta comparar`));
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await answerRows(page);
      await expectGreen(page);
      await expect(page.getByText("Todavía no está registrada.")).toBeVisible();

      await page.getByRole("link", { name: "Registrar el uso" }).click();
      await expect(heading(page)).toHaveText("Va a registrar este uso");
      await page.getByLabel("Factura No. (opcional)").fill("FE-2041");
      await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
      await expect(heading(page)).toHaveText("Uso registrado");
      await expect(page).toHaveTitle(/^Uso registrado: comprobante U-20\d\d-\d{6}/);
      await expect(page.getByText("FE-2041")).toBeVisible();

      await page.getByRole("link", { name: "Me equivoqué" }).click();
      await page.getByLabel("¿Qué pasó?").fill("Registré la orden de otra persona");
      await page.getByRole("button", { name: "Anular el uso" }).click();
      await expect(heading(page)).toHaveText("Uso anulado");
      await expect(page.getByText("Anulado", { exact: true })).toBeVisible();
    });

    test("every row must be answered, and answers are kept after an error", async ({ page }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await page.getByRole("group", { name: "El valor" }).getByText("Igual").click();
      await expect(page.getByRole("button", { name: /^(Todo está igual|Hay algo distinto)/ })).toHaveCount(0);
      // A key sends the form before its button is there.
      await page.getByRole("group", { name: "El valor" }).getByLabel("Igual").press("Enter");
      const missing = page.getByRole("group", { name: "El número" }).getByText("Responda si el número");
      await expect(missing).toBeVisible();
      await expect(page.getByRole("group", { name: "El valor" }).getByLabel("Igual")).toBeChecked();
      await expect(signal(page)).toHaveAttribute("data-signal", "info");
    });

    test("a differing row stops the use and shows the phone", async ({ page }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await answerRows(page, ["El nombre y la cédula"]);
      await expect(heading(page)).toHaveText("El papel dice otra cosa");
      await expect(signal(page)).toHaveAttribute("data-signal", "stop");
      await expect(page.getByRole("link", { name: "Registrar el uso" })).toHaveCount(0);
      await expect(page.locator("[data-variant=primary]")).toHaveCount(0);
    });

    test("a typed value is not on the page before; two wrong ones stop and show both values", async ({
      page,
    }) => {
      const { till, order } = await openCounter(page);
      await lookUpByTypedValue(page, order, till.actor.personId);
      expect(textBesideIds(await page.content())).not.toMatch(/480[.\s]?000|480000|cuatrocientos ochenta/);
      await answerOtherRows(page);
      await page.getByLabel("¿Cuánto dice el papel?").fill("680.000");
      await page.getByRole("button", { name: "Comparar" }).click();
      await expect(
        page.getByText("Mire otra vez el papel y escríbalo de nuevo: le queda un intento."),
      ).toBeVisible();
      expect(textBesideIds(await page.content())).not.toMatch(/480[.\s]?000|480000|cuatrocientos ochenta/);
      await expect(page.getByRole("radio", { name: "Igual", checked: true })).toHaveCount(2);
      await page.getByLabel("¿Cuánto dice el papel?").fill("$680.000,00");
      await page.getByRole("button", { name: "Comparar" }).click();
      await expect(heading(page)).toHaveText("El papel dice otra cosa");
      await expect(page.locator("dl").filter({ hasText: "El papel dice" })).toContainText(
        "El papel dice$680.000",
      );
      await expect(page.locator("dl").filter({ hasText: "El papel dice" })).toContainText(
        "La entidad registró$480.000",
      );
    });

    test("a value typed as on the paper turns green", async ({ page }) => {
      const { till, order } = await openCounter(page);
      await lookUpByTypedValue(page, order, till.actor.personId);
      await page.getByLabel("¿Cuánto dice el papel?").fill("$480.000,00");
      await answerOtherRows(page);
      await page.getByRole("button", { name: "Comparar" }).click();
      await expectGreen(page);
      await expect(page.getByText("El valor coincide")).toBeVisible();
    });

    test("a paper that cannot be read stays blue and is used by the caja only", async ({ page }) => {
      const { till, order } = await openCounter(page);
      await lookUpByTypedValue(page, order, till.actor.personId);
      await page.getByRole("link", { name: "No puedo leer el papel" }).click();
      await page.getByLabel("El papel está roto, mojado o borroso").check();
      await page.getByRole("button", { name: "Mostrar la orden" }).click();
      await expect(heading(page)).toHaveText("Orden registrada");
      await expect(page.getByText("Usted no la comparó.")).toBeVisible();
      await expect(page.getByText("$480.000", { exact: true })).toBeVisible();
      await expect(signal(page)).toHaveAttribute("data-signal", "info");
      await expect(page.getByRole("link", { name: "Registrar el uso" })).toHaveCount(0);
    });

    test("an expired green is blue, with its hour and a way to look up again", async ({ page }) => {
      const { order } = await openCounter(page);
      const id = await lookUpOnPage(page, order);
      await answerRows(page);
      await expectGreen(page);
      await backdate(id, 3);
      await page.reload();
      await expect(heading(page)).toHaveText(/^Consulta de las? \d{1,2}:\d\d\s[ap]\.\sm\.$/);
      await expect(signal(page)).toHaveAttribute("data-signal", "info");
      await page.getByRole("link", { name: "Consultar de nuevo" }).click();
      await expect(page.getByLabel("Nro Documento")).toHaveValue(order.number);
    });

    test("the back button after a use asks the server and shows no green", async ({ page }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await answerRows(page);
      await page.getByRole("link", { name: "Registrar el uso" }).click();
      await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
      await expect(heading(page)).toHaveText("Uso registrado");
      await page.goBack();
      await expect(heading(page)).toHaveText("Usted ya la registró");
      await page.goBack();
      await page.getByRole("link", { name: "Ver comprobante" }).click();
      await expect(heading(page)).toHaveText("Uso registrado");
    });
  });
}

/** The console has the error of the lost response and nothing else. */
function ignoreLostRequests(noise: string[]): void {
  expect(noise.splice(0)).toEqual([expect.stringContaining("Failed to fetch")]);
}

test("the answer page is not cacheable", async ({ page }) => {
  const { order } = await openCounter(page);
  const id = await lookUpOnPage(page, order);
  const response = await page.goto(`/consultar/r/${id}`);
  expect(response?.headers()["cache-control"]).toContain("no-store");
});

test("green fades after three minutes without a request", async ({ page }) => {
  const { order } = await openCounter(page);
  await page.clock.install();
  await lookUpOnPage(page, order);
  await answerRows(page);
  await expectGreen(page);
  await page.context().setOffline(true);
  await page.clock.runFor("02:00");
  await expectGreen(page);
  await page.clock.runFor("01:02");
  await expect(heading(page)).toHaveText(/^Consulta de las?/);
  await expect(signal(page)).toHaveAttribute("data-signal", "info");
  await expect(page).toHaveTitle(/^Consulta de las?/);
});

test("the seal's animation and the clock can be stopped", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await answerRows(page);
  await expectGreen(page);
  const turning = () =>
    page.locator("[data-signal=go] > span").evaluate((seal) => {
      const style = getComputedStyle(seal);
      return { seconds: Number.parseFloat(style.animationDuration), state: style.animationPlayState };
    });
  expect(await turning()).toEqual({ seconds: 60, state: "running" });
  const clock = page.locator("[data-clock]");
  const first = await clock.textContent();
  await expect(clock).not.toHaveText(first ?? "");
  await page.getByLabel("Detener movimiento").check();
  expect((await turning()).state).toBe("paused");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect((await turning()).seconds).toBe(0);
});

test("a double tap on the confirmation registers one use", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await answerRows(page);
  await page.getByRole("link", { name: "Registrar el uso" }).click();
  await page.getByRole("button", { name: "Sí, registrar el uso" }).dblclick();
  await expect(heading(page)).toHaveText("Uso registrado");
  expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(1);
});

test("a lost answer leads to the result of the use, and nothing is sent twice", async ({ page, noise }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await answerRows(page);
  await page.getByRole("link", { name: "Registrar el uso" }).click();
  await expect(heading(page)).toHaveText("Va a registrar este uso");
  let posts = 0;
  await page.route(/\/usar/, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    posts += 1;
    await route.fetch(); // it arrives, and its answer does not come back
    await route.abort();
  });
  await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
  await expect(page.getByText("No supimos si el uso quedó registrado")).toBeVisible();
  ignoreLostRequests(noise);
  await page.getByRole("link", { name: "Ver qué pasó" }).click();
  await expect(heading(page)).toHaveText("Uso registrado");
  expect(posts).toBe(1);
  expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(1);
});

test("a use that never reached the server can be retried with another idempotency key", async ({
  page,
  noise,
}) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await answerRows(page);
  await page.getByRole("link", { name: "Registrar el uso" }).click();
  const key = await page.locator("input[name=key]").inputValue();
  await page.waitForLoadState("networkidle");
  await page.route(/\/usar/, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
  await page.getByRole("link", { name: "Ver qué pasó" }).click();
  await expect(heading(page)).toHaveText("El uso no quedó registrado");
  ignoreLostRequests(noise);
  await expectAccessible(page);
  await page.unrouteAll();
  await page.getByRole("link", { name: "Volver a la confirmación" }).click();
  await expect(page.locator("input[name=key]")).not.toHaveValue(key);
  await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
  await expect(heading(page)).toHaveText("Uso registrado");
  expect(await owner`select from order_use where order_id = ${order.id} and key <> ${key}`).toHaveLength(1);
});
