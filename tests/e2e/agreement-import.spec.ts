import type { Page } from "@playwright/test";
import { connect } from "@/db/connection";
import { agreementCells, agreementFile } from "@/tests/support/factories/agreement";
import { someDigits } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

const PAGE = "/admin/convenios/importar";
const freshNit = () => `9${someDigits(8)}`;

async function upload(page: Page, rows: Record<string, string>[], name = "convenios.csv") {
  await page.goto(PAGE);
  const buffer = Buffer.from(agreementFile(rows));
  const file = { name, mimeType: "text/csv", buffer };
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
      // The same test with and without scripts uploads at the same time.
      const file = `convenios-${one}.csv`;
      const cells = (was: string, nit: string, more = {}) =>
        agreementCells(nit, { CONVENIO: `CV-${was}`, ...more });
      const owner = connect(process.env.DATABASE_URL ?? "", null, 1);
      await signInAsEmail(page, "revisor@caja.example");
      await page.goto("/admin/convenios");
      await page.getByRole("link", { name: "Importar un archivo" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Importar convenios");
      await inspect();
      await upload(page, [cells(one, one), cells(two, two)], file);
      await state(page, "por confirmar");
      await page.getByRole("button", { name: "Importar 2 convenios" }).click();
      await state(page, "terminada");

      await upload(
        page,
        [
          cells(one, taken),
          cells(two, two, { HASTA: "31/12/2029" }),
          cells(fresh, fresh, { DV: "x" }),
          agreementCells(freshNit(), { RAZON_SOCIAL: "Droguería La Nueva" }),
          agreementCells(two, { CONVENIO: `OTRO-${two}`, RAZON_SOCIAL: "Otra Empresa S.A.S." }),
        ],
        file,
      );
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
      await expect(page.getByRole("row").filter({ hasText: file }).first()).toContainText("Terminada");
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

for (const javaScriptEnabled of [true, false])
  test(`ticks on the pages of a long list are kept ${javaScriptEnabled ? "with" : "without"} scripts, and confirmed together`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const owner = connect(process.env.DATABASE_URL ?? "", null, 1);
    const first = Number(`9${someDigits(5)}000`);
    const nits = Array.from({ length: 102 }, (_, at) => String(first + at));
    await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
      select 'ANTES-' || n, n, 0, 'De antes', '2026-01-01', '2027-12-31' from unnest(${nits}::text[]) n`;
    await signInAsEmail(page, "revisor@caja.example");
    await upload(
      page,
      nits.map((nit) => agreementCells(nit, { CONVENIO: `AHORA-${nit}`, RAZON_SOCIAL: "Otra" })),
      "marcas.csv",
    );
    await state(page, "por confirmar");
    const tick = (at: number) => page.getByRole("checkbox", { name: new RegExp(`AHORA-${nits[at]} `) });
    await tick(0).check();
    await tick(1).check();
    await page.getByRole("button", { name: "Guardar marcas y seguir" }).click();
    await expect(page.getByText(/Página 2 de 2.*2 convenios con marca/)).toBeVisible();
    await tick(101).check();
    await page.getByRole("button", { name: "Guardar marcas y volver" }).click();
    await expect(page.getByText(/Página 1 de 2.*3 convenios con marca/)).toBeVisible();
    await expect(tick(0)).toBeChecked();
    if (javaScriptEnabled) await expectAccessible(page);
    await tick(0).uncheck();
    // What is ticked here goes along with the confirmation.
    await tick(2).check();
    await page.getByRole("button", { name: "Confirmar", exact: true }).click();
    await state(page, "terminada");
    const rows = await owner<{ number: string }[]>`
      select number from agreement where number like 'AHORA-%' and nit = any(${nits}) order by nit`;
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 101].map((at) => `AHORA-${nits[at]}`));
    await page.goto(`${new URL(page.url()).pathname}?pagina=2`);
    await expect(page.getByRole("row").filter({ hasText: `AHORA-${nits[101]}` })).toContainText("Marcado");
    await owner.end();
    await context.close();
  });
