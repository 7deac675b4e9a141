import { randomBytes } from "node:crypto";
import { addDays, bogotaDay } from "@/model/calendar";
import { owner } from "@/tests/support/look-up-orders";
import { signInAs, signInAsEmail } from "@/tests/support/sign-in-as";
import { confirmation, makeComparedOrder, makeUses, register } from "@/tests/support/use-order";
import { mailsTo } from "../support/factories/account";
import { readPdf } from "../support/read-pdf";
import { expect, expectAccessible, test } from "../support/test";

/** A provider with a name of its own, its owner, and a use of $480.000. */
async function oneUse() {
  const { till, order, lookupId } = await makeComparedOrder();
  await register(till, confirmation(lookupId));
  const { personId, provider } = till.actor;
  const name = `Comercio ${provider.nit}`;
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  await owner`update provider set legal_name = ${name} where id = ${provider.id}`;
  return { personId, name, order };
}

for (const javaScriptEnabled of [true, false]) {
  test(`a use is legalized, invoiced and paid by the caja, and its provider sees each state, JavaScript ${
    javaScriptEnabled ? "on" : "off"
  }`, async ({ browser, baseURL }) => {
    const { personId, name } = await oneUse();
    const context = await browser.newContext({ javaScriptEnabled, baseURL });
    const page = await context.newPage();
    const inspect = async () => {
      if (javaScriptEnabled) await expectAccessible(page);
    };
    await signInAsEmail(page, "funcionario@caja.example");
    await page.goto("/admin/liquidacion?filas=100");
    await inspect();
    await page.getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Marque uno o más usos").first()).toBeVisible();
    await inspect();
    const move = async (act: string, more?: () => Promise<void>) => {
      await page.getByRole("checkbox", { name: /^Marcar U-20/ }).check();
      await page.getByText(act, { exact: true }).click();
      await more?.();
      await page.getByRole("button", { name: "Guardar" }).click();
    };
    const saved = () => expect(page.getByRole("status").filter({ hasText: /^Listo\./ })).toBeVisible();
    await move("Legalizar, o devolver de objetado a legalizado");
    await saved();
    await expect(page.getByRole("cell", { name: "Legalizado" })).toBeVisible();
    await page.goto(page.url().replace("guardado=1", ""));
    await move("Poner en una factura", async () => {
      await page.getByLabel("Número de la factura").fill("FE-2041");
      await page.getByLabel("CUFE").fill("a1");
    });
    await expect(page.getByText("El CUFE tiene 96 letras y números.").first()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^Marcar U-20/ })).toBeChecked();
    // A CUFE is of one invoice of one provider, and both ways run at the same time.
    await page.getByLabel("CUFE").fill(randomBytes(48).toString("hex"));
    await page.getByLabel("Valor de la factura").fill("480.500");
    if (javaScriptEnabled) {
      await expect(page.getByText("Usos: 1. Suman $480.000.")).toBeVisible();
      await expect(page.getByText("Diferencia con la factura: $500.")).toBeVisible();
    }
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(
      page.getByText("No cuadra: la factura ($480.500), los usos ($480.000), la diferencia ($500).").first(),
    ).toBeVisible();
    await page.getByLabel("Valor de la factura").fill("$480.000");
    await page.getByRole("button", { name: "Guardar" }).click();
    await saved();
    await expect(page.getByRole("cell", { name: "Facturado. Factura FE-2041" })).toBeVisible();

    await page.goto("/admin/liquidacion");
    await page.getByRole("link", { name: "Armar un pago" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Armar un pago");
    await inspect();
    await page.getByRole("button", { name: "Armar el pago" }).click();
    await expect(page.getByText("Marque una o más facturas").first()).toBeVisible();
    await page.getByRole("checkbox", { name: `Marcar la factura FE-2041 de ${name}` }).check();
    await page.getByLabel("Referencia del banco").fill("NOV-2026-B");
    await page.getByRole("button", { name: "Armar el pago" }).click();
    await expect(page.getByRole("status").filter({ hasText: "El pago quedó armado" })).toBeVisible();
    await expect(page.getByText("Lo aprueba un administrador o tesorería.")).toBeVisible();
    await inspect();
    const run = new URL(page.url()).pathname;

    await page.context().clearCookies();
    await signInAsEmail(page, "tesoreria@caja.example");
    await page.goto(run);
    await expect(page.getByRole("button", { name: "Banco, CSV" })).toHaveCount(0);
    await page.getByRole("button", { name: "Aprobar $480.000" }).click();
    await expect(page.getByRole("status").filter({ hasText: "El pago quedó aprobado" })).toBeVisible();
    await inspect();
    await page.getByRole("link", { name: "Reversar una parte o todo" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reversar un pago");
    await page.getByRole("button", { name: "Pedir la reversión" }).click();
    await expect(page.getByText("Marque una o más facturas").first()).toBeVisible();
    await inspect();
    await page.goto(run);
    if (javaScriptEnabled) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Banco, CSV" }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^PG-20\d\d-\d{6}-banco\.csv$/);
    }

    const [person] = await owner<{ email: string }[]>`select email from person where id = ${personId}`;
    const letter = (await mailsTo(person?.email ?? "")).at(-1);
    expect(letter?.subject).toBe("La entidad le pagó $480.000");
    expect(letter?.text).toContain("Referencia: NOV-2026-B");

    await signInAs(page, personId);
    await page.goto("/historial");
    await page.getByRole("link", { name: "Relación para facturar" }).click();
    await expect(page.getByRole("cell", { name: /^Pagado\. Factura FE-2041\. Pago PG-20/ })).toBeVisible();
    await inspect();
    await page.getByRole("link", { name: /^U-20/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uso registrado");
    await expect(page.getByRole("link", { name: "Me equivoqué" })).toHaveCount(0);
    await expect(page.getByText("Este uso ya no se puede anular")).toBeVisible();
    await inspect();
    await context.close();
  });
}

test("an objection is shown in the statement and sent by e-mail, with its reason and a link", async ({
  page,
}) => {
  const { personId, name } = await oneUse();
  const [person] = await owner<{ email: string }[]>`select email from person where id = ${personId}`;
  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto("/admin/liquidacion?filas=100");
  await page.getByRole("link", { name }).click();
  await page.getByRole("checkbox", { name: /^Marcar U-20/ }).check();
  await page.getByText("Objetar", { exact: true }).click();
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Escriba el motivo, con 10 letras o más").first()).toBeVisible();
  await page.getByLabel("Motivo de la objeción").fill("Falta el papel firmado");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Listo\./ })).toBeVisible();
  await page.getByRole("link", { name: "Objetado: 1" }).click();
  await expect(page.getByRole("cell", { name: "Objetado. Falta el papel firmado" })).toBeVisible();
  await expectAccessible(page);

  const mail = (await mailsTo(person?.email ?? "")).at(-1);
  expect(mail?.subject).toMatch(/^La entidad objetó el comprobante U-20\d\d-\d{6,}$/);
  expect(mail?.text).toContain("Motivo:\nFalta el papel firmado");
  const address = new URL(/http\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  await signInAs(page, personId);
  await page.goto(`${address.pathname}${address.search}`);
  await expect(page.getByRole("cell", { name: "Objetado. Falta el papel firmado" })).toBeVisible();
  await expectAccessible(page);
});

test("the statement is paginated, and its totals are the same on every page", async ({ page }) => {
  const { till } = await makeUses(26);
  await owner`update membership set role = 'owner' where person_id = ${till.actor.personId}`;
  await signInAs(page, till.actor.personId);
  await page.goto("/historial/relacion");
  const total = page.getByRole("status").filter({ hasText: "26 usos, $12.480.000" });
  await expect(total).toBeVisible();
  await expect(page.getByRole("link", { name: /^U-20/ })).toHaveCount(25);
  await expectAccessible(page);
  await page.getByRole("link", { name: /Siguientes/ }).click();
  await expect(page.getByText("Página 2 de 2")).toBeVisible();
  await expect(total).toBeVisible();
  await expect(page.getByRole("link", { name: /^U-20/ })).toHaveCount(1);
});

test("the owner exports the statement in three formats, with receipt numbers and total", async ({ page }) => {
  const { personId, name, order } = await oneUse();
  await signInAs(page, personId);
  await page.goto("/historial/relacion");
  await expect(page.getByRole("status").filter({ hasText: "1 uso, $480.000" })).toBeVisible();
  const download = async (button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button, exact: true }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const csv = (await download("CSV")).toString("utf8");
  expect(csv).toMatch(/U-20\d\d-\d{6};/);
  expect(csv).toContain(`${order.number};480000`);
  expect(csv).not.toContain(order.idNumber);
  expect((await download("Excel")).subarray(0, 2).toString()).toBe("PK");
  const { pages, tagged } = await readPdf(await download("PDF"));
  expect(tagged).toBe(true);
  for (const text of ["Relación de usos", name, "$480.000", "Total"]) expect(pages[0]?.text).toContain(text);
});

test("the statement's and the settlement's files are of the period and the state that their pages show", async ({
  page,
}) => {
  const { personId, name, order } = await oneUse();
  const today = bogotaDay(new Date());
  const from = addDays(today, -200);
  const period = `desde=${from}&hasta=${today}`;
  const download = async (button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button, exact: true }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return { name: file.suggestedFilename(), content: Buffer.concat(chunks) };
  };
  await signInAs(page, personId);
  await page.goto(`/historial/relacion?${period}`);
  expect((await download("CSV")).name).toBe(`relacion-${from}-${today}.csv`);

  await page.context().clearCookies();
  await signInAsEmail(page, "auditor@caja.example");
  await page.goto(`/admin/liquidacion?filas=100&buscar=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).click();
  const place = page.url().split("?")[0];
  await page.goto(`${place}?${period}`);
  const csv = await download("CSV");
  expect(csv.name).toMatch(new RegExp(`^liquidacion-\\d+-${from}-${today}\\.csv$`));
  expect(csv.content.toString("utf8")).toMatch(/U-20\d\d-\d{6};/);
  expect(csv.content.toString("utf8")).toContain(`${order.number};480000`);
  expect((await download("Excel")).content.subarray(0, 2).toString()).toBe("PK");
  const { pages, tagged } = await readPdf((await download("PDF")).content);
  expect(tagged).toBe(true);
  for (const text of ["Liquidación", name, "$480.000"]) expect(pages[0]?.text).toContain(text);
  await page.goto(`${place}?${period}&estado=paid`);
  expect((await download("CSV")).content.toString("utf8")).not.toContain(order.number);
});

test("a clerk has no statement, and an auditor only reads the settlement", async ({ page }) => {
  await signInAsEmail(page, "caja@eltornillo.example");
  await page.goto("/historial/relacion");
  await expect(page).toHaveURL(/sin-permiso/);
  const { name } = await oneUse();
  await page.context().clearCookies();
  await signInAsEmail(page, "auditor@caja.example");
  await page.goto("/admin/liquidacion?filas=100");
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("cell", { name: "Sin legalizar" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Guardar" })).toHaveCount(0);
});
