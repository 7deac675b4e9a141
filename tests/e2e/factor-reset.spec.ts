import type { Page } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { makeMember, makeProvider, owner, PASSWORD } from "@/tests/support/factories/account";
import { enrol, enrolled, halfSession } from "@/tests/support/factories/factor";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

/** Somebody who lost their second factor, and the page where an administrator lets them enrol another one. */
const people = {
  "a person of the caja": async () => {
    const { personId, email } = await enrolled();
    await owner`update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${personId}`;
    return { personId, email, place: `/admin/personas/${personId}` };
  },
  "an owner of a provider": async () => {
    const provider = await makeProvider();
    const { personId, email } = await makeMember(provider, "owner");
    await enrol(await halfSession(personId, false));
    return { personId, email, place: `/admin/proveedores/${provider}/segundo-factor` };
  },
};

async function enter(page: Page, email: string): Promise<void> {
  await page.context().clearCookies({ name: "sesion" });
  await page.goto("/ingresar");
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Segundo paso");
}

for (const scripts of [true, false])
  for (const [who, make] of Object.entries(people))
    test.describe(scripts ? "with scripts" : "without scripts", () => {
      test.use({ javaScriptEnabled: scripts });

      test(`${who} who lost the second factor enrols another one with the code of an administrator`, async ({
        page,
      }) => {
        const { personId, email, place } = await make();
        await signInAsEmail(page, "administrador@caja.example");
        await page.goto(place);
        if (scripts) await expectAccessible(page);
        await page.getByRole("button", { name: "Permitir inscribir otro" }).click();
        await expect(page.getByText("Escriba el motivo").first()).toBeVisible();
        await page
          .getByLabel("Motivo, y cómo comprobó quién es")
          .fill("Vino con su cédula; perdió el celular");
        await page.getByRole("button", { name: "Permitir inscribir otro" }).click();
        const code = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? "";
        if (scripts) await expectAccessible(page);

        await enter(page, email);
        await page.getByLabel("Código que le entregaron").fill(code);
        await page.getByRole("button", { name: "Inscribir otro segundo factor" }).click();
        await expect(
          page.getByText("Todavía no hay un restablecimiento que sirva.", { exact: false }).first(),
        ).toBeVisible();
        await owner`update factor_reset set effective_at = now() where person_id = ${personId}`;
        await enter(page, email);
        await page.getByLabel("Código que le entregaron").fill(code.toLowerCase());
        await page.getByRole("button", { name: "Inscribir otro segundo factor" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Proteja su cuenta");
        if (scripts) await expectAccessible(page);
        await page.getByRole("button", { name: "Usar una aplicación" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Conecte su aplicación");
      });
    });
