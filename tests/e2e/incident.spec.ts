import { addDays, bogotaDay } from "@/model/calendar";
import { makeOfficial } from "@/tests/support/officials";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an incident is recorded, its report is prepared, and the number of the SIC ends its wait", async ({
      page,
    }) => {
      await signInAs(page, (await makeOfficial("officer")).personId);
      await page.goto("/admin/incidentes");
      await page.getByRole("link", { name: "Registrar un incidente" }).click();
      await page.getByLabel("Pérdida").check();
      await page.getByLabel("Qué pasó, desde y hasta cuándo").fill("Se perdió un portátil.");
      await page.getByRole("button", { name: "Guardar" }).click();
      await expect(page.getByText("Marque al menos una clase de datos").first()).toBeVisible();
      await expect(page.getByLabel("Qué pasó, desde y hasta cuándo")).toHaveValue("Se perdió un portátil.");
      await page.getByLabel("Nombre y documento").check();
      await page.getByLabel("Órdenes y consultas").check();
      await page.getByLabel("Qué se hizo y qué se hará").fill("Se cambiaron las llaves.");
      await page.getByRole("button", { name: "Guardar" }).click();
      const title = page.getByRole("heading", { level: 1 });
      await expect(title).toHaveText(/^Incidente INC-\d{6}$/);
      const number = ((await title.textContent()) ?? "").replace("Incidente ", "");
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByRole("link", { name: "Ver el reporte para la SIC" }).click();
      await expect(page.getByText("Nombre y documento, Órdenes y consultas")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: `Incidente ${number}` }).click();
      const today = bogotaDay(new Date());
      await page.getByLabel("Día en que se reportó").fill(addDays(today, -365));
      await page.getByLabel("Radicado que dio la SIC").fill("26-123456");
      await page.getByRole("button", { name: "Anotar el reporte" }).click();
      await expect(page.getByText("Es anterior al día en que se detectó").first()).toBeVisible();
      await page.getByLabel("Día en que se reportó").fill(today);
      await page.getByRole("button", { name: "Anotar el reporte" }).click();
      await expect(page.getByText("26-123456")).toBeVisible();
      await page.getByRole("button", { name: "Cerrar el incidente" }).click();
      await expect(page.getByText("Cerrado", { exact: true })).toBeVisible();
      await page.goto("/admin/incidentes");
      await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText("Cerrado");
    });
  });
