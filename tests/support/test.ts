import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import { demoAccounts } from "@/scripts/demo/accounts";
import { owner } from "./look-up-orders";
import { WHOLE_HOUR_MS, wholeHour } from "./whole-hour";

export { expect } from "@playwright/test";

/** A page fixture that fails a test on console errors, uncaught exceptions and CSP violations. */
export const test = base.extend<{ noise: string[]; hour: undefined }>({
  hour: [
    async ({ browserName: _ }, use) => {
      await wholeHour();
      await use(undefined);
    },
    // What it waits is not of the test's own time.
    { auto: true, timeout: WHOLE_HOUR_MS },
  ],
  noise: async ({ browserName: _ }, use) => {
    const noise: string[] = [];
    await use(noise);
    expect(noise).toEqual([]);
  },
  page: async ({ page, noise }, use) => {
    page.on("console", (message) => {
      // Error responses are the subject of some tests; the browser's console line about them is ignored.
      if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
        noise.push(message.text());
    });
    page.on("pageerror", (error) => noise.push(error.message));
    await use(page);
  },
});

/** All that axe knows of these levels in light mode; in dark mode only colours differ, and so only their rules are run. */
const rulesOf: Readonly<Record<"light" | "dark", axe.RunOnly>> = {
  light: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/** Runs axe, which was injected before, on the present page. The product has no frames. */
const violationsOf = (page: Page, runOnly: axe.RunOnly) =>
  page.evaluate(async (rules) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(" ")) }));
  }, runOnly);

/** What a page is given of axe: the text for the browser is half as long as that of the package's main module. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page that was reached without leaving the document has it still. */
async function injectAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
}

/** Checks that axe finds no violation in light and dark mode, and that nothing scrolls sideways at 320 px. */
export async function expectAccessible(page: Page): Promise<void> {
  // The words of a page are there before its styles, and without them every link is too small.
  await page.waitForLoadState("load");
  await injectAxe(page);
  // Between two pages the router takes the old title away before it sets the new one; what is judged is the new page.
  await expect(page).toHaveTitle(/./);
  for (const colorScheme of ["light", "dark"] as const) {
    // With reduced motion the colours change at once; in the middle of a transition the contrast would be
    // wrong.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    let violations = await violationsOf(page, rulesOf[colorScheme]);
    if (violations.some(({ id }) => id === "document-title")) {
      // The page was left for another one while axe ran: a page that has no title never gets one.
      await expect(page).toHaveTitle(/./);
      violations = await violationsOf(page, rulesOf[colorScheme]);
    }
    const found = violations.map(({ id, targets }) => `${colorScheme} ${id}: ${targets.join(", ")}`);
    expect(found, page.url()).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scroll at 320 px on ${page.url()}`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

/** Signs a demonstration account in through the form. */
export async function signIn(page: Page, email: string): Promise<void> {
  const account = demoAccounts.find((candidate) => candidate.email === email);
  if (!account) throw new Error(`no demonstration account ${email}`);
  await signInWith(page, account.email, account.password);
}

async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/ingresar");
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(page).not.toHaveURL(/ingresar(?!\/segundo-paso)/);
  if (page.url().includes("/ingresar/segundo-paso")) await passSecondStep(page, email);
  await expect(page).not.toHaveURL(/ingresar/);
}

/** Types the code that the demonstration shows at the second step, or when it asks again. */
export async function typeShownCode(page: Page): Promise<void> {
  const shown = await page.getByText(/Demostración: el código de ahora es/).textContent();
  await page.getByLabel("Código", { exact: true }).fill(/\d{6}/.exec(shown ?? "")?.[0] ?? "");
  await page.getByRole("button", { name: /^(?:Entrar|Confirmar)$/ }).click();
}

/** Another test may use the codes of this half minute at the same moment, so they are made unused and tried again. */
async function passSecondStep(page: Page, email: string): Promise<void> {
  await expect(async () => {
    await owner`update factor set last_step = null where person_id = (select id from person where email = ${email})`;
    await page.reload();
    // The code before was taken, only later than a try waits.
    if (!page.url().includes("/ingresar")) return;
    await typeShownCode(page);
    await expect(page).not.toHaveURL(/ingresar/, { timeout: 10_000 });
  }).toPass();
}
