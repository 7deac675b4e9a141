import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { demoAccounts } from "@/scripts/demo/accounts";
import { demoCases } from "@/scripts/demo/cases";
import { loadDemo } from "@/scripts/demo/load";
import { takeManualPictures } from "@/scripts/manual-pictures";
import { browserArguments } from "@/tests/support/browser";
import { confirm, linkMailedTo, newApplicant, pdf, register } from "@/tests/support/full-journey";
import { buildForBrowser, e2eEnvironment } from "./test-environment";

const root = path.resolve(import.meta.dirname, "..");
const folder = path.join(root, "docs/pictures");
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, locale: "es-CO" };

/** `npm run screenshots`: takes the pictures of the README and the manual from the product and its demonstration. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await buildForBrowser(root, { typesChecked: false });
  const product = await e2eEnvironment(root);
  await loadDemo(product.shared.env.DATABASE_URL ?? "", { activity: true });
  const browser = await chromium.launch({
    args: browserArguments,
    executablePath: product.shared.env.E2E_BROWSER,
  });
  const base = product.shared.env.E2E_URL;
  try {
    const applicant = await newApplicant();
    applicant.legalName = "Droguería San Roque S.A.S.";
    applicant.email = "ana.ruiz@sanroque.example";
    const till = await (await browser.newContext({ ...phone, baseURL: base })).newPage();
    let step = 0;
    await register(till, applicant, async (page) => {
      if (++step === 2) await shoot(page, "registro");
    });
    await till.goto(await linkMailedTo(till, applicant.email));
    await shoot(till, "confirmar-correo");
    await confirm(till, applicant.email);
    await till.getByRole("link", { name: /^Solicitar/ }).click();
    const files = till.locator("input[type=file]");
    await files.nth(0).setInputFiles({ name: "rut.pdf", mimeType: "application/pdf", buffer: pdf });
    await files
      .nth(1)
      .setInputFiles({ name: "camara-de-comercio.pdf", mimeType: "application/pdf", buffer: pdf });
    await shoot(till, "solicitar");
    await till.getByRole("button", { name: /Enviar/ }).click();
    await till.waitForURL(/SOL-/);
    const filingNumber = /SOL-\d{4}-\d{6}/.exec(till.url())?.[0] ?? "";

    const desk = await (
      await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "es-CO", baseURL: base })
    ).newPage();
    await signIn(desk, "administrador@caja.example");
    await desk.goto(`/admin/solicitudes/${filingNumber}`);
    await shoot(desk, "decidir");

    const counter = await (await browser.newContext({ ...phone, baseURL: base })).newPage();
    await signIn(counter, "caja@eltornillo.example");
    await counter.goto("/aplicaciones");
    await shoot(counter, "aplicaciones");
    await counter.goto("/consultar");
    await shoot(counter, "consultar");
    for (const [outcome, name] of [
      ["current", "consulta-encontrada"],
      ["not_found", "consulta-no-encontrada"],
    ]) {
      const example = demoCases.find((candidate) => candidate.outcome === outcome);
      await counter.goto("/consultar");
      await counter.getByLabel("Nit / Cédula").fill(example?.idNumber ?? "");
      await counter.getByLabel("Nro Documento").fill(example?.number ?? "");
      await counter.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
      await counter.waitForURL(/\/r\//);
      await shoot(counter, name ?? "");
    }
    await takeManualPictures(browser, base ?? "");
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/ingresar");
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(demoAccounts[0].password);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/ingresar");
  if (new URL(page.url()).pathname === "/ingresar/segundo-paso") {
    const shown = await page.getByText(/Demostración: el código de ahora es/).textContent();
    await page.getByLabel("Código", { exact: true }).fill(/\d{6}/.exec(shown ?? "")?.[0] ?? "");
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
  }
  await page.waitForURL((url) => !url.pathname.startsWith("/ingresar"));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
