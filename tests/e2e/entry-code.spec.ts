import { makePasswordLink, owner } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("who has a password and no second factor recovers it with the code that an administrator tells", async ({
      page,
    }) => {
      // As somebody stands who was invited before there were codes.
      const [administrator, official] = [await makeOfficial("administrator"), await makeOfficial("officer")];
      await signInAs(page, administrator.personId);
      await page.goto(`/admin/personas/${official.personId}`);
      await expect(page.getByText("No tiene segundo factor ni código")).toBeVisible();
      await expect(page.getByText("Código para decirle")).toHaveCount(0);
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Enviar la invitación otra vez" }).click();
      await expect(page.getByRole("status")).toContainText("La invitación salió otra vez");
      await expect(page.getByText("Todavía no ha inscrito un segundo factor")).toBeVisible();
      const code = (await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent()) ?? "";
      if (scripts) await expectAccessible(page);

      await page.context().clearCookies();
      await page.goto(`/contrasena/${await makePasswordLink(official.personId)}`);
      const typed = page.getByLabel("Código que le dio la entidad");
      const choose = async (text: string) => {
        await typed.fill(text);
        await page.getByLabel("Contraseña", { exact: true }).fill("una frase larga y distinta");
        await page.getByRole("button", { name: "Guardar la contraseña" }).click();
      };
      await choose("2222-2222");
      await expect(page.getByText("Ese no es el código que le dio")).toBeVisible();
      await choose(code);
      await page.waitForURL(/\/ingresar\?clave=guardada$/);
    });

    test("once a second factor was confirmed the person's page has neither code nor invitation", async ({
      page,
    }) => {
      const [administrator, official] = [await makeOfficial("administrator"), await makeOfficial("officer")];
      await owner`insert into factor (person_id, kind, name, credential_id, public_key, counter, transports, confirmed_at)
        values (${official.personId}, 'passkey', 'Llave', ${official.personId}, 'x', 0, '{}', now())`;
      await signInAs(page, administrator.personId);
      await page.goto(`/admin/personas/${official.personId}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(official.name);
      await expect(page.getByText("Código para decirle")).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Enviar la invitación otra vez" })).toHaveCount(0);
    });
  });
