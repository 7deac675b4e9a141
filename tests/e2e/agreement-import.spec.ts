import type { Page } from "@playwright/test";
import { connect } from "@/db/connection";
import { agreementCells, agreementFile } from "@/tests/support/factories/agreement";
import { someDigits } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

const PAGE = "/admin/convenios/importar";
const freshNit = () => `9${someDigits(8)}`;

async function upload(page: Page, rows: Record<string, string>[]) {
  await page.goto(PAGE);
  const buffer = Buffer.from(agreementFile(rows));
  const file = { name: "convenios.csv", mimeType: "text/csv", buffer };
  await page.getByLabel("Archivo de convenios").setInputFiles(file);
  await page.getByRole("button", { name: "Subir y revisar" }).click();
  await page.waitForURL(/importar\/[0-9a-f-]{36}$/);
}

const state = (page: Page, label: string) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText(`Importación: ${label}`, { timeout: 120_000 });

const count = (page: Page, label: string) =>
  page.getByRole("term").filter({ hasText: label }).locator("+ dd");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, viewport: { width: 1366, height: 768 } });

    test("a reviewer imports convenios, and one that changes company goes in by its own tick only", async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const inspect = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
      };
      const [one, two, taken, fresh] = [freshNit(), freshNit(), freshNit(), freshNit()];
      const cells = (was: string, nit: string, more = {}) =>
        agreementCells(nit, { CONVENIO: `CV-${was}`, ...more });
      const owner = connect(process.env.DATABASE_URL ?? "", null, 1);
      await signInAsEmail(page, "revisor@caja.example");
      await page.goto("/admin/convenios");
      await page.getByRole("link", { name: "Importar un archivo" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Importar convenios");
      await inspect();
      await upload(page, [cells(one, one), cells(two, two)]);
      await state(page, "por confirmar");
      await page.getByRole("button", { name: "Importar 2 convenios" }).click();
      await state(page, "terminada");

      await upload(page, [
        cells(one, taken),
        cells(two, two, { HASTA: "31/12/2029" }),
        cells(fresh, fresh, { DV: "x" }),
        agreementCells(freshNit(), { RAZON_SOCIAL: "Droguería La Nueva" }),
        agreementCells(two, { CONVENIO: `OTRO-${two}`, RAZON_SOCIAL: "Otra Empresa S.A.S." }),
      ]);
      await state(page, "por confirmar");
      await expect(count(page, "Listas para entrar")).toHaveText("1");
      await expect(count(page, "Cambian de datos")).toHaveText("1");
      await expect(count(page, "Esperan su marca")).toHaveText("2");
      await expect(count(page, "Huella (SHA-256)")).toHaveText(/^[0-9a-f]{64}$/);
      await expect(page.getByRole("row").filter({ hasText: "El dígito de verificación" })).toContainText(
        "DV",
      );
      const asks = page.getByRole("group", { name: "2 convenios cambian de empresa" });
      await expect(asks).toContainText("no depende ninguna orden vigente ni ningún uso");
      await expect(asks).toContainText("es nuevo y dice ser de Otra Empresa S.A.S.");
      await inspect();
      await asks.getByRole("checkbox", { name: new RegExp(`CV-${one} pasa del NIT`) }).check();
      await page.getByRole("button", { name: "Importar 2 convenios" }).click();
      await state(page, "terminada");
      await expect(page.getByRole("row").filter({ hasText: `CV-${one} pasa` })).toContainText("Marcado");
      await expect(
        page
          .getByRole("row")
          .filter({ hasText: `OTRO-${two}` })
          .last(),
      ).toContainText("Queda como está");
      await inspect();
      const rows = await owner<{ number: string; nit: string }[]>`
        select number, nit from agreement where number in ${owner([`CV-${one}`, `CV-${two}`, `OTRO-${two}`])}`;
      expect(rows.map(({ number, nit }) => `${number} ${nit}`).sort()).toEqual(
        [`CV-${one} ${taken}`, `CV-${two} ${two}`].sort(),
      );
      await owner.end();
      await page.goto(PAGE);
      await expect(page.getByRole("row").filter({ hasText: "convenios.csv" }).first()).toContainText(
        "Terminada",
      );
    });
  });
}

test("support reads a run of convenios and is offered nothing to decide", async ({ page, browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext();
  const reviewer = await context.newPage();
  await signInAsEmail(reviewer, "revisor@caja.example");
  await upload(reviewer, [agreementCells(freshNit())]);
  await state(reviewer, "por confirmar");
  await signInAsEmail(page, "atencion@caja.example");
  await page.goto(new URL(reviewer.url()).pathname);
  await state(page, "por confirmar");
  await expect(page.getByRole("button", { name: /^(Importar|Cancelar)/ })).toHaveCount(0);
  await expectAccessible(page);
  await reviewer.getByRole("button", { name: "Cancelar" }).click();
  await state(reviewer, "cancelada");
  await context.close();
});
