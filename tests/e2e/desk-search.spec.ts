import { randomInt, randomUUID } from "node:crypto";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { receiptNumber } from "@/domain/use/receipt-number";
import { demoCases } from "@/scripts/demo/cases";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { owner } from "@/tests/support/look-up-orders";
import { makeLookupProof } from "@/tests/support/look-up-proof";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { makeVictim } from "@/tests/support/victim-provider";

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("the call desk finds an order by any identifier in one field and one Enter, and none stands in the URL", async ({
      page,
    }) => {
      const { ids, canaries } = await makeVictim();
      const [number = "", idNumber = ""] = canaries.slice(7, 9);
      const support = await makeCajaPerson("support");
      await signInAs(page, support.personId);
      await page.goto("/admin");
      const field = page.getByRole("searchbox", { name: "Buscar en todo" });
      for (const typed of [number, `CC ${idNumber}`]) {
        await field.fill(typed);
        await field.press("Enter");
        await expect(page).toHaveURL(/\/admin\/ordenes\/[0-9a-f-]{36}$/);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
      }
      await field.fill(lookupCode(ids.open));
      await field.press("Enter");
      await expect(page).toHaveURL(/\/admin\/consultas\?codigo=/);
      // Several hits: one line each, and what was typed stands on the page alone.
      const example = demoCases[0];
      await field.fill(example?.idNumber ?? "");
      await field.press("Enter");
      await expect(page.getByText("Documento del afiliado").first()).toBeVisible();
      expect(page.url()).not.toContain(example?.idNumber ?? "-");
      if (javaScriptEnabled) await expectAccessible(page);
      await field.fill("nada que exista así");
      await field.press("Enter");
      await expect(page.getByText("Nada tiene “nada que exista así”.")).toBeVisible();
    });
  });

test("each of the eight numbers that a caller can have at hand opens with one field and one Enter", async ({
  page,
}) => {
  const { ids, canaries } = await makeVictim();
  const [secret = ""] = canaries;
  const [usedNumber = "", usedId = ""] = canaries.slice(7, 9);
  const [reportedNumber = ""] = canaries.slice(9, 10);
  const [row] = await owner<{ serial: number; at: Date; nit: string; name: string }[]>`
    select u.serial::int, u.at, p.nit, p.legal_name as name from order_use u join provider p on p.id = u.provider_id
    where u.id = ${ids.use}`;
  if (!row) throw new Error("no use");
  const filed = `SOL-1994-${String(randomInt(100_000, 999_999))}7`;
  await owner`update request set filing_number = ${filed} where id = ${ids.request}`;
  const proof = await makeLookupProof(ids.open);
  const support = await makeCajaPerson("support");
  await signInAs(page, support.personId);
  await page.goto("/admin");
  const found: [typed: string, place: RegExp, shown: string][] = [
    [usedNumber, /\/admin\/ordenes\/[0-9a-f-]{36}$/, usedNumber],
    [usedId, /\/admin\/ordenes\/[0-9a-f-]{36}$/, usedNumber],
    [receiptNumber(row.serial, row.at), /\/admin\/ordenes\/[0-9a-f-]{36}$/, usedNumber],
    [proof, /\/admin\/consultas\?codigo=/, canaries[1] ?? ""],
    [lookupCode(ids.open), /\/admin\/consultas\?codigo=/, canaries[1] ?? ""],
    [ids.folio, /\/admin\/ordenes\/[0-9a-f-]{36}$/, reportedNumber],
    [filed, /\/admin\/solicitudes\//, filed],
    [row.nit, /\/admin\/proveedores\/[0-9a-f-]{36}$/, secret],
  ];
  const field = page.getByRole("searchbox", { name: "Buscar en todo" });
  for (const [typed, place, shown] of found) {
    await field.fill(typed);
    // It waits until the next page begins, which may show the same as this one.
    await field.press("Enter");
    await expect(page).toHaveURL(place);
    await expect(page.getByRole("main")).toContainText(shown);
  }
});

test("the key / leads to the search from anywhere but a field", async ({ page }) => {
  const official = await makeCajaPerson("administrator");
  await signInAs(page, official.personId);
  await page.goto("/admin/proveedores");
  const field = page.getByRole("searchbox", { name: "Buscar en todo" });
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await page.keyboard.type("a/b");
  await expect(field).toHaveValue("a/b");
});

test("the keys of the caja's pages can be switched off and on again", async ({ page }) => {
  const official = await makeCajaPerson("administrator");
  await signInAs(page, official.personId);
  await page.goto("/admin/avisos");
  const box = page.getByRole("checkbox", { name: "Usar los atajos en este navegador" });
  const field = page.getByRole("searchbox", { name: "Buscar en todo" });
  const pressed = async () => {
    await page.goto("/admin/proveedores");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("/");
    return field.evaluate((element) => element === document.activeElement);
  };
  await box.uncheck();
  expect(await pressed()).toBe(false);
  await page.goto("/admin/avisos");
  await expect(box).not.toBeChecked();
  await box.check();
  await expect.poll(pressed).toBe(true);
});

test("an administrator invites a person, changes the role and ends the access; the log tells it with links", async ({
  page,
}) => {
  const official = await makeCajaPerson("administrator");
  await signInAs(page, official.personId);
  await page.goto("/admin/personas");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Invitar a una persona" }).click();
  const name = `Nubia ${randomUUID().slice(0, 8)}`;
  const email = `${randomUUID()}@caja.example`;
  await page.getByLabel("Nombres y apellidos").fill(name);
  await page.getByLabel("Correo", { exact: true }).fill(email);
  await page.getByRole("radio", { name: /^Atención/ }).check({ force: true });
  await page.getByRole("button", { name: "Enviar la invitación" }).click();
  // The code that the invited person is told stands here, and nowhere in the letter.
  await expect(page.getByText("Código para decirle")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: /^Tesorería/ }).check({ force: true });
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.getByRole("link", { name }).click();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Salió de la entidad" }).check({ force: true });
  await page.getByRole("button", { name: "Quitar el acceso" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("button", { name: "Devolver el acceso" })).toBeVisible();
  const [person] = await owner<{ role: string; ended: boolean }[]>`
    select caja_role as role, disabled_at is not null as ended from person where email = ${email}`;
  expect(person).toEqual({ role: "treasurer", ended: true });

  await page.goto(`/admin/bitacora?persona=${encodeURIComponent(official.name)}`);
  const told = page.getByRole("row", { name: `${official.name} quitó el acceso de ${name}` });
  await expect(told.getByRole("link", { name })).toBeVisible();
  await expectAccessible(page);
});
