import type { Page } from "@playwright/test";
import { connect } from "@/db/connection";
import { demoCases } from "@/scripts/demo/cases";
import { answerRows, expectGreen, heading, lookUpOnPage } from "@/tests/support/counter-pages";
import { withOutageTestbed } from "@/tests/support/outage-testbed";
import { openSession } from "../support/open-session";
import { expect, expectAccessible, test } from "../support/test";

const example = demoCases.find(({ outcome }) => outcome === "current");

const NOT_KNOWN = "Todavía no se sabe si el uso quedó registrado";

const stopTimers = (page: Page) =>
  page.evaluate(() => {
    for (let id = window.setTimeout(() => {}); id > 0; id -= 1) window.clearTimeout(id);
  });

test("a use submitted while the database is down shows an unknown result, and its idempotency key resolves it", async ({
  browser,
}) => {
  if (!example) throw new Error("no current order in the demonstration");
  await withOutageTestbed(async ({ cluster, url, origin }) => {
    const [name = "", value = ""] = (await openSession(url, example.email)).split("=");
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ baseURL: origin, locale: "es-CO", javaScriptEnabled });
      await context.addCookies([{ name, value, url: origin }]);
      const page = await context.newPage();
      await lookUpOnPage(page, { ...example, id: "" });
      await answerRows(page);
      await expectGreen(page);
      await page.getByRole("link", { name: "Registrar el uso" }).click();
      await expect(heading(page)).toHaveText("Va a registrar este uso");
      const key = await page.locator("input[name=key]").inputValue();

      await cluster.stop();
      await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
      await expect(heading(page)).toHaveText("No supimos si el uso quedó registrado");
      await expect(page.getByText("No lo envíe otra vez. Primero mire qué pasó.")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const settle = page.getByRole("link", { name: "Ver qué pasó" });
      const truth = (await settle.getAttribute("href")) ?? "";
      expect(truth).toContain(`resultado?clave=${key}`);

      await settle.click();
      await expect(heading(page)).toHaveText(NOT_KNOWN);
      await expect(page).toHaveTitle(new RegExp(NOT_KNOWN));
      if (javaScriptEnabled) {
        // The page looks again after three seconds, and what is judged has to stay.
        await expect(async () => {
          await stopTimers(page);
          await expectAccessible(page);
        }).toPass({ timeout: 60_000 });
        await page.reload();
      }

      // The page looks again by itself, with and without JavaScript.
      await cluster.revive();
      await expect(heading(page)).toHaveText("El uso no quedó registrado", { timeout: 20_000 });
      await expect(page).toHaveTitle(/El uso no quedó registrado/);
      await page.getByRole("link", { name: "Volver a la confirmación" }).click();
      await expect(page.locator("input[name=key]")).not.toHaveValue(key);
      if (!javaScriptEnabled) {
        await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
        await expect(page).toHaveURL(/\/comprobantes\//);
        await page.goto(truth);
        await expect(heading(page)).toHaveText("El uso no quedó registrado");
        const owner = connect(url, null, 1);
        const [row] = await owner`select count(*)::int as n from order_use where key = ${key}`;
        expect(row?.n).toBe(0);
        await owner.end();
      }
      await context.close();
    }
  });
});
