import { heading } from "@/tests/support/counter-pages";
import { makeKind } from "@/tests/support/factories/own-order";
import { report } from "@/tests/support/file-report";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { signInAs, signInAsEmail } from "@/tests/support/sign-in-as";
import { compared } from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";
import { expect, test } from "../support/test";

const SEND = "Sí, registrar el uso";
const AMOUNT = "Cuánto usa ahora";

test("a part whose answer was lost is sent again after a reload as the same use, and is charged once", async ({
  browser,
}) => {
  // A context of its own, because the lost answers are errors on the page's console.
  const context = await browser.newContext();
  const page = await context.newPage();
  const kind = await makeKind({ partialUse: true });
  const till = await makeTill();
  const order = await makeOrder();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kind}, kind_version = 1 where id = ${order.id}`;
  });
  await signInAs(page, till.actor.personId);
  await page.goto(`/consultar/r/${await compared(till, order, kind)}/usar`);
  const key = await page.locator("input[name=key]").inputValue();
  await page.getByLabel(AMOUNT).fill("180.000");
  const form = "**/usar";
  await page.route(form, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await page.getByRole("button", { name: SEND }).click();
  const settle = page.getByRole("link", { name: "Ver qué pasó" });
  await expect(settle).toHaveAttribute("href", new RegExp(`clave=${key}`));
  await page.unroute(form);

  await page.reload();
  await expect(page.getByLabel(AMOUNT)).toHaveValue("180.000");
  // Leaving a field checks it, and renders the form anew.
  await page.getByLabel(AMOUNT).focus();
  await page.getByLabel("Factura No. (opcional)").focus();
  await expect(page.locator("input[name=key]")).toHaveValue(key);
  await page.route(form, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByRole("button", { name: SEND }).click();
  await expect(settle).toHaveAttribute("href", new RegExp(`clave=${key}`));
  await page.unroute(form);

  await page.reload();
  await expect(page.locator("input[name=key]")).toHaveValue(key);
  await page.getByRole("button", { name: SEND }).click();
  await expect(heading(page)).toHaveText("Uso registrado");
  const uses = await owner<{ amount: number }[]>`
    select amount::int from order_use where order_id = ${order.id}`;
  expect(uses).toEqual([{ amount: 180_000 }]);
  await context.close();
});

test("an answer of one's own to a report is restored after the outcome that has a usual one", async ({
  page,
}) => {
  const till = await makeTill();
  const order = await makeOrder();
  const folio = await report(till, await compared(till, order), { reason: "value_changed" });
  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto(`/admin/novedades/${folio}`);
  await page.getByLabel("Error de impresión").check();
  const answer = page.getByLabel("Respuesta al comercio");
  const own = "Llamamos a la imprenta: el valor bueno es el de la pantalla.";
  await answer.fill(own);
  await page.reload();
  await expect(page.getByLabel("Error de impresión")).toBeChecked();
  await expect(answer).toHaveValue(own);
});
