import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { connect } from "@/db/connection";
import { nitCheckDigit } from "@/model/identity/nit";
import { owner } from "./look-up-orders";
import { expect } from "./test";

export const password = "la puerta azul de la esquina";

export type Applicant = { nit: string; checkDigit: string; email: string; legalName: string };

/** Creates an applicant without an account whose NIT has a convenio in force. */
export async function newApplicant({ agreement = true } = {}): Promise<Applicant> {
  const nit = String(randomInt(800_000_000, 899_999_999));
  const applicant = {
    nit,
    checkDigit: String(nitCheckDigit(nit)),
    email: `${randomUUID()}@prueba.example`,
    legalName: `Droguería ${nit}`,
  };
  const owner = connect(process.env.DATABASE_URL ?? "", null, 1);
  if (agreement) {
    await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
      values (${`CV-${nit}`}, ${nit}, ${Number(applicant.checkDigit)}, ${applicant.legalName}, '2025-01-01', '2099-12-31')`;
  }
  // All browsers of a run share one network, and its rate limit of e-mails would stop them. The limits of a mailbox
  // are other tests' own.
  await owner`delete from budget_counter where scope like 'mail.%' and key = '127.0.0.1'`;
  await owner.end();
  return applicant;
}

const next = (page: Page) => page.getByRole("button", { name: "Continuar" }).click();

/** Registers, from the first page to "Confirme su correo". */
export async function register(
  page: Page,
  applicant: Applicant,
  inspect: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto("/registro");
  await expect(page.getByRole("main").getByText("Paso 1 de 4")).toBeVisible();
  for (const box of await page.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  await inspect(page);
  await page.getByRole("checkbox", { name: /^Autorizo a/ }).check();
  await page.getByRole("checkbox", { name: "Acepto las reglas de uso" }).check();
  await next(page);

  await expect(page.getByRole("main").getByText("Paso 2 de 4")).toBeVisible();
  await page.getByLabel("NIT", { exact: true }).fill(applicant.nit);
  await page.getByLabel(/^DV/).fill(applicant.checkDigit);
  await page.getByLabel("Razón social").fill(applicant.legalName);
  await page.getByLabel("Municipio").fill("Barranquilla, Atlántico");
  await page.getByLabel("Dirección del negocio").fill("Calle 45 # 20-11");
  await page.getByLabel("Teléfono").fill("605 323 5000");
  await inspect(page);
  await next(page);

  await expect(page.getByRole("main").getByText("Paso 3 de 4")).toBeVisible();
  await page.getByLabel("Nombres y apellidos").fill("Ana Ruiz Díaz");
  await page.getByLabel("Tipo de identificación").selectOption("CC");
  await page.getByLabel("Número de identificación").fill("1.042.555.318");
  await page.getByLabel("Correo").fill(applicant.email);
  await page.getByLabel("Celular").fill("300 123 4567");
  await inspect(page);
  await next(page);

  await expect(page.getByRole("main").getByText("Paso 4 de 4")).toBeVisible();
  await expect(page.getByText(applicant.legalName)).toBeVisible();
  await inspect(page);
  await page.getByRole("button", { name: "Crear la cuenta" }).click();
  await expect(page).toHaveURL(/\/registro\/listo/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirme su correo");
}

/** The path of the newest link that was e-mailed to an address. */
export async function linkMailedTo(page: Page, email: string): Promise<string> {
  const mailItem = page.getByRole("article").filter({ hasText: email }).first();
  // The page lists the newest fifty, and each minute the server writes to every official of the tests what waits.
  await expect(async () => {
    await owner`update mail set created_at = created_at - interval '1 day'
      where event_key ~ '^(desk|report)[.]' and created_at > now() - interval '1 hour'`;
    await page.goto("/buzon");
    await expect(mailItem).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return (await mailItem.getByRole("link").first().getAttribute("href")) ?? "";
}

/** Opens the confirmation link, sets the password and is signed in. */
export async function confirm(page: Page, email: string): Promise<void> {
  await page.goto(await linkMailedTo(page, email));
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Confirmar y entrar" }).click();
  await expect(page).toHaveURL(/\/aplicaciones/);
}

/** A small, real PDF. */
export const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** Files a request for CONVENIOS with both required documents, without the optional ones; returns the filing number. */
export async function requestAgreements(page: Page, inspect: (page: Page) => Promise<void>): Promise<string> {
  await page.goto("/aplicaciones");
  await inspect(page);
  await page
    .getByRole("region", { name: "CONVENIOS" })
    .getByRole("link", { name: /^Solicitar/ })
    .click();
  await expect(page).toHaveURL(/\/aplicaciones\/convenios\/solicitar/);
  const files = page.locator("input[type=file]");
  await expect(files).toHaveCount(4);
  for (const [at, name] of ["rut.pdf", "camara.pdf"].entries())
    await files.nth(at).setInputFiles({ name, mimeType: "application/pdf", buffer: pdf });
  await inspect(page);
  await page.getByRole("button", { name: /Enviar/ }).click();
  await expect(page).toHaveURL(/\/solicitudes\/SOL-\d{4}-\d{6}/);
  await inspect(page);
  return /SOL-\d{4}-\d{6}/.exec(page.url())?.[0] ?? "";
}
