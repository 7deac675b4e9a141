import type { Page } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { heading, lookUpOnPage, menuOf, openMenu } from "@/tests/support/counter-pages";
import { addMembership, makeProvider, PASSWORD } from "@/tests/support/factories/account";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { makeNamedCounter } from "@/tests/support/use-in-database";
import { compared } from "@/tests/support/use-order";
import { makeVictim } from "@/tests/support/victim-provider";

test.use({ viewport: { width: 390, height: 844 } });

/** A clerk of two shops with CONVENIOS, each with a name of its own. */
async function clerkOfTwo() {
  const [first, second] = [await makeTill(), await makeTill()];
  const { personId } = first.actor;
  const shop = async (id: string, name: string) => {
    const legalName = `${name} ${id.slice(0, 8)}`;
    await owner`update provider set legal_name = ${legalName} where id = ${id}`;
    return { id, legalName };
  };
  await addMembership(personId, second.actor.provider.id, "clerk");
  return {
    personId,
    till: first,
    tornillo: await shop(first.actor.provider.id, "Ferretería"),
    papel: await shop(second.actor.provider.id, "Papelería"),
  };
}

async function switchTo(page: Page, legalName: string): Promise<void> {
  await openMenu(page);
  await page.getByRole("button", { name: legalName }).click();
  await expect(strip(page)).toContainText(legalName);
}

const alert = (page: Page) => page.getByRole("main").getByRole("alert");
const strip = (page: Page) => page.getByText(/^Trabaja con /);

const lookupsOf = async (provider: string) => {
  const [row] = await owner<{ found: number }[]>`
    select count(*)::int as found from lookup where provider_id = ${provider}`;
  return row?.found;
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("two taps at the counter switch the company, and the next look-up is in its name", async ({
      page,
    }) => {
      const { personId, tornillo, papel } = await clerkOfTwo();
      await signInAs(page, personId);
      await page.goto("/consultar");
      await expect(strip(page)).toContainText(tornillo.legalName);
      await switchTo(page, papel.legalName);
      await expect(page).toHaveURL(/\/consultar$/);
      await lookUpOnPage(page, await makeOrder());
      await expect(strip(page)).toContainText(papel.legalName);
      expect([await lookupsOf(tornillo.id), await lookupsOf(papel.id)]).toEqual([0, 1]);
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test("a look-up typed for one company and sent after a switch in another tab is refused with its name", async ({
      page,
    }) => {
      const { personId, tornillo, papel } = await clerkOfTwo();
      await signInAs(page, personId);
      await page.goto("/consultar");
      await page.getByLabel("Nit / Cédula").fill("1042555318");
      await page.getByLabel("Nro Documento").fill("0004521");
      const other = await page.context().newPage();
      await other.goto("/consultar");
      await switchTo(other, papel.legalName);
      await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
      await expect(alert(page)).toContainText(`No se registró nada: usted abrió`);
      await expect(alert(page)).toContainText(tornillo.legalName);
      expect([await lookupsOf(tornillo.id), await lookupsOf(papel.id)]).toEqual([0, 0]);
      // Sent once more it is refused once more; and what was typed waits for the company that it was meant for.
      if (javaScriptEnabled) {
        const answered = page.waitForResponse((response) => response.request().method() === "POST");
        await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
        // The same refusal stands there from the first time.
        await answered;
        await expect(alert(page)).toContainText(tornillo.legalName);
        await switchTo(other, tornillo.legalName);
      } else {
        await page.getByRole("main").getByRole("button", { name: tornillo.legalName }).click();
        await expect(strip(page)).toContainText(tornillo.legalName);
        await page.goto("/consultar");
      }
      await expect(page.getByLabel("Nit / Cédula")).toHaveValue("1042555318");
      await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
      await page.waitForURL(/\/r\//);
      expect([await lookupsOf(tornillo.id), await lookupsOf(papel.id)]).toEqual([1, 0]);
    });

    test("a use confirmed for one company after a switch is registered for none", async ({ page }) => {
      const { personId, till, tornillo, papel } = await clerkOfTwo();
      const order = await makeOrder();
      const lookup = await compared(till, order);
      await signInAs(page, personId);
      await page.goto(`/consultar/r/${lookup}/usar`);
      const other = await page.context().newPage();
      await other.goto("/historial");
      await switchTo(other, papel.legalName);
      expect(new URL(other.url()).pathname).toBe("/historial");
      await page.getByRole("button", { name: "Sí, registrar el uso" }).click();
      await expect(alert(page)).toContainText("No se registró nada");
      await expect(alert(page)).toContainText(tornillo.legalName);
      const [row] = await owner`select count(*)::int as uses from order_use where order_id = ${order.id}`;
      expect(row?.uses).toBe(0);
    });
  });
}

test("a page of one company says that another tab switched, and the next page comes anew for the other", async ({
  page,
}) => {
  const { personId, tornillo, papel } = await clerkOfTwo();
  await signInAs(page, personId);
  await page.goto("/historial");
  const other = await page.context().newPage();
  await other.goto("/consultar");
  await switchTo(other, papel.legalName);
  const notice = page.getByText("En otra pestaña pasó a otra empresa");
  const isShown = () => page.evaluate(() => dispatchEvent(new Event("focus"))).then(() => notice.isVisible());
  await expect.poll(isShown).toBe(true);
  await expect(strip(page)).toContainText(tornillo.legalName);
  await expectAccessible(page);
  await openMenu(page);
  await page.locator("[data-menu]").getByRole("link", { name: "Aplicaciones" }).click();
  await expect(strip(page)).toContainText(papel.legalName);
  await expect(page).toHaveURL(/\/aplicaciones$/);
  await expect(page.getByText("En otra pestaña pasó a otra empresa")).toHaveCount(0);
});

test("a report with a file sent after a switch leads to the page that says for which company it was", async ({
  page,
}) => {
  const { personId, till, tornillo, papel } = await clerkOfTwo();
  const lookup = await compared(till, await makeOrder());
  await signInAs(page, personId);
  await page.goto(`/consultar/r/${lookup}/reportar`);
  const other = await page.context().newPage();
  await other.goto("/consultar");
  await switchTo(other, papel.legalName);
  await page.locator("form[action$='/reportar/enviar']").evaluate((form: HTMLFormElement) => form.submit());
  await expect(page).toHaveURL(/\/empresa\?de=/);
  await expect(alert(page)).toContainText(tornillo.legalName);
  await expectAccessible(page);
});

test("a person of one company sees no choice and no name above the counter", async ({ page }) => {
  const { actor } = await makeTill();
  await signInAs(page, actor.personId);
  await page.goto("/consultar");
  await expect(strip(page)).toHaveCount(0);
  await openMenu(page);
  await expect(page.locator("form[action='/empresa/cambiar']")).toHaveCount(0);
  await page.goto("/empresa");
  await expect(page.getByText("Su cuenta es de una sola empresa.")).toBeVisible();
});

test("nothing of one company is read by its own person while they work for another one", async ({ page }) => {
  const victim = await makeVictim();
  const till = await makeTill();
  const { personId, provider } = till.actor;
  // Its name stands in the menu of its own person.
  await owner`update provider set legal_name = 'Otra empresa' where id = ${victim.providerId}`;
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  await addMembership(personId, victim.providerId, "owner");
  await signInAs(page, personId);
  const { open, use, proof, folio, radicado, branch } = victim.ids;
  const places = [
    "/historial",
    "/equipo",
    "/novedades",
    "/aplicaciones",
    `/consultar/r/${open}`,
    `/consultar?de=${open}`,
    `/comprobantes/${use}`,
    `/constancias/${proof}`,
    `/novedades/${folio}`,
    `/solicitudes/${radicado}`,
    `/equipo/establecimientos/${branch}`,
  ];
  const leaks = async (place: string) => {
    const body = await (await page.request.get(place)).text();
    return victim.canaries.filter((canary) => body.includes(canary));
  };
  for (const place of places) expect([place, await leaks(place)]).toEqual([place, []]);
  // The same person reads it there.
  await page.goto("/historial");
  await switchTo(page, "Otra empresa");
  expect((await Promise.all(places.map(leaks))).filter((found) => found.length > 0).length).toBeGreaterThan(
    5,
  );
  await switchTo(page, "Prueba S.A.S.");
  expect(await leaks("/equipo")).toEqual([]);
  await owner`update membership set removed_at = now() where person_id = ${personId} and provider_id = ${provider.id}`;
  await page.goto("/equipo");
  await expect(page).toHaveURL(/\/ingresar/);
});

test("signing in opens the company whose counter the device is, else the one chosen last on it", async ({
  page,
}) => {
  const { personId, tornillo, papel } = await clerkOfTwo();
  const [row] = await owner<{ email: string }[]>`
    update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${personId} returning email`;
  const signIn = async () => {
    await page.context().clearCookies({ name: "sesion" });
    await page.goto("/ingresar");
    await page.getByLabel("Correo electrónico").fill(row?.email ?? "");
    await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Ingresar", exact: true }).click();
    await expect(page).not.toHaveURL(/ingresar/);
  };
  await signIn();
  await expect(strip(page)).toContainText(tornillo.legalName);
  await switchTo(page, papel.legalName);
  await signIn();
  await expect(strip(page)).toContainText(papel.legalName);
  const { counterId } = await makeNamedCounter({ personId, providerId: tornillo.id, counterId: null });
  await page.context().addCookies([{ name: "caja", value: counterId ?? "", url: process.env.E2E_URL ?? "" }]);
  await signIn();
  await expect(page).toHaveURL(/\/consultar$/);
  await expect(strip(page)).toContainText(tornillo.legalName);
  await expect(menuOf(page)).toBeVisible();
});

test("a switch that names no company of one's own changes nothing", async ({ page }) => {
  const { personId, tornillo } = await clerkOfTwo();
  await signInAs(page, personId);
  await page.goto("/consultar");
  const origin = process.env.E2E_URL ?? "";
  for (const provider of [await makeProvider(), "x", ""])
    await page.request.post("/empresa/cambiar", { form: { provider }, headers: { origin } });
  const foreign = await page.request.post("/empresa/cambiar", {
    form: { provider: tornillo.id },
    headers: { origin: "https://otro.example" },
  });
  expect(foreign.status()).toBe(403);
  await page.reload();
  await expect(strip(page)).toContainText(tornillo.legalName);
  await expect(heading(page)).toHaveText("Consultar una orden");
});
