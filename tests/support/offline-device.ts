import { type Browser, expect, type Page } from "@playwright/test";
import { storedKeys } from "./browser-storage";
import { isOfflineReady } from "./code-picture";
import { startCuttableProxy } from "./cuttable-proxy";
import { makeTill } from "./look-up-orders";
import { signInAs } from "./sign-in-as";

/** A phone whose connection can be cut, on which somebody of a till is signed in. */
export async function makeCuttablePhone(browser: Browser) {
  const line = await startCuttableProxy(process.env.E2E_URL ?? "");
  const context = await browser.newContext({
    baseURL: line.url,
    locale: "es-CO",
    viewport: { width: 390, height: 844 },
    serviceWorkers: "allow",
  });
  const page = await context.newPage();
  const till = await makeTill();
  await signInAs(page, till.actor.personId);
  return { line, context, page, till };
}

/** Opens the look-up and waits until the browser keeps all that it needs without internet. */
export async function openOfflineReady(page: Page): Promise<void> {
  await page.goto("/consultar");
  await expect.poll(() => isOfflineReady(page)).toBe(true);
  // It comes by a request of its own, and without it nothing can be kept.
  await expect.poll(() => storedKeys(page, "key")).toHaveLength(1);
}
