import type { Browser, Page } from "@playwright/test";
import { codeUrl } from "@/domain/order-code/code";
import { storedInBrowser, storedKeys } from "@/tests/support/browser-storage";
import { choosePicture } from "@/tests/support/code-picture";
import { heading, lookUpOnPage } from "@/tests/support/counter-pages";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

const OTHERS =
  "En este dispositivo hay códigos leídos sin internet que esperan a quien los leyó, en el comercio en que los leyó.";
const KEY_OF_ENTRIES = "**/consultar/pendientes/llave";
const WAITING = /^Código leído hoy/;

const waiting = (page: Page) => page.getByRole("listitem").filter({ hasText: WAITING });
const answers = (page: Page) => page.locator("[data-late]");

/** A device on which somebody who is signed in reads one code without internet. */
async function deviceWithOneCode(browser: Browser) {
  const { line, context, page, till } = await makeCuttablePhone(browser);
  const reader = till.actor;
  await openOfflineReady(page);
  const order = await makePrintedOrder();
  await line.cut();
  await page.goto("/consultar");
  await choosePicture(page, codeUrl(line.url, order.code));
  await expect(page.locator("[data-outcome]")).toHaveAttribute("data-outcome", "unconfirmed");
  await expect(waiting(page)).toHaveCount(1);
  return { line, context, page, reader, order };
}

const askedBy = async (code: Buffer) => {
  const rows = await owner<{ person_id: string }[]>`
    select person_id from lookup where code_id = ${code.subarray(4, 12)}`;
  return rows.map(({ person_id }) => person_id);
};

test("what waits is asked on the page without internet itself once the connection returns", async ({
  browser,
}) => {
  const { line, context, page, reader, order } = await deviceWithOneCode(browser);
  await expect(page.locator("[data-outcome] h2")).toBeFocused();
  const again = page.getByRole("button", { name: "Leer otro código" });
  await again.focus();
  await line.mend();
  await expect(answers(page)).toHaveCount(1, { timeout: 60_000 });
  // What changes on the page does not take the keyboard back to the verdict.
  await expect(again).toBeFocused();
  await expect(waiting(page)).toHaveCount(0);
  await expect(page.getByText("La pregunta quedó guardada", { exact: false })).toHaveCount(0);
  expect(await askedBy(order.code)).toEqual([reader.personId]);
  await context.close();
});

test("a code read without internet is asked in its reader's name alone; another person sees that something waits, not what", async ({
  browser,
}) => {
  const { line, context, page, reader, order } = await deviceWithOneCode(browser);
  const other = (await makeTill()).actor;
  await signInAs(page, other.personId);
  await line.mend();
  await page.goto("/consultar");
  await expect(page.getByText(OTHERS)).toBeVisible();
  await expect(answers(page)).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/sin-conexion");
  await expect(page.getByText(OTHERS)).toBeVisible();
  await expect(waiting(page)).toHaveCount(0);
  expect(await askedBy(order.code)).toEqual([]);

  // Not even by a request of one's own making.
  const status = await page.evaluate(async (code) => {
    const body = new URLSearchParams({
      id: crypto.randomUUID(),
      code,
      channel: "scan",
      owner: "AAAAAAAAAAAAAAAA",
    });
    return (await fetch("/consultar/pendientes", { method: "POST", body })).status;
  }, "A".repeat(40));
  expect(status).toBe(409);

  // Who has not come back for a month is not expected any more, but finds what they read.
  const inDays = async (days: number) => {
    await page.clock.setSystemTime(Date.now() + days * 24 * 60 * 60 * 1000);
    await page.goto("/sin-conexion");
    await expect(page.getByText(/Llaves y lista de la entidad/)).toBeVisible();
  };
  // A day less than the limit, in case the test runs over midnight.
  await inDays(29);
  await expect(page.getByText(OTHERS)).toBeVisible();
  await inDays(31);
  await expect(page.getByText(OTHERS)).toBeHidden();

  await signInAs(page, reader.personId);
  await page.goto("/consultar");
  await expect(answers(page)).toHaveCount(1);
  expect(await askedBy(order.code)).toEqual([reader.personId]);
  await expect(page.getByText(OTHERS)).toBeHidden();
  await context.close();
});

test("what waits from before a rotation of AUTH_SECRET is asked in its reader's name, and waits for nobody else", async ({
  browser,
}) => {
  const { line, context, page, till } = await makeCuttablePhone(browser);
  // As a device has it whose pseudonym and key were made with the former secret.
  const former = { owner: "BBBBBBBBBBBBBBBB", key: Buffer.alloc(32, "f").toString("base64") };
  await context.route(KEY_OF_ENTRIES, (route) => route.fulfill({ json: former }));
  await openOfflineReady(page);
  await page.goto("/sin-conexion");
  const order = await makePrintedOrder();
  await line.cut();
  await page.goto("/consultar");
  await choosePicture(page, codeUrl(line.url, order.code));
  await expect(waiting(page)).toHaveCount(1);
  await page.close();

  await context.unroute(KEY_OF_ENTRIES);
  await context.route(KEY_OF_ENTRIES, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ json: { ...(await response.json()), former: [former] } });
  });
  await line.mend();
  const later = await context.newPage();
  await later.goto("/consultar");
  await expect(answers(later)).toHaveCount(1);
  await expect(later.getByText(OTHERS)).toBeHidden();
  expect(await askedBy(order.code)).toEqual([till.actor.personId]);
  expect(await storedKeys(later, "key")).not.toContain(former.owner);
  await context.close();
});

test("without a session nothing that was read on the device opens, not even its time", async ({
  browser,
}) => {
  const { line, context, page } = await deviceWithOneCode(browser);
  await context.clearCookies();
  await line.mend();
  await page.goto("/sin-conexion");
  await expect(page.getByText(OTHERS)).toBeVisible();
  await expect(waiting(page)).toHaveCount(0);
  await context.close();
});

test("signing out while codes wait asks; left, they wait for their reader, whose key leaves the device", async ({
  browser,
}) => {
  const { line, context, page, reader, order } = await deviceWithOneCode(browser);
  await context.route("**/consultar/pendientes", (route) => route.abort());
  await line.mend();
  await page.goto("/consultar");
  await expect(page.getByText("Todavía no pudimos preguntar por los códigos guardados.")).toBeVisible();
  await page.locator("form[action='/salir'] button").dispatchEvent("click");
  await expect(heading(page)).toHaveText("Hay códigos por confirmar");
  await expect(
    page.getByText("Usted leyó 1 código sin internet y todavía no tiene respuesta."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Preguntar ahora" }).click();
  await expect(page.getByText("No pudimos preguntar.")).toBeVisible();
  await page.getByRole("button", { name: /^Dejarlos/ }).click();
  await expect(page).toHaveURL(/\/ingresar/);
  expect(await storedKeys(page, "key")).toEqual([]);

  await context.unroute("**/consultar/pendientes");
  await signInAs(page, reader.personId);
  await page.goto("/consultar");
  await expect(answers(page)).toHaveCount(1);
  expect(await askedBy(order.code)).toEqual([reader.personId]);
  await context.close();
});

test("signing out while codes wait: asked now they get their answer, thrown away they are gone", async ({
  browser,
}) => {
  const { line, context, page, order } = await deviceWithOneCode(browser);
  // The page without internet would send them by itself.
  await page.goto("about:blank");
  await line.mend();
  await page.goto("/salir/pendientes");
  await page.getByRole("button", { name: "Preguntar ahora" }).click();
  await expect(page.getByText("Ya preguntamos por todos.")).toBeVisible();
  expect(await askedBy(order.code)).toHaveLength(1);
  await page.getByRole("button", { name: "Salir", exact: true }).last().click();
  await expect(page).toHaveURL(/\/ingresar/);
  await context.close();

  const thrown = await deviceWithOneCode(browser);
  await thrown.page.goto("about:blank");
  await thrown.line.mend();
  await thrown.page.goto("/salir/pendientes");
  await thrown.page.getByRole("button", { name: "Borrarlos, y salir" }).click();
  await expect(thrown.page).toHaveURL(/\/ingresar/);
  await signInAs(thrown.page, thrown.reader.personId);
  await thrown.page.goto("/consultar");
  await expect(thrown.page.getByText(OTHERS)).toBeHidden();
  expect(await askedBy(thrown.order.code)).toEqual([]);
  await thrown.context.close();
});

test("without internet the last answers stand there with their age and never green, and nobody who is signed in is told to sign in", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const order = await makePrintedOrder();
  await lookUpOnPage(page, order);
  await expect.poll(async () => (await storedKeys(page, "last")).length).toBe(1);
  await openOfflineReady(page);
  await expect.poll(() => storedInBrowser(page)).not.toContain(order.number);
  await line.cut();
  await page.goto("/consultar");
  await expect(heading(page)).toHaveText("Sin internet");
  const last = page.locator("[data-last-answer]");
  await expect(last).toHaveCount(1);
  await expect(last).toContainText(order.number);
  await expect(last).toContainText("Encontramos la orden");
  await expect(last).toContainText(/Consultada hoy a las? \d{1,2}:\d\d/);
  await expect(page.locator("[data-signal=go]")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Ingresar" })).toHaveCount(0);

  await line.mend();
  await context.clearCookies();
  await page.goto("/sin-conexion");
  await expect(last).toHaveCount(0);
  await context.close();
});

test("a device without keys says why, and tries again by itself", async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "es-CO" });
  const page = await context.newPage();
  const missing = (why: string) => page.locator(`[data-missing=${why}]`);
  await page.goto("/sin-conexion");
  await expect(missing("session")).toContainText("Ingrese una vez");
  await signInAs(page, (await makeTill()).actor.personId);
  await context.route("**/.well-known/order-keys.json", (route) => route.fulfill({ json: { keys: [] } }));
  await page.goto("/sin-conexion");
  await expect(missing("keys")).toContainText("La entidad todavía no ha preparado sus llaves.");
  await context.unroute("**/.well-known/order-keys.json");
  await expect(page.locator("[data-missing]")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText(/Llaves y lista de la entidad: hoy/)).toBeVisible();
  await context.close();
});
