import { newToken } from "@/lib/crypto/token";
import { makeMember, makeProvider, owner, PASSWORD } from "@/tests/support/factories/account";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a person ends another device's session and changes the password from the page of their own account", async ({
      page,
      browser,
    }) => {
      const { personId } = await makeMember(await makeProvider(), "owner");
      const elsewhere = await (await browser.newContext()).newPage();
      await signInAs(elsewhere, personId);
      await signInAs(page, personId);
      await page.goto("/cuenta");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mi cuenta");
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Cerrar esta sesión" }).click();
      await expect(page.getByText("La sesión se cerró.")).toBeVisible();
      await elsewhere.goto("/cuenta");
      await expect(elsewhere).toHaveURL(/\/ingresar/);
      await signInAs(elsewhere, personId);
      await page.reload();
      await page.getByRole("button", { name: "Cerrar todas las demás" }).click();
      await expect(page.getByText("Las demás sesiones se cerraron.")).toBeVisible();
      await page.getByRole("link", { name: "Cambiar la contraseña" }).click();
      if (scripts) await expectAccessible(page);
      await page.getByLabel("Contraseña de ahora").fill(PASSWORD);
      await page.getByLabel("Contraseña nueva").fill("mariposa 1234567890");
      await page.getByRole("button", { name: "Cambiar contraseña" }).click();
      await expect(page.getByText("Esa contraseña es muy común", { exact: false })).toBeVisible();
      await page.getByLabel("Contraseña de ahora").fill(PASSWORD);
      await page.getByLabel("Contraseña nueva").fill("cuatro sillas verdes y un paraguas");
      await page.getByRole("button", { name: "Cambiar contraseña" }).click();
      await expect(page.getByText("Su contraseña cambió.", { exact: false })).toBeVisible();
      expect(
        await owner`select from audit_event where actor_id = ${personId} and action = 'password.chosen'`,
      ).toHaveLength(1);
    });
  });

test("a session whose token by chance begins like an encrypted cookie of before is open", async ({
  page,
}) => {
  const { personId } = await makeMember(await makeProvider(), "owner");
  await signInAs(page, personId, `eyJ${newToken().token.slice(3)}`);
  await page.goto("/cuenta");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mi cuenta");
});
