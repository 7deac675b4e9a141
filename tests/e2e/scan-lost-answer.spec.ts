import type { BrowserContext, Page } from "@playwright/test";
import { codeUrl } from "@/domain/order-code/code";
import { choosePicture } from "@/tests/support/code-picture";
import { heading } from "@/tests/support/counter-pages";
import { scanWithKeys } from "@/tests/support/keyboard-scanner";
import { owner } from "@/tests/support/look-up-orders";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { expect, test } from "@/tests/support/test";

test.use({ serviceWorkers: "allow" });

const answers = (page: Page) => page.locator("[data-late]");

/** How many look-ups of this code the history and the log have. */
async function recorded(code: Buffer) {
  const [row] = await owner`
    select count(distinct l.id)::int as lookups, count(e.*)::int as events
    from lookup l join audit_event e on e.subject_id = l.id::text and e.action = 'order.looked_up'
    where l.code_id = ${code.subarray(4, 12)}`;
  return row;
}

/** The server gets what a page sends by an action and writes it; the answer is lost. */
async function loseAnswers(context: BrowserContext, path: string): Promise<void> {
  await context.route(`**${path}`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    return route.abort();
  });
}

test("a scan whose answer was lost stays one look-up, in the history and in the log", async ({ browser }) => {
  const { line, context, page } = await makeCuttablePhone(browser);
  const [seen, typed] = [await makePrintedOrder(), await makePrintedOrder()];
  await openOfflineReady(page);
  await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
  await loseAnswers(context, "/consultar/escanear");
  await choosePicture(page, codeUrl(line.url, seen.code));
  await expect(heading(page)).toHaveText("Sin internet");
  await expect(answers(page)).toHaveCount(1);
  expect(await recorded(seen.code)).toEqual({ lookups: 1, events: 1 });

  await page.goto("/consultar", { waitUntil: "networkidle" });
  await loseAnswers(context, "/consultar");
  await scanWithKeys(page, codeUrl(line.url, typed.code));
  await expect(heading(page)).toHaveText("Sin internet");
  await expect(answers(page)).toHaveCount(2);
  expect(await recorded(typed.code)).toEqual({ lookups: 1, events: 1 });
  await context.close();
});

for (const [what, path, read] of [
  ["a picture of a code", "/consultar/escanear", choosePicture],
  [
    "a code from a keyboard scanner",
    "/consultar",
    (page: Page, code: string) => scanWithKeys(page, code, false),
  ],
] as const) {
  test(`on a line that swallows packets ${what} is checked without internet after twenty seconds, and is one look-up`, async ({
    browser,
  }) => {
    const { line, context, page } = await makeCuttablePhone(browser);
    const order = await makePrintedOrder();
    await page.clock.install();
    await openOfflineReady(page);
    await page.goto(path, { waitUntil: "networkidle" });
    line.hold();
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await read(page, codeUrl(line.url, order.code));
    // The scanner has ended once nothing more is typed.
    await page.clock.runFor(2_000);
    await sent;
    await page.clock.runFor(10_000);
    await expect(heading(page)).not.toHaveText("Sin internet");
    await page.clock.runFor(11_000);
    await expect(heading(page)).toHaveText("Sin internet");
    await expect(page.locator("[data-outcome]")).toHaveAttribute("data-outcome", "unconfirmed");
    line.release();
    await page.clock.runFor(15_000);
    await expect(answers(page)).toHaveCount(1);
    expect(await recorded(order.code)).toEqual({ lookups: 1, events: 1 });
    await context.close();
  });
}
