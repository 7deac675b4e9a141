import { readFileSync } from "node:fs";
import { owner } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { confirmation, makeComparedOrder, register } from "@/tests/support/use-order";
import { readPdf } from "../support/read-pdf";
import { expect, expectAccessible, test } from "../support/test";

test("the report of a month is chosen, read without JavaScript, printed and taken along, and one to come is refused", async ({
  browser,
  baseURL,
}) => {
  const { till, lookupId } = await makeComparedOrder();
  await register(till, confirmation(lookupId));
  const name = `Informada ${till.actor.provider.nit}`;
  await owner`update provider set legal_name = ${name} where id = ${till.actor.provider.id}`;
  const [today] = await owner<{ month: string; before: string; next: string }[]>`
    select to_char(bogota_today(), 'YYYY-MM') as month,
      to_char(date_trunc('month', bogota_today()) - interval '1 day', 'YYYY-MM') as before,
      to_char(bogota_today() + interval '40 days', 'YYYY-MM') as next`;
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const plain = await context.newPage();
  await signInAsEmail(plain, "auditor@caja.example");
  await plain.goto("/admin");
  await plain.getByRole("link", { name: "Informe del mes" }).first().click();
  await expect(plain.getByLabel("Mes", { exact: true })).toHaveValue(today?.before ?? "");
  await plain.getByLabel("Mes", { exact: true }).selectOption(today?.month ?? "");
  await plain.getByRole("button", { name: "Ver", exact: true }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText(/^Informe de \w+ de 20\d\d$/);
  for (const caption of [
    "Por tipo de orden",
    "Por sede que la generó",
    "Por proveedor",
    "Solicitudes y tiempo para decidir",
  ])
    await expect(plain.getByRole("table", { name: caption })).toBeVisible();
  await expect(plain.getByRole("row", { name: /^Total \d/ }).first()).toBeVisible();
  await plain.goto(`/admin/informes?mes=${today?.next}`);
  await expect(plain.getByText("Ese mes todavía no ha llegado")).toBeVisible();
  await plain.goto("/admin/informes?mes=1931-02");
  await expect(plain.getByRole("heading", { name: "En febrero de 1931 no hubo nada" })).toBeVisible();
  await context.close();

  const page = await browser.newPage({ baseURL });
  await signInAsEmail(page, "tesoreria@caja.example");
  await page.goto(`/admin/informes?mes=${today?.month}`);
  await expectAccessible(page);
  const download = async (format: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: format, exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^informe-${today?.month}\\.(pdf|csv|xlsx)$`));
    return await file.path();
  };
  const csv = readFileSync(await download("CSV"), "utf8");
  expect(csv).toContain(
    `${today?.month};Proveedor;${name};${till.actor.provider.nit};Usadas;1;480000;${today?.before};0;0`,
  );
  await download("Excel");
  const { pages, tagged } = await readPdf(readFileSync(await download("PDF")));
  expect(tagged).toBe(true);
  expect(pages.some(({ text }) => text.includes(name))).toBe(true);
  await page.close();
});
