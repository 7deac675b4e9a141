import { owner } from "@/tests/support/factories/account";
import { enrolled } from "@/tests/support/factories/factor";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test, typeShownCode } from "@/tests/support/test";

const agedProof = (personId: string) =>
  owner`update session set proven_at = now() - interval '5 minutes' where person_id = ${personId}`;

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("an act asks again after five minutes, and what was typed comes back and is sent then", async ({
      page,
    }) => {
      const { personId } = await enrolled("administrator");
      await signInAs(page, personId);
      await page.goto("/admin/personas/invitar");
      const email = `invitada-${personId}@prueba.example`;
      await page.getByLabel("Nombres y apellidos").fill("Invitada de Prueba");
      await page.getByLabel("Correo").fill(email);
      await page.getByRole("radio", { name: /Auditor/ }).check();
      await agedProof(personId);
      await page.getByRole("button", { name: "Enviar la invitación" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirme que es usted");
      await expect(page.getByText("Lo que escribió no se perdió", { exact: false })).toBeVisible();
      if (scripts) await expectAccessible(page);
      expect(await owner`select from person where email = ${email}`).toHaveLength(0);
      await typeShownCode(page);
      await expect(page).toHaveURL(/\/admin\/personas\/invitar$/);
      await expect(page.getByLabel("Nombres y apellidos")).toHaveValue("Invitada de Prueba");
      await expect(page.getByLabel("Correo")).toHaveValue(email);
      await expect(page.getByRole("radio", { name: /Auditor/ })).toBeChecked();
      await page.getByRole("button", { name: "Enviar la invitación" }).click();
      await expect(page).toHaveURL(/\/admin\/personas\/[-0-9a-f]{36}\?enviada=invitacion$/);
      expect(await owner`select from person where email = ${email}`).toHaveLength(1);
    });
  });

test("an export with personal data asks again, returns to the list with its filter, and then answers", async ({
  page,
}) => {
  const { personId } = await enrolled("administrator");
  await signInAs(page, personId);
  await page.goto("/admin/bitacora?accion=session.opened");
  await agedProof(personId);
  await page.getByRole("button", { name: "CSV" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirme que es usted");
  await typeShownCode(page);
  await expect(page).toHaveURL(/\/admin\/bitacora\?accion=session\.opened/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});
