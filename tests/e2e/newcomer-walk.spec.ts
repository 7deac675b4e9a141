import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { nitCheckDigit } from "@/model/identity/nit";
import { freeNit } from "@/scripts/demo/accounts";
import { filmArguments, writeCameraFilm } from "@/tests/support/camera";
import { answerRows, expectGreen, heading } from "@/tests/support/counter-pages";
import { confirm, newApplicant, register, requestAgreements } from "@/tests/support/full-journey";
import { makeOrder, someDigits } from "@/tests/support/look-up-orders";
import { photographPaper } from "@/tests/support/paper-picture";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "hanna-recorrido-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inspect = async () => {};
const phone = { viewport: { width: 390, height: 844 } };

/** The PDF of the paper that the demonstration prints of an order. */
async function printPaper(page: Page, number: string): Promise<Buffer> {
  await page.goto("/buzon");
  await page.getByRole("link", { name: /Ver los papeles/ }).click();
  const form = page.getByRole("row", { name: new RegExp(number) }).locator("form");
  const { origin } = new URL(page.url());
  const answer = await page.request.post((await form.getAttribute("action")) ?? "", { headers: { origin } });
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return answer.body();
}

test("a newcomer registers with the demonstration's free NIT, is approved, and scans and uses a paper that it prints", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const applicant = {
    ...(await newApplicant({ agreement: false })),
    nit: freeNit,
    checkDigit: String(nitCheckDigit(freeNit)),
  };
  const shop = await (await browser.newContext(phone)).newPage();
  await register(shop, applicant, inspect);
  await confirm(shop, applicant.email);
  const filingNumber = await requestAgreements(shop, inspect);

  const desk = await (await browser.newContext()).newPage();
  await signInAsEmail(desk, "revisor@caja.example");
  await desk.goto(`/admin/solicitudes/${filingNumber}`);
  await desk.getByRole("button", { name: /Aprobar/ }).click();
  await expect(desk.getByText(/Aprobada/).first()).toBeVisible();

  // The page lists the lowest numbers first, and other tests make orders too.
  const order = await makeOrder({ number: `10${someDigits(4)}` });
  const paper = await printPaper(shop, order.number);
  const film = path.join(folder, "papel.y4m");
  const table = await browser.newPage();
  writeCameraFilm(film, [await photographPaper(table, paper, "letter")]);
  await table.close();

  const executablePath = process.env.E2E_BROWSER;
  const camera = await chromium.launch({
    args: filmArguments(film),
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const context = await camera.newContext({
      ...phone,
      baseURL: process.env.E2E_URL ?? "",
      locale: "es-CO",
      permissions: ["camera"],
      storageState: await shop.context().storageState(),
    });
    const counter = await context.newPage();
    await counter.goto("/aplicaciones");
    await counter.getByRole("link", { name: /^Acceder/ }).click();
    await counter.getByRole("link", { name: "Escanear el código" }).click();
    await counter
      .getByLabel("Escriba los últimos cuatro números o letras del documento de la persona")
      .fill(order.idNumber.slice(-4));
    await counter.getByRole("button", { name: "Ver la orden" }).click();
    await expect(heading(counter)).toHaveText("Encontramos la orden");
    await answerRows(counter);
    await expectGreen(counter);
    await counter.getByRole("link", { name: "Registrar el uso" }).click();
    await counter.getByRole("button", { name: "Sí, registrar el uso" }).click();
    await expect(heading(counter)).toHaveText("Uso registrado");
  } finally {
    await camera.close();
  }
});
