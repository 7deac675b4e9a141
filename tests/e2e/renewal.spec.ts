import { expect, expectAccessible, test } from "@/tests/support/test";
import { owner } from "../support/factories/account";
import { closeApplications } from "../support/factories/application";
import { giveAccount } from "../support/factories/bank-account";
import { makeRenewing } from "../support/factories/renewal";
import { pdf } from "../support/full-journey";
import { signInAsEmail } from "../support/sign-in-as";

const paper = (name: string) => ({ name, mimeType: "application/pdf", buffer: pdf });

for (const javaScriptEnabled of [true, false])
  test(`an approved provider renews one document ${javaScriptEnabled ? "with" : "without"} scripts, works meanwhile, and the desk decides on it`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const { actor, code } = await makeRenewing();
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const as = async (email: string) => {
      await page.context().clearCookies();
      await signInAsEmail(page, email);
    };
    const inspect = async () => {
      if (javaScriptEnabled) await expectAccessible(page);
    };
    const card = page.locator("section").filter({ hasText: code });
    const path = `/aplicaciones/${code.toLowerCase()}/renovar`;

    await as("revisor@caja.example");
    await page.goto("/admin");
    await expect(
      page.getByText(/por renovar y no los? han? enviado|tienen? documentos por renovar/),
    ).toBeVisible();
    await page.getByRole("link", { name: "Ver los proveedores" }).click();
    await page.waitForURL(/estado=to_renew/);
    await page.goto(`/admin/proveedores?estado=to_renew&buscar=${actor.provider.nit}`);
    await page.getByRole("row").filter({ hasText: "Prueba" }).getByRole("link").click();
    await expect(page.locator("#documentos").getByText("Por renovar")).toHaveCount(1);

    await as(actor.email);
    await page.goto("/aplicaciones");
    await expect(card.getByText(/Por renovar desde el .*: Documento chamber\./)).toBeVisible();
    await expect(card.getByRole("link", { name: /^Abrir/ })).toBeVisible();
    await inspect();
    await card.getByRole("link", { name: "Renovar documentos" }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.locator("input[type=file]")).toHaveCount(1);
    await inspect();
    await page.getByRole("button", { name: "Enviar renovación" }).click();
    await expect(page.getByText("Adjunte este documento: Documento chamber").first()).toBeVisible();
    // A refusal by the server is a new page, whose scripts take the file up once they are there.
    await page.waitForLoadState();
    await page.locator("input[name=camara]").setInputFiles(paper("camara-nueva.pdf"));
    if (javaScriptEnabled) await expect(page.locator("[data-arrived=camara]")).toBeVisible();
    await page.getByRole("button", { name: "Enviar renovación" }).click();
    await expect(page).toHaveURL(/\/solicitudes\/SOL-/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Renovación SOL-/);
    await expect(page.getByText("Su acceso sigue igual.")).toBeVisible();
    await inspect();
    const number = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    // What was sent is not asked for again, and the access is as it was.
    await page.goto(path);
    await expect(page).toHaveURL(new RegExp(`/solicitudes/${number}$`));
    await page.goto(`/aplicaciones/${code.toLowerCase()}/solicitar`);
    await expect(page).not.toHaveURL(/solicitar/);
    await page.goto("/aplicaciones");
    await expect(card.getByText(`Renovación ${number} en revisión.`)).toBeVisible();
    await expect(card.getByRole("link", { name: /^Abrir/ })).toBeVisible();

    await as("revisor@caja.example");
    await page.goto(`/admin/solicitudes?ver=renovaciones&aplicacion=${code}`);
    const row = page.getByRole("row").filter({ hasText: number });
    await expect(row).toContainText("Renovación");
    await row.getByRole("link").first().click();
    await expect(page.getByText("Estaba bien desde antes; no lo renovó.")).toHaveCount(1);
    await expect(page.getByText("Es una renovación: su acceso sigue igual")).toBeAttached();
    await inspect();
    await page.goto(`/admin/solicitudes/${number}?hacer=rechazar`);
    await expect(page.getByText("El proveedor sigue trabajando y puede enviar otra.")).toBeVisible();
    await expect(page.getByText("La empresa no tiene un convenio con la entidad.")).toHaveCount(0);
    await page.getByLabel("Los documentos no son de la empresa que hace la solicitud.").check();
    await page.getByRole("button", { name: "Rechazar y seguir" }).click();
    await page.waitForURL(/hecha=/);

    await as(actor.email);
    await page.goto("/aplicaciones");
    await expect(card.getByText(`La renovación ${number} no fue aprobada.`)).toBeVisible();
    await card.getByRole("link", { name: "Renovar documentos" }).click();
    await page.locator("input[name=camara]").setInputFiles(paper("camara-buena.pdf"));
    if (javaScriptEnabled) await expect(page.locator("[data-arrived=camara]")).toBeVisible();
    await page.getByRole("button", { name: "Enviar renovación" }).click();
    await expect(page).toHaveURL(/\/solicitudes\/SOL-/);
    const second = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(second).not.toBe(number);

    await as("revisor@caja.example");
    await page.goto(`/admin/solicitudes/${second}`);
    await page.getByRole("button", { name: /Aprobar y seguir/ }).click();
    await page.waitForURL(/hecha=/);
    await as(actor.email);
    await page.goto(`/solicitudes/${second}`);
    await expect(page.getByText("Aprobada. Sus documentos están al día.")).toBeVisible();
    await page.goto("/aplicaciones");
    await expect(card.locator("[data-renewal]")).toHaveCount(0);
    await expect(card.getByRole("link", { name: /^Abrir/ })).toBeVisible();
    await closeApplications([code]);
    await page.context().close();
  });

test("with a bank certificate the account stays the one that two people approved", async ({ page }) => {
  const { actor, code } = await makeRenewing();
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'bank_certificate', 'Certificación bancaria', true, 9)`;
  await giveAccount(actor.provider.id);
  await signInAsEmail(page, actor.email);
  await page.goto(`/aplicaciones/${code.toLowerCase()}/renovar`);
  await expect(page.locator("input[type=file]")).toHaveCount(2);
  await expect(page.getByText(/Se le sigue pagando en .*6007\. Para cambiar de cuenta/)).toBeVisible();
  await expect(page.locator("[name=accountNumber]")).toHaveCount(0);
  await closeApplications([code]);
});

test("a renewal that could not be filed says why on the page of applications", async ({ page }) => {
  const { actor, code } = await makeRenewing();
  await signInAsEmail(page, actor.email);
  await page.goto("/aplicaciones?aviso=nothing_to_renew");
  await expect(page.getByText("Ya no hay ningún documento por renovar.")).toBeVisible();
  await expectAccessible(page);
  await closeApplications([code]);
});
