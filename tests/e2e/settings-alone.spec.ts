import { connect } from "@/db/connection";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, signIn, test } from "@/tests/support/test";

/* What is set for everybody: meanwhile a page of another test would say it too, or save the settings over these. */

test("while imports are overdue, every page of the caja says so", async ({ page }) => {
  const owner = connect(process.env.DATABASE_URL ?? "", null, 1);
  await owner`update caja_profile set import_max_age_hours = 1`;
  await owner`update import_run set finished_at = finished_at - interval '2 hours' where state = 'finished'`;
  const banner = page.getByRole("complementary", { name: "Órdenes sin actualizar" });
  try {
    await signInAsEmail(page, "administrador@caja.example");
    for (const path of ["/admin", "/admin/solicitudes", "/admin/ajustes/caja"]) {
      await page.goto(path);
      await expect(banner).toContainText("Las órdenes no se actualizan desde el");
      await expectAccessible(page);
    }
    await page.getByLabel("Avisar si las órdenes no se actualizan en (horas)").fill("24");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Guardado.")).toBeVisible();
    await expect(banner).toHaveCount(0);
  } finally {
    await owner`update caja_profile set import_max_age_hours = 24`;
    await owner`update import_run set finished_at = finished_at + interval '2 hours' where state = 'finished'`;
    await owner.end();
  }
});

test("changes of the caja's profile appear wherever it is named", async ({ page, browser }) => {
  await signIn(page, "administrador@caja.example");
  await page.goto("/admin/ajustes/caja");
  const hours = page.getByLabel("Horario de atención");
  const before = await hours.inputValue();
  await hours.fill("de lunes a sábado, de 8 a. m. a 6 p. m.");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Guardado.").first()).toBeVisible();
  const till = await (await browser.newContext()).newPage();
  await signIn(till, "caja@lanina.example");
  await till.goto("/consultar");
  await expect(till.getByText("de lunes a sábado, de 8 a. m. a 6 p. m.").first()).toBeVisible();
  await page.goto("/admin/ajustes/caja");
  await page.getByLabel("Horario de atención").fill(before);
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Guardado.").first()).toBeVisible();
});
