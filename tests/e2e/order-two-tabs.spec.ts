import type { Page } from "@playwright/test";
import { owner } from "../support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind, rowOf } from "../support/factories/own-order";
import { signInAs } from "../support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

const NEW = "/admin/ordenes/nueva";

async function fill(page: Page, kind: string, name: string): Promise<void> {
  await page.getByLabel("Número de identificación").fill("1042555318");
  await page.getByLabel("Nombre del afiliado").fill(name);
  await page.getByLabel("Tipo de orden", { exact: true }).selectOption(kind);
  await page.getByLabel("Valor", { exact: true }).fill("480.000");
  await page.getByLabel("Concepto").fill("Calzado");
  await page.getByLabel("Sede", { exact: true }).fill("CAC Prado");
}
const keep = (page: Page) => page.getByRole("button", { name: "Guardar y seguir después" }).click();
const goOn = (page: Page) => page.getByRole("button", { name: "Continuar" }).click();

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("two tabs on one unfinished order do not replace each other's draft", async ({ page }) => {
      const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
      await signInAs(page, ana.personId);
      await page.goto(NEW);
      await fill(page, kind, "María Pérez");
      await keep(page);
      await page.waitForURL(/\/admin\/ordenes$/);
      const second = await page.context().newPage();
      await Promise.all([page.goto(NEW), second.goto(NEW)]);
      await goOn(page);
      await page.waitForURL(/\/emitir$/);
      await fill(second, kind, "Marta Gómez");
      await goOn(second);
      await expect(
        second.getByText("Esta orden ya está guardada como borrador con otros datos"),
      ).toBeVisible();
      await expect(second.getByLabel("Nombre del afiliado")).toHaveValue("Marta Gómez");
      await page.reload();
      await expect(page.getByText("María Pérez")).toBeVisible();
    });

    test("an unfinished order is not replaced by another one from a second tab", async ({ page }) => {
      const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
      await signInAs(page, ana.personId);
      const second = await page.context().newPage();
      await Promise.all([page.goto(NEW), second.goto(NEW)]);
      await fill(page, kind, "María Pérez");
      await keep(page);
      await page.waitForURL(/\/admin\/ordenes$/);
      await fill(second, kind, "Marta Gómez");
      await keep(second);
      await expect(second.getByText("Ya tiene guardada otra orden sin terminar")).toBeVisible();
      await goOn(second);
      await second.waitForURL(/\/emitir$/);
      await page.goto(NEW);
      await expect(page.getByLabel("Nombre del afiliado")).toHaveValue("María Pérez");
    });

    test("after a refusal the other button's refusal is told too, and what was corrected stays", async ({
      page,
    }) => {
      const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
      await signInAs(page, ana.personId);
      const second = await page.context().newPage();
      await Promise.all([page.goto(NEW), second.goto(NEW)]);
      await fill(page, kind, "María Pérez");
      await keep(page);
      await page.waitForURL(/\/admin\/ordenes$/);
      await fill(second, kind, "Marta Gómez");
      await second.getByLabel("Proveedor (opcional)").fill("Comercio sin convenio alguno");
      await goOn(second);
      await expect(second.getByText("Ese NIT no tiene un convenio vigente").first()).toBeVisible();
      await second.getByLabel("Proveedor (opcional)").fill("");
      await second.getByLabel("Concepto").fill("Útiles");
      await keep(second);
      await expect(second.getByText("Ya tiene guardada otra orden sin terminar")).toBeVisible();
      await expect(second.getByText("Ese NIT no tiene un convenio vigente")).toHaveCount(0);
      await expect(second.getByLabel("Proveedor (opcional)")).toHaveValue("");
      await expect(second.getByLabel("Concepto")).toHaveValue("Útiles");
      await goOn(second);
      await second.waitForURL(/\/emitir$/);
    });
  });

test("who approves an order that repeats another one has two reasons, each with its own field", async ({
  page,
}) => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind({ approvalFrom: 480_000 });
  const same = { affiliateId: "1042555319" };
  const order = await makeDraft(ana, kind, same);
  const { version } = await rowOf(order);
  await owner`select ask_order_approval(${order}, ${ana.personId}, ${version}, 'x')`;
  await owner`update order_kind set approval_from = null where code = ${kind}`;
  await makeIssued(ana, kind, same);
  await signInAs(page, luis.personId);
  await page.goto(`/admin/ordenes/${order}/aprobar`);
  await expectAccessible(page);
  const ids = await page.locator("textarea").evaluateAll((fields) => fields.map(({ id }) => id));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  await page.getByLabel("¿Por qué emite otra?").fill("Tiene dos hijos en el colegio");
  await page.getByRole("button", { name: "Aprobar y emitir" }).click();
  await expect(page.getByText(/Orden H\d{7} emitida\./)).toBeVisible();
});
