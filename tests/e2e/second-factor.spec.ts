import type { Page } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { totpCode } from "@/lib/crypto/totp";
import { makeMember, makeProvider, owner, PASSWORD } from "@/tests/support/factories/account";
import { stepNow } from "@/tests/support/factories/factor";
import { makeOfficial } from "@/tests/support/officials";
import { expect, expectAccessible, signIn, test } from "@/tests/support/test";

async function official() {
  const { personId, email } = await makeOfficial("administrator");
  await owner`update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${personId}`;
  return { personId, email };
}

async function enter(page: Page, email: string, from = "/ingresar"): Promise<void> {
  await page.goto(from);
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
}

/** The secret as the page shows it, for whoever types it. */
async function shownSecret(page: Page): Promise<string> {
  const text = await page.getByText(/Si no puede leerlo, escriba esta clave/).textContent();
  return (/((?:[A-Z2-7]{4} ?){8})/.exec(text ?? "")?.[1] ?? "").replaceAll(" ", "");
}

const code = async (secret: string, by = 0) => totpCode(secret, (await stepNow()) + by);

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a person of the caja enrols at the first sign-in, gets ten codes, and is asked at the next one", async ({
      page,
    }) => {
      const { personId, email } = await official();
      await enter(page, email, `/ingresar?volver=${encodeURIComponent("/admin/personas")}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Proteja su cuenta");
      // Every page leads here until it is done.
      await page.goto("/admin/solicitudes");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Proteja su cuenta");
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Usar una aplicación" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Conecte su aplicación");
      await expect(page.getByRole("img", { name: "Código para la aplicación" })).toBeVisible();
      if (scripts) await expectAccessible(page);
      const secret = await shownSecret(page);
      await page.getByLabel("Código de seis números").fill("000000");
      await page.getByRole("button", { name: "Conectar" }).click();
      await expect(
        page.getByText("Ese código no es el de ahora.", { exact: false }).filter({ visible: true }),
      ).toBeVisible();
      expect(await shownSecret(page)).toBe(secret);
      await page.getByLabel("Código de seis números").fill(await code(secret));
      await page.getByRole("button", { name: "Conectar" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sus códigos de papel");
      const codes = await page
        .getByRole("listitem")
        .filter({ hasText: /^\w{4}-/ })
        .allTextContents();
      expect(codes).toHaveLength(10);
      if (scripts) await expectAccessible(page);
      await page.getByRole("link", { name: "Ya los guardé" }).click();
      await expect(page).toHaveURL(/\/admin\/solicitudes$/);

      await page.context().clearCookies({ name: "sesion" });
      await enter(page, email);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Segundo paso");
      if (scripts) await expectAccessible(page);
      await page.getByLabel("Código", { exact: true }).fill(await code(secret, -1000));
      await page.getByRole("button", { name: "Entrar", exact: true }).click();
      await expect(
        page.getByText("Ese código no es el de ahora.", { exact: false }).filter({ visible: true }),
      ).toBeVisible();
      // A typed code is a secret: it is not given back.
      await expect(page.getByLabel("Código", { exact: true })).toHaveValue("");
      await page.goto("/admin");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Segundo paso");
      await page.getByLabel("Código", { exact: true }).fill(await code(secret, 1));
      await page.getByRole("button", { name: "Entrar", exact: true }).click();
      await expect(page).toHaveURL(/\/admin$/);

      await page.context().clearCookies({ name: "sesion" });
      await enter(page, email);
      await page.getByLabel("Código", { exact: true }).fill(codes[0] ?? "");
      await page.getByRole("button", { name: "Entrar", exact: true }).click();
      await expect(page).toHaveURL(/\/admin$/);
      await page.goto("/cuenta/seguridad");
      await expect(page.getByText("Le quedan 9 de 10 códigos sin usar.")).toBeVisible();
      if (scripts) await expectAccessible(page);
      // An old proof asks again before new codes are made.
      await owner`update session set proven_at = now() - interval '5 minutes' where person_id = ${personId}`;
      await page.getByRole("button", { name: "Hacer diez códigos nuevos" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirme que es usted");
      if (scripts) await expectAccessible(page);
      await page.getByLabel("Código", { exact: true }).fill(codes[1] ?? "");
      await page.getByRole("button", { name: "Confirmar" }).click();
      await expect(page).toHaveURL(/\/cuenta\/seguridad$/);
      await page.getByRole("button", { name: "Hacer diez códigos nuevos" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sus códigos de papel");
    });
  });

test("an owner of a provider may enrol, remove it again, and is asked for the password where no factor is", async ({
  page,
}) => {
  const { personId, email } = await makeMember(await makeProvider(), "owner");
  await enter(page, email);
  await expect(page).toHaveURL(/\/aplicaciones$/);
  await owner`update session set proven_at = now() - interval '5 minutes' where person_id = ${personId}`;
  await page.goto("/cuenta/seguridad");
  await page.getByRole("button", { name: "Agregar una aplicación de códigos" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirme que es usted");
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirmar" }).click();
  await page.getByRole("button", { name: "Agregar una aplicación de códigos" }).click();
  const secret = await shownSecret(page);
  await page.getByLabel("Código de seis números").fill(await code(secret));
  await page.getByRole("button", { name: "Conectar" }).click();
  await page.getByRole("link", { name: "Ya los guardé" }).click();
  await expect(page).not.toHaveURL(/\/codigos/);
  await page.context().clearCookies({ name: "sesion" });
  await enter(page, email);
  await page.getByLabel("Código", { exact: true }).fill(await code(secret, 1));
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(page).toHaveURL(/\/aplicaciones$/);
  await page.goto("/cuenta/seguridad");
  await page.getByRole("button", { name: "Quitar" }).click();
  await expect(page.getByText("Listo: ya no sirve para entrar.")).toBeVisible();
  await page.context().clearCookies({ name: "sesion" });
  await enter(page, email);
  await expect(page).toHaveURL(/\/aplicaciones$/);
});

test("the demonstration shows the code of its accounts where it asks for it", async ({ page }) => {
  await signIn(page, "auditor@caja.example");
  await expect(page).toHaveURL(/\/admin$/);
});
