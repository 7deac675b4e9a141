import type { Page } from "@playwright/test";
import { codeUrl } from "@/domain/order-code/code";
import { choosePicture } from "@/tests/support/code-picture";
import { heading } from "@/tests/support/counter-pages";
import { scanWithKeys } from "@/tests/support/keyboard-scanner";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { expect, test } from "@/tests/support/test";

test.use({ serviceWorkers: "allow" });

const verdict = (page: Page) => page.locator("[data-outcome]");
const waiting = (page: Page) => page.getByRole("listitem").filter({ hasText: /^Código leído hoy/ });
const answers = (page: Page) => page.locator("[data-late]");

/** The code was checked without internet and waits; once the line is back it is asked. */
async function expectHandedOver(page: Page, mend: () => Promise<void> | void): Promise<void> {
  await expect(verdict(page)).toHaveAttribute("data-outcome", "unconfirmed");
  await expect(heading(page)).toHaveText("Sin internet");
  await expect(waiting(page)).toHaveCount(1);
  await mend();
  // The line is looked for every ten seconds, and what could not be asked is asked again after fifteen.
  await expect(answers(page)).toHaveCount(1, { timeout: 60_000 });
  await expect(waiting(page)).toHaveCount(0);
}

test("a code that the scanner reads while the Wi-Fi has no line behind it is checked without internet", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const order = await makePrintedOrder();
  await openOfflineReady(page);
  await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
  await line.cut();
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  await choosePicture(page, codeUrl(line.url, order.code));
  await expectHandedOver(page, () => line.mend());
  await context.close();
});

test("a code from a keyboard scanner on a dead line is checked without internet, not dropped", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const order = await makePrintedOrder();
  await openOfflineReady(page);
  await page.goto("/consultar", { waitUntil: "networkidle" });
  await line.cut();
  await scanWithKeys(page, codeUrl(line.url, order.code));
  await expectHandedOver(page, () => line.mend());
  await context.close();
});

test("a keyboard scanner is heard on the page without internet, also after a verdict", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const [good, used] = [await makePrintedOrder(), await makePrintedOrder({ state: "used" })];
  await openOfflineReady(page);
  await line.cut();
  await page.goto("/consultar");
  await expect(page.getByText("Llaves y lista de la entidad: hoy")).toBeVisible();
  await scanWithKeys(page, codeUrl(line.url, used.code), false);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "dead");
  await scanWithKeys(page, codeUrl(line.url, good.code));
  await expect(verdict(page)).toHaveAttribute("data-outcome", "unconfirmed");
  await expect(page.getByText("Esto es una imagen, no el papel.")).toHaveCount(0);
  await expect(waiting(page)).toHaveCount(2);
  await context.close();
});

test("on a line that swallows packets codes are read and kept, and asked once it works", async ({
  browser,
}) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const order = await makePrintedOrder();
  await openOfflineReady(page);
  line.hold();
  await page.goto("/sin-conexion", { waitUntil: "commit" });
  await expect(page.getByText("Llaves y lista de la entidad: hoy")).toBeVisible();
  await choosePicture(page, codeUrl(line.url, order.code));
  await expectHandedOver(page, () => line.release());
  line.hold();
  await page.goto("/consultar", { waitUntil: "commit" });
  await expect(heading(page)).toHaveText("Sin internet");
  await context.close();
});

for (const [what, broken] of [
  [
    "is full",
    () => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
  [
    "lets nothing be kept",
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no", "InvalidStateError");
      };
    },
  ],
] as const) {
  test(`a device that ${what} still shows the verdict, and says that the question was not kept`, async ({
    browser,
  }) => {
    const { line, context, page } = await makeCuttablePhone(browser);
    const [good, used] = [await makePrintedOrder(), await makePrintedOrder({ state: "used" })];
    await openOfflineReady(page);
    await page.addInitScript(broken);
    await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
    await line.cut();
    // Handed over, too.
    await choosePicture(page, codeUrl(line.url, used.code));
    await expect(verdict(page)).toHaveAttribute("data-outcome", "dead");
    const notKept = page.getByText("este dispositivo no tiene espacio o no deja guardar", { exact: false });
    await expect(notKept).toBeVisible();
    await page.getByRole("button", { name: "Leer otro código" }).click();
    await expect(notKept).toHaveCount(0);
    await choosePicture(page, codeUrl(line.url, good.code));
    await expect(verdict(page)).toHaveAttribute("data-outcome", "unconfirmed");
    await expect(notKept).toBeVisible();
    await line.mend();
    await expect(page.getByText("Ya hay internet.")).toBeVisible();
    await expect(notKept).toBeVisible();
    await context.close();
  });
}
