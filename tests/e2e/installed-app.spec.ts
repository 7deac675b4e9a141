import { codeUrl } from "@/domain/order-code/code";
import { encodeBase32 } from "@/lib/encoding/base32";
import { storedInBrowser } from "@/tests/support/browser-storage";
import { choosePicture } from "@/tests/support/code-picture";
import { answerRows, expectGreen, heading, lookUpOnPage } from "@/tests/support/counter-pages";
import { makeTill } from "@/tests/support/look-up-orders";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

test.use({ serviceWorkers: "allow" });

const A_DAY_AND_AN_HOUR = 25 * 3_600_000;

test("after a look-up and an offline scan the phone stores no personal data in clear; outdated keys are announced", async ({
  browser,
}) => {
  const { line, context, page, till } = await makeCuttablePhone(browser);
  const order = await makePrintedOrder();
  const answers: (string | undefined)[] = [];
  page.on("response", (response) => {
    if (/\/consultar\/r\//.test(response.url()) && response.request().isNavigationRequest())
      answers.push(response.headers()["cache-control"]);
  });
  const id = await lookUpOnPage(page, order);
  await answerRows(page);
  await expectGreen(page);
  await openOfflineReady(page);
  const letters = encodeBase32(order.code);
  const personal = [order.idNumber, order.number, "María Pérez", "480.000", letters, id, till.actor.name];
  const online = await storedInBrowser(page);
  expect(personal.filter((each) => online.includes(each))).toEqual([]);
  expect(answers.every((cacheControl) => cacheControl?.includes("no-store"))).toBe(true);

  await line.cut();
  await page.goto("/consultar");
  await expect(heading(page)).toHaveText("Sin internet");
  await expect(page.getByText("Tienen más de un día.")).toHaveCount(0);
  await choosePicture(page, codeUrl(line.url, order.code));
  await expect(page.locator("[data-outcome]")).toHaveAttribute("data-outcome", "unconfirmed");
  await expect(page.getByRole("listitem").filter({ hasText: /^Código leído/ })).toHaveCount(1);
  const offline = await storedInBrowser(page);
  expect(offline).toContain('"nonce"');
  expect(personal.filter((each) => offline.includes(each))).toEqual([]);

  await page.clock.setFixedTime(Date.now() + A_DAY_AND_AN_HOUR);
  await page.reload();
  await expect(page.getByText("Tienen más de un día. Conéctese una vez para actualizar.")).toBeVisible();

  await line.mend();
  await page.goto("/consultar");
  await expect(page.locator("[data-late=current]")).toHaveCount(1);
  const stored = await storedInBrowser(page);
  expect(personal.filter((each) => stored.includes(each))).toEqual([]);
  await context.close();
});

test("the installed app has its icons, starts at the look-up, and its shortcut opens the scanner", async ({
  page,
}) => {
  await signInAs(page, (await makeTill()).actor.personId);
  await page.goto("/consultar");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ start_url: "/consultar", display: "standalone" });
  for (const { src } of manifest.icons)
    expect((await page.request.get(src)).headers()["content-type"]).toBe("image/png");
  await page.goto(manifest.shortcuts[0].url);
  await expect(page.getByRole("button", { name: "Usar la cámara" })).toBeVisible();
});

test("a new service worker activates without a reload: what was typed is kept and submitted", async ({
  page,
}) => {
  const order = await makePrintedOrder();
  await signInAs(page, (await makeTill()).actor.personId);
  await openOfflineReady(page);
  await page.getByLabel("Nit / Cédula").fill(order.idNumber);
  await page.getByLabel("Nro Documento").fill(order.number);
  await page.evaluate(async () => {
    const taken = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
    await navigator.serviceWorker.register("/sw.js?version=2", { scope: "/" });
    await taken;
  });
  await expect(page.getByLabel("Nit / Cédula")).toHaveValue(order.idNumber);
  await expect(page.getByLabel("Nro Documento")).toHaveValue(order.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await expect(heading(page)).toHaveText("Encontramos la orden");
});

test("each input opens a phone keyboard that has the characters it needs", async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await signInAs(page, (await makeTill()).actor.personId);
  await page.goto("/consultar");
  // Orders that are given here begin with a letter.
  await expect(page.locator("#number")).toHaveAttribute("inputmode", "text");
  const idNumber = page.locator("#idNumber");
  await expect(idNumber).toHaveAttribute("inputmode", "numeric");
  await page.getByRole("button", { name: "Escribir letras" }).click();
  await expect(idNumber).toHaveAttribute("inputmode", "text");
  await expect(idNumber).toBeFocused();
  await context.close();
});
