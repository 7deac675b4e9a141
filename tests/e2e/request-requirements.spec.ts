import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { owner } from "../support/factories/account";
import { closeApplications, makeApplication } from "../support/factories/application";
import { giveAccount } from "../support/factories/bank-account";
import { makeApplicant } from "../support/factories/request";
import { pdf } from "../support/full-journey";

const paper = (name: string) => ({ name, mimeType: "application/pdf", buffer: pdf });

test("the caja asks for one more document, a provider sends what is due, and a reviewer asks for what is missing", async ({
  browser,
}) => {
  const code = await makeApplication({ documents: ["rut"] });
  const actor = await makeApplicant();
  // Without scripts, since every step is a plain form.
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const as = async (email: string) => {
    await page.context().clearCookies();
    await signInAsEmail(page, email);
  };

  await as("administrador@caja.example");
  await page.goto(`/admin/ajustes/aplicaciones/${code}/nuevo`);
  await page.getByLabel("Nombre").fill("Registro sanitario");
  await page.getByLabel("Qué se debe ver (opcional)").fill("Vigente.");
  await page.getByLabel("Es obligatorio").uncheck();
  await page.getByLabel("Cuántos días puede tener al solicitar (opcional)").fill("365");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Guardado.")).toBeVisible();
  const row = page.getByRole("table", { name: `Documentos que pide ${code}` }).getByRole("row");
  await expect(row.filter({ hasText: "Registro sanitario" })).toContainText("Opcional365 días");

  await as(actor.email);
  await page.goto(`/aplicaciones/${code.toLowerCase()}/solicitar`);
  await expect(page.getByText("De los últimos 365 días. Vigente.")).toBeVisible();
  await expect(page.getByLabel("Número del convenio")).toHaveCount(0);
  await page.getByRole("button", { name: "Enviar solicitud" }).click();
  await expect(page.locator("#rut-error")).toContainText("Adjunte este documento: Documento rut");
  await page.locator("input[name=rut]").setInputFiles(paper("rut.pdf"));
  await page.getByRole("button", { name: "Enviar solicitud" }).click();
  await expect(page).toHaveURL(/\/solicitudes\/SOL-/);
  const number = new URL(page.url()).pathname.split("/").at(-1);

  await as("administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}`);
  await expect(page.getByText("Registro sanitario. No lo envió: es opcional.")).toBeVisible();
  await page.goto(`/admin/solicitudes/${number}?hacer=corregir`);
  await page.getByLabel("Registro sanitario: falta. Envíe el documento.").check();
  await page.getByRole("button", { name: "Devolver y seguir" }).click();
  await page.waitForURL(/hecha=/);

  await as(actor.email);
  await page.goto(`/solicitudes/${number}/corregir`);
  await expect(page.locator("input[type=file]")).toHaveCount(1);
  await page.locator("input[name=doc_registro_sanitario]").setInputFiles(paper("registro.pdf"));
  await page.getByRole("button", { name: "Enviar corrección" }).click();
  await expect(page.getByText("registro.pdf")).toBeVisible();
  await expect(page.getByText("rut.pdf")).toBeVisible();
  await closeApplications([code]);
});

test("the form of CONVENIOS shows four documents, of which two may be left out", async ({ page }) => {
  const { email } = await makeApplicant();
  await signInAsEmail(page, email);
  await page.goto("/aplicaciones/convenios/solicitar");
  const fields = page.locator("input[type=file]");
  expect(await fields.evaluateAll((all) => all.map((input) => input.getAttribute("name")))).toEqual([
    "rut",
    "camara",
    "representative_id",
    "bank_certificate",
  ]);
  await expect(page.getByLabel("Certificación bancaria (opcional)")).toBeVisible();
  await expectAccessible(page);
});

for (const javaScriptEnabled of [true, false])
  test(`a company that is paid into an account already is asked for none ${javaScriptEnabled ? "with" : "without"} scripts, at first and in a correction`, async ({
    browser,
  }) => {
    const actor = await makeApplicant();
    const code = await makeApplication({ documents: ["bank_certificate"] });
    await giveAccount(actor.provider.id);
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAsEmail(page, actor.email);
    const expectNoAccountFields = async () => {
      await expect(page.locator("input[name=bank_certificate]")).toHaveCount(1);
      await expect(page.getByText(/Se le sigue pagando en .*6007\. Para cambiar de cuenta/)).toBeVisible();
      await expect(page.locator("[name=accountNumber]")).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
    };
    await page.goto(`/aplicaciones/${code.toLowerCase()}/solicitar`);
    await expectNoAccountFields();
    await page
      .locator("input[name=bank_certificate]")
      .setInputFiles({ name: "banco.pdf", mimeType: "application/pdf", buffer: pdf });
    if (javaScriptEnabled) await expect(page.locator("[data-arrived=bank_certificate]")).toBeVisible();
    await page.getByRole("button", { name: "Enviar solicitud" }).click();
    await expect(page).toHaveURL(/\/solicitudes\/SOL-/);
    const number = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await owner`with returned as (
        update request set state = 'returned', decided_at = now(), reason = 'Otra certificación.'
        where filing_number = ${number} returning id)
      update request_document d set mark = 'fix' from returned r where d.request_id = r.id`;
    await page.goto(`/solicitudes/${number}/corregir`);
    await expectNoAccountFields();
    await closeApplications([code]);
    await page.context().close();
  });
