import type { Page } from "@playwright/test";
import { codeUrl } from "@/domain/order-code/code";
import { choosePicture } from "@/tests/support/code-picture";
import { scanWithKeys } from "@/tests/support/keyboard-scanner";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

const answers = (page: Page) => page.locator("[data-late]");
const waiting = (page: Page) => page.getByRole("listitem").filter({ hasText: /^Código leído hoy/ });

/** The parts of a page whose requests the browser shows (page-use.ts); those of the worker it does not. */
const ASKERS = 4;

/** What the page asks with the session of its person. */
const isWithSession = (url: string) => /\/consultar\/pendientes|\/sin-conexion\/lista/.test(url);

test.describe("on a page that stays open", () => {
  test.use({ serviceWorkers: "allow" });

  test("a code in a pause does not keep asking with the session while nobody uses the page", async ({
    browser,
  }) => {
    const { line, context, page, till } = await makeCuttablePhone(browser);
    const order = await makePrintedOrder();
    await page.clock.install();
    await openOfflineReady(page);
    await line.cut();
    await page.goto("/consultar");
    await choosePicture(page, codeUrl(line.url, order.code));
    await expect(waiting(page)).toHaveCount(1);
    await owner`insert into budget_counter (scope, key, window_start, spent, paused_until)
      values ('lookup.person.day', ${till.actor.personId}, now(), 10, now() + interval '2 hours')`;
    await page.goto("about:blank");
    await line.mend();
    const asked: string[] = [];
    page.on("request", (request) => isWithSession(request.url()) && asked.push(request.url()));
    const refused = () => page.waitForResponse((each) => each.status() === 429);
    for (const place of ["/sin-conexion", "/consultar"]) {
      const first = refused();
      asked.length = 0;
      await page.goto(place);
      // The clock must not run ahead of a slow server: a probe of the line is given up after five seconds.
      if (place === "/sin-conexion") {
        await expect(page.getByText("Ya hay internet.")).toBeVisible();
        await expect(page.getByText("Llaves y lista de la entidad: hoy")).toBeVisible();
      }
      await page.clock.runFor("00:00:11");
      await first;
      for (let time = 0; time < 10; time += 1) await page.clock.runFor("00:02:00");
      // Once for each of the parts that ask (page-use.ts); in twenty minutes a code that repeats asks twenty times.
      expect(asked.length, asked.join()).toBeLessThanOrEqual(ASKERS);

      const again = refused();
      await page.keyboard.press("Shift");
      await page.clock.runFor("00:01:30");
      await again;
    }
    await context.close();
  });

  test("while nothing is kept yet, the list is asked for once, and again only when the page is used", async ({
    browser,
  }) => {
    const { context, page } = await makeCuttablePhone(browser);
    await page.clock.install();
    await openOfflineReady(page);
    // A worker that can keep nothing, as before the caja made its keys.
    await page.addInitScript(() => {
      Object.assign(window, { messages: [] });
      ServiceWorker.prototype.postMessage = (message: string) =>
        (window as unknown as { messages: string[] }).messages.push(message);
    });
    await page.evaluate(async () => (await caches.open("confianza-1")).delete("/sin-conexion/guardada"));
    await page.goto("/consultar");
    const messages = () => page.evaluate(() => (window as unknown as { messages: string[] }).messages);
    await expect.poll(messages).toEqual(["mantener es-CO"]);
    for (let time = 0; time < 10; time += 1) await page.clock.runFor("00:02:00");
    expect(await messages()).toHaveLength(1);
    await page.keyboard.press("Shift");
    await page.clock.runFor("00:02:00");
    await expect.poll(messages).toHaveLength(2);
    await context.close();
  });
});

test("codes that are read before the keys are there are all asked, each once", async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "es-CO" });
  const page = await context.newPage();
  const till = await makeTill();
  await signInAs(page, till.actor.personId);
  const orders = await Promise.all([makePrintedOrder(), makePrintedOrder(), makePrintedOrder()]);
  await page.goto("/consultar");
  const [handed = "", ...typed] = orders.map(({ code }) => codeUrl(new URL(page.url()).origin, code));
  await page.evaluate((text) => {
    sessionStorage.setItem("codigo.leido", JSON.stringify([{ text, by: "camera" }]));
  }, handed);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route("**/.well-known/order-keys.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/sin-conexion");
  await expect(page.getByText("Ya hay internet.")).toBeVisible();
  // The last one twice, as a scanner's trigger that is held down.
  for (const url of [...typed, typed[1] ?? ""]) {
    await scanWithKeys(page, url);
  }
  release();
  // What is kept while others are being asked is asked fifteen seconds later.
  await expect(answers(page)).toHaveCount(3, { timeout: 60_000 });
  const rows = await owner<{ code_id: Buffer }[]>`
    select code_id from lookup where provider_id = ${till.actor.provider.id}`;
  const idOf = (code: Buffer) => code.toString("hex");
  expect(rows.map(({ code_id }) => idOf(code_id)).sort()).toEqual(
    orders.map(({ code }) => idOf(code.subarray(4, 12))).sort(),
  );
  await context.close();
});
