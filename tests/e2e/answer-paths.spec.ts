import { gzipSync } from "node:zlib";
import { verdictMakers } from "@/tests/support/answer-per-verdict";
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
import { makeKind } from "@/tests/support/factories/own-order";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { compared, confirmation, register } from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

test.use({ viewport: { width: 390, height: 844 }, serviceWorkers: "allow" });

test("a typed value that cannot be read says so at its field each time", async ({ page }) => {
  const { till, order } = await openCounter(page);
  await lookUpByTypedValue(page, order, till.actor.personId);
  await answerOtherRows(page);
  const value = page.getByLabel("¿Cuánto dice el papel?");
  for (const unreadable of ["680 mil", "seiscientos"]) {
    await value.fill(unreadable);
    await page.getByRole("button", { name: "Comparar" }).click();
    await expect(value).toHaveAccessibleDescription(/Escriba el valor con números/);
  }
});

test("a typed comparison asks for the value before it shows the order", async ({ page }) => {
  const { till, order } = await openCounter(page);
  await lookUpByTypedValue(page, order, till.actor.personId);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Encontramos la orden" [level=1]
      - paragraph: Ahora compárela con el papel.
      - region "Así es la orden":
        - text: ¿Cuánto dice el papel?
        - paragraph: Después le mostramos el de la orden.
        - textbox "¿Cuánto dice el papel?"
        - group "El nombre y la cédula"
        - group "El número y la fecha de expedición"
      - link "No puedo leer el papel"
  `);
  await expectAccessible(page);
});

test("an order used by this provider links to its receipt; the receipt and the undo form are accessible", async ({
  page,
}) => {
  const { till, order } = await openCounter(page);
  const receipt = await register(till, confirmation(await compared(till, order)));
  await lookUpOnPage(page, order);
  await expect(heading(page)).toHaveText("Usted ya la registró");
  await expect(signal(page)).toHaveAttribute("data-signal", "info");
  await page.getByRole("link", { name: "Ver comprobante" }).click();
  await expect(page).toHaveURL(`/comprobantes/${receipt}`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Me equivoqué" }).click();
  await expect(heading(page)).toHaveText("Anular este uso");
  await expectAccessible(page);
});

test("an order used by another provider shows day and hour, and not by whom", async ({ page }) => {
  const { order } = await openCounter(page);
  const other = await makeTill();
  await owner`update provider set legal_name = 'La Otra S.A.S.' where id = ${other.actor.provider.id}`;
  await register(other, confirmation(await compared(other, order)));
  await lookUpOnPage(page, order);
  await expect(heading(page)).toHaveText("Ya fue usada");
  await expect(page.getByText(/hoy a las? \d{1,2}:\d\d/).first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("La Otra S.A.S.");
});

test("the form that asks why a paper cannot be read is accessible, and so are its errors", async ({
  page,
}) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await page.getByRole("link", { name: "No puedo leer el papel" }).click();
  await page.getByRole("button", { name: "Mostrar la orden" }).click();
  await expect(page.getByText("Elija por qué no puede leer el papel").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Otra razón").check();
  await page.getByRole("button", { name: "Mostrar la orden" }).click();
  await expect(heading(page)).toHaveText("Orden registrada");
});

test("a rate-limit wait is announced to screen readers at five minutes, at one, and at its end", async ({
  page,
}) => {
  await page.clock.install();
  const { till, lookupId } = await verdictMakers.waiting();
  await signInAs(page, till.actor.personId);
  // The first one: a form further down has one of its own.
  const news = page.getByRole("main").getByRole("status").first();
  // The announcements are due from the moment on at which the page's script runs: on a busy machine the clock may have
  // been put forward before it.
  await expect(async () => {
    await owner`update lookup set wait_until = now() + interval '7 minutes' where id = ${lookupId}`;
    await page.goto(`/consultar/r/${lookupId}`, { waitUntil: "networkidle" });
    await expect(heading(page)).toHaveText("Espere 7 minutos");
    await expect(news).toBeEmpty();
    await page.clock.runFor("02:05");
    await expect(news).toHaveText("Faltan 5 minutos.", { timeout: 2_000 });
  }).toPass();
  for (const [minutes, sentence] of [
    ["04:00", "Falta 1 minuto."],
    ["01:00", "Ya puede consultar."],
  ] as const) {
    await page.clock.runFor(minutes);
    await expect(news).toHaveText(sentence);
  }
});

test("an order that requires a claim is claimed, released, and used in parts", async ({ page }) => {
  const kind = await makeKind({ claimFirst: true, partialUse: true });
  const till = await makeTill();
  const order = await makeOrder();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kind}, kind_version = 1 where id = ${order.id}`;
  });
  await signInAs(page, till.actor.personId);
  await page.goto(`/consultar/r/${await compared(till, order, kind)}`);
  await page.getByRole("button", { name: "Reservar y cobrar" }).click();
  await expect(heading(page)).toHaveText("Va a registrar este uso");
  await expect(page.getByText(/La reserva de esta orden termina a las? \d/)).toBeVisible();
  await expectAccessible(page);
  const other = await makeTill();
  const theirs = await page.context().browser()?.newPage();
  if (!theirs) throw new Error("no second browser");
  await signInAs(theirs, other.actor.personId);
  await theirs.goto(`/consultar/r/${await compared(other, order, kind)}`);
  await expect(heading(theirs)).toHaveText("Está en otro punto de pago");
  await theirs.close();
  await page.getByRole("button", { name: "Liberar" }).click();
  await expectGreen(page);
  await page.getByRole("button", { name: "Reservar y cobrar" }).click();
  await page.getByLabel("Cuánto usa ahora").fill("500.000");
  await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
  await expect(page.getByText("Ese valor no se puede usar. Mire cuánto queda en la orden.")).toBeVisible();
  await page.getByLabel("Cuánto usa ahora").fill("180.000");
  await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
  await expect(heading(page)).toHaveText("Uso registrado");
  await expect(page.getByText("$300.000")).toBeVisible();
  await page.goto(`/consultar/r/${await compared(till, order, kind)}`);
  await expect(page.getByText("Su empresa ya registró una parte hoy")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Ver comprobante" }).click();
  await expect(page.getByText("$300.000")).toBeVisible();
});

test("the answer page ships at most 155 KB of JavaScript, compressed", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await answerRows(page);
  await expectGreen(page);
  let bytes = 0;
  const pending: Promise<void>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    pending.push(
      response.body().then((body) => {
        bytes += gzipSync(body).length;
      }),
    );
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.reload({ waitUntil: "networkidle" });
  await Promise.all(pending);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes / 1024).toBeLessThanOrEqual(155);
});
