import { demoAccounts } from "@/db/demo/accounts";
import { owner } from "../db/lookup/counter";
import { compared, confirmation, register } from "../db/order/till";
import { atCounter, heading } from "../support/at-counter";
import { expect, expectAccessible, signInWith, test } from "../support/test";

const official = demoAccounts.find(({ email }) => email === "funcionario@caja.example");
const administrator = demoAccounts.find(({ email }) => email === "administrador@caja.example");

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("a use that is too old to take back is asked for, and a second person decides", async ({ page }) => {
      const { till, order } = await atCounter(page);
      const useId = (await register(till, confirmation(await compared(till, order)))) ?? "";
      await owner.begin(async (transaction) => {
        await transaction`alter table order_use disable trigger order_use_is_kept`;
        await transaction`update order_use set at = at - interval '16 minutes' where id = ${useId}`;
        await transaction`alter table order_use enable trigger order_use_is_kept`;
      });
      await page.goto(`/comprobantes/${useId}`);
      await page.getByRole("link", { name: "Me equivoqué" }).click();
      await expect(heading(page)).toHaveText("Pedir a la caja que anule este uso");
      await page.getByRole("button", { name: "Pedir la anulación" }).click();
      await expect(page.getByText("Escriba el motivo, con 5 letras o más").first()).toBeVisible();
      await page.getByLabel("¿Qué pasó?").fill("Registré la orden de otra persona");
      await page.getByRole("button", { name: "Pedir la anulación" }).click();
      await expect(page.getByText("La caja revisa su solicitud de anularlo.")).toBeVisible();
      const title = await page.title();
      const number = /U-\d{4}-\d+/.exec(title)?.[0] ?? "";

      await page.context().clearCookies();
      await signInWith(page, official?.email ?? "", official?.password ?? "");
      await page.goto("/admin/novedades/anulaciones");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: number }).click();
      await expect(page.getByText("Registré la orden de otra persona")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Anular el uso", { exact: false }).first().check();
      await page.getByLabel("Motivo").fill("Revisado con el proveedor por teléfono");
      await page.getByRole("button", { name: "Guardar la decisión" }).click();
      await expect(page.getByText("Este uso se anuló.")).toBeVisible();
    });
  });
}

test("the administrator chooses how the counter compares", async ({ page }) => {
  await signInWith(page, administrator?.email ?? "", administrator?.password ?? "");
  await page.goto("/admin/ajustes/cotejo");
  await expectAccessible(page);
  await page.getByLabel("Escribir desde un valor").check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Escriba el valor con números. Ejemplo: $500.000").first()).toBeVisible();
  // A value that no order of the other tests has.
  await page.getByLabel("Desde qué valor se escribe").fill("$900.000.000");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Guardado. Las consultas nuevas ya se comparan así.")).toBeVisible();
  await page.getByLabel("Mostrar", { exact: false }).first().check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("radio", { name: /^Mostrar/ })).toBeChecked();
});

test("sound and vibration are turned off and on again on this device", async ({ page }) => {
  await page.goto("/accesibilidad");
  await page.getByRole("link", { name: "Quitar sonido y vibración" }).click();
  await expect(page.getByText("Las respuestas del mostrador no suenan ni vibran.")).toBeVisible();
  await page.getByRole("link", { name: "Activar sonido y vibración" }).click();
  await expect(page.getByText("Cada respuesta del mostrador suena y vibra distinto.")).toBeVisible();
});
