import type { Page } from "@playwright/test";
import { codeUrl } from "@/domain/order-code/code";
import { choosePicture } from "@/tests/support/code-picture";
import { heading } from "@/tests/support/counter-pages";
import { owner } from "@/tests/support/look-up-orders";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder, type PrintedOrder } from "@/tests/support/printed-order";
import { expect, expectAccessible, test } from "@/tests/support/test";

/** Reads codes on the page without internet, one after the other; each is authentic as far as the phone knows. */
async function readAll(page: Page, url: string, orders: PrintedOrder[]): Promise<void> {
  for (const { code } of orders) {
    await choosePicture(page, codeUrl(url, code));
    await expect(page.locator("[data-outcome]")).toHaveAttribute("data-outcome", "unconfirmed");
    await page.getByRole("button", { name: "Leer otro código" }).click();
  }
  await expect(page.getByRole("listitem").filter({ hasText: /^Código leído hoy/ })).toHaveCount(
    orders.length,
  );
}

/** What another counter and the caja do with three of the orders while this one has no internet. */
async function meanwhile(used: PrintedOrder, annulled: PrintedOrder): Promise<void> {
  await owner.begin(async (transaction) => {
    await transaction`insert into order_use (order_id, kind, amount, balance, key)
      values (${used.id}, 'use', 480000, 0, gen_random_uuid())`;
    await transaction`update "order" set state = 'used', balance = 0 where id = ${used.id}`;
  });
  await owner`update "order" set state = 'annulled' where id = ${annulled.id}`;
}

const attention = (page: Page) => page.getByRole("region", { name: /necesitan? su atención$/ });
const rest = (page: Page) => page.getByRole("region", { name: /ya tienen? respuesta$/ });
const deferredStates = (page: Page) =>
  page.locator("[data-late]").evaluateAll((entries) => entries.map((each) => each.getAttribute("data-late")));

test("deferred look-ups are sent in order with one key each; contradicted answers are shown first until acknowledged", async ({
  browser,
}) => {
  const { line, context, page, till } = await makeCuttablePhone(browser);
  await openOfflineReady(page);
  const [good, used, other, annulled, good2] = await Promise.all([
    makePrintedOrder(),
    makePrintedOrder(),
    makePrintedOrder({ providerNit: "900000001" }),
    makePrintedOrder(),
    makePrintedOrder(),
  ]);

  await line.cut();
  await page.goto("/consultar");
  await expect(heading(page)).toHaveText("Sin internet");
  await readAll(page, line.url, [good, used, other, annulled, good2]);
  await meanwhile(used, annulled);

  // The reply to the second look-up is lost: it is retried with the same id and stays one look-up.
  const requests: string[] = [];
  let lost = 0;
  await context.route("**/consultar/pendientes", async (route) => {
    requests.push(new URLSearchParams(route.request().postData() ?? "").get("id") ?? "");
    if (requests.length !== 2) return route.continue();
    await route.fetch();
    lost += 1;
    return route.abort();
  });
  // The page without internet would send some of them before it is left.
  await page.goto("about:blank");
  await line.mend();
  await page.goto("/consultar");
  await expect(page.getByText("Todavía no pudimos preguntar por los códigos guardados.")).toBeVisible();
  expect(lost).toBe(1);
  await page.reload();
  await expect(attention(page)).toBeVisible();

  const ids = [...new Set(requests)];
  expect(requests).toEqual([ids[0], ids[1], ids[1], ids[2], ids[3], ids[4]]);
  const rows = await owner<{ id: string; code_id: Buffer }[]>`
    select l.id, l.code_id from lookup l where l.provider_id = ${till.actor.provider.id} order by l.asked_at`;
  expect(rows.map(({ id }) => id)).toEqual(ids);
  expect(rows.map(({ code_id }) => code_id.toString("hex"))).toEqual(
    [good, used, other, annulled, good2].map(({ code }) => code.subarray(4, 12).toString("hex")),
  );

  await expect(attention(page).getByRole("heading", { level: 2 })).toHaveText(
    "3 códigos necesitan su atención",
  );
  expect(await deferredStates(page)).toEqual(["used", "other_provider", "annulled", "current", "current"]);
  await expect(attention(page).getByRole("listitem").first()).toContainText(
    "No entregue con esta orden. Si ya entregó, guarde el papel y llame a la entidad.",
  );
  await expect(rest(page)).toContainText("Sigue vigente");
  await expectAccessible(page);

  // Elsewhere one line; after a restart all of it is there again.
  await page.goto("/historial");
  await expect(page.getByText("3 códigos necesitan su atención. Verlos en Consultar")).toBeVisible();
  await expect(page.locator("[data-late]")).toHaveCount(0);
  await page.getByRole("link", { name: "Verlos en Consultar" }).click();
  await attention(page).getByRole("button", { name: "Entendido" }).first().click();
  await expect(attention(page).getByRole("heading", { level: 2 })).toHaveText(
    "2 códigos necesitan su atención",
  );
  await expect(attention(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.reload();
  await expect.poll(() => deferredStates(page)).toEqual(["other_provider", "annulled", "current", "current"]);
  await rest(page).getByRole("link", { name: "Ver la respuesta" }).first().click();
  await page
    .getByLabel("Escriba los últimos cuatro números o letras del documento de la persona")
    .fill(good.tail);
  await page.getByRole("button", { name: "Ver la orden" }).click();
  await expect(heading(page)).toHaveText("Esto es una imagen, no el papel");

  await page.goto("/consultar");
  await rest(page).getByRole("button", { name: "Entendido, quitar de la lista" }).click();
  for (const left of [1, 0]) {
    await attention(page).getByRole("button", { name: "Entendido" }).first().click();
    await expect(page.locator("[data-late]")).toHaveCount(left);
  }
  await page.reload();
  await expect(page.getByLabel("Nro Documento")).toBeVisible();
  await expect(page.locator("[data-late]")).toHaveCount(0);
  await context.close();
});

test("unacknowledged deferred answers are shown without internet too, and so is an order that turned out valid", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const expired = await makePrintedOrder({ issuedIn: -40, endsIn: -1 });
  await openOfflineReady(page);
  await line.cut();
  await page.goto("/consultar");
  await choosePicture(page, codeUrl(line.url, expired.code));
  await expect(page.locator("[data-outcome]")).toHaveAttribute("data-outcome", "expired");
  // The verdict is shown before the question is kept.
  await expect(page.getByRole("listitem").filter({ hasText: /^Código leído hoy/ })).toHaveCount(1);
  await owner`update "order" set valid_until = valid_until + 30 where id = ${expired.id}`;
  await line.mend();
  await page.goto("/consultar");
  await expect(attention(page)).toContainText("La entidad dice que sí vale");
  await line.cut();
  await page.goto("/consultar");
  await expect(heading(page)).toHaveText("Sin internet");
  await expect(attention(page)).toContainText("La entidad dice que sí vale");
  await expect(attention(page).getByRole("link")).toHaveCount(0);
  await expectAccessible(page);
  await context.close();
});
