import type { Page } from "@playwright/test";
import { freePort } from "@/scripts/embedded-postgres";
import { startServer, stopServer, untilServing, webAddress } from "@/scripts/server";
import { answerRows, expectGreen, heading, openCounter } from "@/tests/support/counter-pages";
import { startCuttableProxy } from "@/tests/support/cuttable-proxy";
import { expect, expectAccessible, test } from "@/tests/support/test";

test.use({ serviceWorkers: "allow" });

const OFFLINE_NOTE = "Sin internet. Lo que escribió no se pierde.";
const chip = (page: Page) => page.locator("[data-connection]");

async function type(page: Page, order: { idNumber: string; number: string }): Promise<void> {
  await page.getByLabel("Nit / Cédula").fill(order.idNumber);
  await page.getByLabel("Nro Documento").fill(order.number);
}

const send = (page: Page) => page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();

test("a look-up without network says so, sends nothing, keeps what was typed and offers the scanner", async ({
  page,
  context,
}) => {
  const { order } = await openCounter(page);
  await page.goto("/consultar");
  await expect(chip(page)).toContainText("En línea");
  await type(page, order);
  await context.setOffline(true);
  await expect(chip(page)).toHaveText("Sin internet");
  await expect(page.getByText(OFFLINE_NOTE)).toBeVisible();
  await expect(page.getByText("Sin internet solo puede revisar el código.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Leer el código" })).toHaveAttribute("href", "/sin-conexion");
  await send(page);
  await expect(page.locator("[data-no-network]")).toBeFocused();
  await expect(page.getByLabel("Nro Documento")).toHaveValue(order.number);
  await expectAccessible(page);

  await context.setOffline(false);
  await expect(chip(page)).toContainText("En línea");
  await expect(page.getByRole("status").filter({ hasText: "Volvió internet" })).toBeAttached();
  await expect(page.getByText(OFFLINE_NOTE)).toBeHidden();
  await send(page);
  await expect(heading(page)).toHaveText("Encontramos la orden");
});

test("a connection lost during a submit shows the form again with what was typed", async ({ browser }) => {
  const line = await startCuttableProxy(process.env.E2E_URL ?? "");
  const context = await browser.newContext({ baseURL: line.url });
  const page = await context.newPage();
  const { order } = await openCounter(page);
  await page.goto("/consultar");
  await type(page, order);
  await line.cut();
  await send(page);
  await expect(page.getByText(OFFLINE_NOTE)).toBeVisible();
  await expect(page.getByLabel("Nit / Cédula")).toHaveValue(order.idNumber);
  await expect(page.getByLabel("Nro Documento")).toHaveValue(order.number);
  await line.mend();
  await send(page);
  await expect(heading(page)).toHaveText("Encontramos la orden");

  await line.cut();
  await answerRows(page);
  await expect(page.getByText(OFFLINE_NOTE)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Igual", checked: true })).toHaveCount(3);
  await line.mend();
  await page.getByRole("button", { name: "Todo está igual" }).click();
  await expectGreen(page);
  await context.close();
});

test("a page opened before a server restart still submits its form", async ({ browser }) => {
  const line = await startCuttableProxy(process.env.E2E_URL ?? "");
  const context = await browser.newContext({ baseURL: line.url });
  const page = await context.newPage();
  const { order } = await openCounter(page);
  await page.goto("/consultar");
  await type(page, order);
  const address = { host: "127.0.0.1", port: await freePort() };
  const restarted = startServer(process.cwd(), address, {}, ".next-test");
  try {
    await untilServing(restarted, address);
    await line.cut();
    await line.mend(webAddress(address));
    await expect(page.getByLabel("Nro Documento")).toHaveValue(order.number);
    await send(page);
    await expect(heading(page)).toHaveText("Encontramos la orden");
    await answerRows(page);
    await expectGreen(page);
  } finally {
    await context.close();
    await line.cut();
    await stopServer(restarted);
  }
});
