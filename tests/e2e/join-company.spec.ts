import type { Page } from "@playwright/test";
import { addMembership, makeMember, PASSWORD } from "@/tests/support/factories/account";
import { linkMailedTo, newApplicant, register } from "@/tests/support/full-journey";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

test.use({ viewport: { width: 390, height: 844 } });

/** Somebody with an account at one shop, and the owner of another one. */
async function twoShops() {
  const [here, there] = [await makeTill(), await makeTill()];
  const name = `Papelería ${there.actor.provider.id.slice(0, 8)}`;
  await owner`update provider set legal_name = ${name} where id = ${there.actor.provider.id}`;
  const known = await makeMember(here.actor.provider.id, "clerk");
  const boss = await makeMember(there.actor.provider.id, "owner");
  return { here: here.actor.provider.id, there: there.actor.provider.id, name, known, boss };
}

const strip = (page: Page) => page.getByText(/^Trabaja con /);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("who has an account accepts an invitation with its password and works for both companies", async ({
      page,
      browser,
    }) => {
      const { name, known, boss } = await twoShops();
      const office = await browser.newPage({ baseURL: process.env.E2E_URL ?? "", locale: "es-CO" });
      await signInAs(office, boss.personId);
      await office.goto("/equipo");
      await office.getByLabel("Nombres y apellidos").fill("Beto");
      await office.getByLabel("Correo", { exact: true }).fill(known.email);
      await office.getByRole("radio", { name: /^Registra/ }).check();
      await office.getByRole("button", { name: "Enviar la invitación" }).click();
      await expect(office.getByRole("heading", { name: "Invitaciones pendientes" })).toBeVisible();
      await page.goto(await linkMailedTo(page, known.email));
      await expect(page.getByText("Usted ya tiene una cuenta")).toBeVisible();
      await expect(page.getByRole("checkbox")).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Contraseña", { exact: true }).fill("una frase larga que no es");
      await page.getByRole("button", { name: "Aceptar y entrar" }).click();
      await expect(page.getByText("El correo o la contraseña no coinciden").first()).toBeVisible();
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Aceptar y entrar" }).click();
      await expect(strip(page)).toContainText(name);
      // The team sees a colleague, and nothing of the other company.
      await office.goto("/equipo");
      await expect(office.getByText(known.email)).toBeVisible();
      await expect(office.getByText("Prueba S.A.S.")).toHaveCount(0);
      const [row] = await owner`select count(*)::int as companies from membership
        where person_id = ${known.personId} and removed_at is null`;
      expect(row?.companies).toBe(2);
      await office.close();
    });

    test("who has an account registers a further company with its password", async ({ page }) => {
      const { known } = await twoShops();
      const applicant = { ...(await newApplicant()), email: known.email };
      await register(page, applicant, async () => {});
      await page.goto(await linkMailedTo(page, known.email));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Agregue la empresa a su cuenta");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Agregar y entrar" }).click();
      await expect(strip(page)).toContainText(applicant.legalName);
    });
  });
}

test("who leaves one company is signed out of it and signs in to the other", async ({ page }) => {
  const { here, there, known, name } = await twoShops();
  await addMembership(known.personId, there, "viewer");
  await signInAs(page, known.personId);
  await page.goto("/historial");
  await expect(strip(page)).toContainText("Prueba S.A.S.");
  const manager = await makeMember(here, "owner");
  await owner`select remove_member(${here}, ${manager.personId}, ${known.personId}, 'prueba')`;
  await page.goto("/historial");
  await expect(page).toHaveURL(/\/ingresar/);
  await page.getByLabel("Correo electrónico").fill(known.email);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(page).toHaveURL(/\/historial/);
  // One company again: nothing to choose, so nothing is said.
  await expect(strip(page)).toHaveCount(0);
  await expect(page.locator("[data-menu]")).toContainText(name);
});
