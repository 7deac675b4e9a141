import type { Page } from "@playwright/test";
import { codeUrl } from "@/domain/order-code/code";
import { choosePicture } from "@/tests/support/code-picture";
import { heading } from "@/tests/support/counter-pages";
import { owner } from "@/tests/support/look-up-orders";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { expect, test } from "@/tests/support/test";

test.use({ serviceWorkers: "allow" });

const verdict = (page: Page) => page.locator("[data-outcome]");
const waiting = (page: Page) => page.getByRole("listitem").filter({ hasText: /^Código leído hoy/ });

/** What the service worker says of when it last kept everything, and in which language. */
const keptMark = (page: Page) =>
  page.evaluate(async () => (await caches.match("/sin-conexion/guardada"))?.text() ?? "");
const momentOf = (mark: string) => Number(mark.split(" ")[1]);

test("without a session the kept list still stops a dead code, and the page says that no question is kept", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const [used, good] = [await makePrintedOrder({ state: "used" }), await makePrintedOrder()];
  await openOfflineReady(page);
  await context.clearCookies();
  await page.goto("/sin-conexion");
  await expect(page.getByText("Ya hay internet.")).toBeVisible();
  await choosePicture(page, codeUrl(line.url, used.code));
  await expect(verdict(page)).toHaveAttribute("data-outcome", "dead");
  await page.getByRole("button", { name: "Leer otro código" }).click();
  await choosePicture(page, codeUrl(line.url, good.code));
  await expect(verdict(page)).toHaveAttribute("data-outcome", "unconfirmed");
  await expect(
    page.getByText("La pregunta no quedó guardada: en este dispositivo no hay una sesión abierta.", {
      exact: false,
    }),
  ).toBeVisible();
  await expect(waiting(page)).toHaveCount(0);
  await context.close();
});

test("while the server fails to say who is signed in, a code is kept for who signed in last", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const order = await makePrintedOrder();
  await openOfflineReady(page);
  const failing = ["**/consultar/pendientes", "**/consultar/pendientes/llave"];
  for (const address of failing) await context.route(address, (route) => route.fulfill({ status: 503 }));
  await page.goto("/sin-conexion");
  await choosePicture(page, codeUrl(line.url, order.code));
  await expect(waiting(page)).toHaveCount(1);
  await expect(
    page.getByText("La pregunta quedó guardada en este dispositivo.", { exact: false }),
  ).toBeVisible();
  for (const address of failing) await context.unroute(address);
  await page.goto("/consultar");
  await expect(page.locator("[data-late=current]")).toHaveCount(1);
  await context.close();
});

test("a code that waits out a pause of the rate limit stays on the device, and is answered after it", async ({
  browser,
}) => {
  const { line, context, page, till } = await makeCuttablePhone(browser);
  const order = await makePrintedOrder();
  await openOfflineReady(page);
  await line.cut();
  await page.goto("/consultar");
  await choosePicture(page, codeUrl(line.url, order.code));
  await expect(waiting(page)).toHaveCount(1);
  const { personId } = till.actor;
  await owner`insert into budget_counter (scope, key, window_start, spent, paused_until)
    values ('lookup.person.day', ${personId}, now(), 10, now() + interval '5 minutes')`;
  const refused = page.waitForResponse((each) => each.url().endsWith("/consultar/pendientes"));
  await line.mend();
  const answer = await refused;
  expect([answer.status(), answer.headers()["retry-after"]]).toEqual([429, "60"]);
  await page.goto("/consultar");
  await expect(page.getByText("Todavía no pudimos preguntar por los códigos guardados.")).toBeVisible();
  await owner`delete from budget_counter where scope = 'lookup.person.day' and key = ${personId}`;
  await page.reload();
  await expect(page.locator("[data-late=current]")).toHaveCount(1);
  await context.close();
});

test("keys and lists are fetched anew after an hour on a page that stays open, and when the clock ran ahead", async ({
  browser,
}) => {
  const { context, page } = await makeCuttablePhone(browser);
  await page.clock.install();
  await openOfflineReady(page);
  await expect.poll(() => keptMark(page)).toMatch(/^es-CO \d+$/);
  const first = momentOf(await keptMark(page));
  await page.keyboard.press("Shift");
  await page.clock.runFor("01:02:00");
  await expect.poll(async () => momentOf(await keptMark(page))).toBeGreaterThan(first);

  const ahead = Date.now() + 30 * 24 * 3_600_000;
  await page.evaluate(async (moment) => {
    const trust = await caches.open("confianza-1");
    await trust.put("/sin-conexion/guardada", new Response(`es-CO ${moment}`));
  }, ahead);
  const fresh = await context.newPage();
  await fresh.goto("/consultar");
  await expect.poll(async () => momentOf(await keptMark(fresh))).toBeLessThan(ahead);
  await context.close();
});

test("the page without internet is kept in the language that the person chose, and anew after another choice", async ({
  browser,
}) => {
  const { line, context, page, till } = await makeCuttablePhone(browser);
  const choose = (value: string) => context.addCookies([{ name: "idioma", value, url: line.url }]);
  await choose("en");
  await openOfflineReady(page);
  await expect.poll(() => keptMark(page)).toMatch(/^en /);
  await line.cut();
  await page.goto("/consultar");
  await expect(heading(page)).toHaveText("No internet");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await page.content()).not.toContain(till.actor.name);

  await line.mend();
  await choose("es-CO");
  await page.goto("/consultar");
  await expect.poll(() => keptMark(page)).toMatch(/^es-CO /);
  await line.cut();
  await page.goto("/consultar");
  await expect(heading(page)).toHaveText("Sin internet");
  await context.close();
});
