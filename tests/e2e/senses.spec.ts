import type { Page } from "@playwright/test";
import { lookUpOrder } from "@/domain/order/look-up";
import { makeOrder, makeTill } from "../db/lookup/counter";
import { enterAs } from "../support/enter-as";
import { expect, test } from "../support/test";

const signals = [
  { name: "found", shape: {}, signal: "info" },
  { name: "used", shape: { state: "used" }, signal: "stop" },
  { name: "not yet", shape: { issuedIn: 5, endsIn: 20 }, signal: "warn" },
] as const;

async function answer(page: Page, shape: Parameters<typeof makeOrder>[0]): Promise<void> {
  const till = await makeTill();
  const order = await makeOrder(shape);
  await enterAs(page, till.actor.personId);
  await page.goto(`/consultar/r/${await lookUpOrder(till, { ...order, kindCode: "AS" }, { ip: "x" })}`);
}

for (const { name, shape, signal } of signals) {
  test(`with forced colours the answer "${name}" keeps its figure and its border`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await answer(page, shape);
    const panel = page.locator(`[data-signal=${signal}]`);
    await expect(panel).toBeVisible();
    await expect(panel.locator("svg.figura")).toHaveCSS("forced-color-adjust", "none");
    expect(
      await panel.evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth)),
    ).toBeGreaterThan(0);
  });

  test(`at 400 % zoom the answer "${name}" fits and its buttons cover nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await answer(page, shape);
    const { sideways, sticky } = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      sticky: [...document.querySelectorAll("*")].filter((element) =>
        ["sticky", "fixed"].includes(getComputedStyle(element).position),
      ).length,
    }));
    expect(sideways).toBeLessThanOrEqual(0);
    expect(sticky).toBe(0);
  });

  test(`with reduced motion nothing moves on the answer "${name}"`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await answer(page, shape);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
}
