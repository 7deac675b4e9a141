import { demoCases } from "@/scripts/demo/cases";
import { openMenu } from "@/tests/support/counter-pages";
import { withOutageTestbed } from "@/tests/support/outage-testbed";
import { openSession } from "../support/open-session";
import { expect, test } from "../support/test";

test.use({ viewport: { width: 390, height: 844 } });

test("signing out while the database is down leaves nobody signed in on the device", async ({ browser }) => {
  const [example] = demoCases;
  if (!example) throw new Error("no order in the demonstration");
  await withOutageTestbed(async ({ cluster, url, origin }) => {
    const [name = "", value = ""] = (await openSession(url, example.email)).split("=");
    const context = await browser.newContext({ baseURL: origin, locale: "es-CO" });
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    await page.goto("/consultar");
    await openMenu(page);
    await cluster.stop();
    await page.getByRole("button", { name: "Salir" }).click();
    await expect(page).toHaveURL(/\/(?:ingresar|no-disponible)/);
    expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain(name);
    await cluster.revive();
    await page.goto("/consultar");
    await expect(page).toHaveURL(/\/ingresar/);
    await context.close();
  });
});
