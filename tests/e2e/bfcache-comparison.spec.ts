import type { Page } from "@playwright/test";
import {
  answerRows,
  expectGreen,
  heading,
  lookUpOnPage,
  openCounter,
  signal,
} from "@/tests/support/counter-pages";
import { owner } from "@/tests/support/look-up-orders";
import { expect, test } from "@/tests/support/test";

test.use({ viewport: { width: 390, height: 844 } });

/** Somebody at a green answer, and whether any page has shown green since it was last forgotten. */
async function atGreen(page: Page) {
  let greens = 0;
  await page.exposeBinding("countGreen", () => {
    greens += 1;
  });
  await page.addInitScript(() => {
    const { countGreen } = window as unknown as { countGreen: () => void };
    new MutationObserver(() => {
      if (document.querySelector("[data-signal=go]")) countGreen();
    }).observe(document, { childList: true, subtree: true });
  });
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await answerRows(page);
  await expectGreen(page);
  await expect.poll(() => greens).toBeGreaterThan(0);
  return {
    annul: () => owner`update "order" set state = 'annulled' where id = ${order.id}`,
    forget: () => {
      greens = 0;
    },
    greens: () => greens,
  };
}

test("a green page in the bfcache is cleared before leaving and restored only from the server", async ({
  page,
}) => {
  const { annul, forget, greens } = await atGreen(page);
  // Events of a page that enters the bfcache and is restored from it.
  const left = await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    return document.querySelectorAll("[data-signal]").length;
  });
  expect(left).toBe(0);
  await expect(page.getByText("Consultando de nuevo…")).toBeVisible();
  forget();
  await annul();
  await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(heading(page)).toHaveText("La entidad la anuló");
  expect(greens()).toBe(0);
});

for (const [by, leave] of [
  ["a link", (page: Page) => page.getByRole("link", { name: "Solo era una consulta" }).click()],
  ["another address", (page: Page) => page.goto("/ayuda")],
] as const) {
  test(`left by ${by}, the back button asks the server and shows no cached green`, async ({ page }) => {
    const { annul, forget, greens } = await atGreen(page);
    await leave(page);
    await expect(signal(page)).toHaveCount(0);
    forget();
    await annul();
    await page.goBack();
    await expect(heading(page)).toHaveText("La entidad la anuló");
    expect(greens()).toBe(0);
  });
}

test("a reload asks the server; an unchanged order is green for the rest of its minutes", async ({
  page,
}) => {
  const { annul } = await atGreen(page);
  await page.reload();
  await expectGreen(page);
  await annul();
  await page.reload();
  await expect(heading(page)).toHaveText("La entidad la anuló");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("green reloads from the server by itself before its three minutes are over", async ({ page }) => {
    const { order } = await openCounter(page);
    await lookUpOnPage(page, order);
    await answerRows(page);
    await expectGreen(page);
    const seconds = await page.locator("meta[http-equiv=refresh]").getAttribute("content");
    expect(Number(seconds)).toBeGreaterThan(150);
    expect(Number(seconds)).toBeLessThanOrEqual(180);
  });
});
