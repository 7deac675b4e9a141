import { heading, lookUpOnPage, openCounter } from "@/tests/support/counter-pages";
import { owner } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { compared, confirmation, register } from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("a counter undoes its own use with a reason, by a reversal; another counter has to request it", async ({
      page,
    }) => {
      const { till, order } = await openCounter(page);
      const use = async () => (await register(till, confirmation(await compared(till, order)))) ?? "";
      const first = await use();
      await page.goto(`/comprobantes/${first}`);
      await page.getByRole("link", { name: "Me equivoqué" }).click();
      await expect(heading(page)).toHaveText("Anular este uso");
      await page.getByRole("button", { name: "Anular el uso" }).click();
      await expect(page.getByText("Escriba el motivo, con 5 letras o más").first()).toBeVisible();
      await page.getByLabel("¿Qué pasó?").fill("Era la orden de otra persona");
      await page.getByRole("button", { name: "Anular el uso" }).click();
      await expect(heading(page)).toHaveText("Uso anulado");
      await expect(page.getByText("Era la orden de otra persona")).toBeVisible();
      await expect(page.getByRole("link", { name: "Me equivoqué" })).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      expect(await owner`select kind from order_use where order_id = ${order.id} order by serial`).toEqual([
        { kind: "use" },
        { kind: "undo" },
      ]);
      await page.goto("/historial");
      const undone = page.locator("[data-history] > li").first();
      await expect(undone).toContainText("Uso anulado");
      await expect(undone.getByRole("link", { name: /^Comprobante U-20/ })).toHaveAttribute(
        "href",
        `/comprobantes/${first}`,
      );

      const [branch] = await owner<{ id: string }[]>`
        insert into branch (provider_id, name) values (${till.actor.provider.id}, 'Centro') returning id`;
      await owner`insert into counter (branch_id, name) values (${branch?.id ?? ""}, 'Punto 1')`;
      await page.goto("/equipo/este-dispositivo");
      await page.getByLabel("Punto 1 de Centro").check();
      await page.getByRole("button", { name: "Guardar" }).click();
      await expect(page.getByRole("main").getByRole("status")).toHaveText(
        "Este dispositivo es Punto 1, de Centro.",
      );
      await page.goto(`/comprobantes/${await use()}`);
      await page.getByRole("link", { name: "Me equivoqué" }).click();
      await expect(heading(page)).toHaveText("Pedir que se anule este uso");
    });

    test("an undo of an older use is requested, and a second person decides", async ({ page }) => {
      const { till, order } = await openCounter(page);
      const useId = (await register(till, confirmation(await compared(till, order)))) ?? "";
      await withoutTrigger("order_use", async (transaction) => {
        await transaction`update order_use set at = at - interval '16 minutes' where id = ${useId}`;
      });
      await page.goto(`/comprobantes/${useId}`);
      await page.getByRole("link", { name: "Me equivoqué" }).click();
      await expect(heading(page)).toHaveText("Pedir que se anule este uso");
      await page.getByRole("button", { name: "Pedir la anulación" }).click();
      await expect(page.getByText("Escriba el motivo, con 5 letras o más").first()).toBeVisible();
      await page.getByLabel("¿Qué pasó?").fill("Registré la orden de otra persona");
      await page.getByRole("button", { name: "Pedir la anulación" }).click();
      await expect(page.getByText("La entidad revisa su solicitud de anularlo.")).toBeVisible();
      await expect(page).toHaveTitle(/U-\d{4}-\d+/);
      const number = /U-\d{4}-\d+/.exec(await page.title())?.[0] ?? "";

      await page.context().clearCookies();
      await signInAsEmail(page, "funcionario@caja.example");
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

test("the caja finds a look-up by the code of the provider's answer", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  const lookupLine = await page.getByText(/^Consultó: .+ · código/).textContent();
  const code = /código (\S+)$/.exec(lookupLine ?? "")?.[1] ?? "";
  await page.context().clearCookies();
  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto("/admin/ordenes");
  await page.getByRole("link", { name: "Buscar una consulta por su código" }).click();
  await expectAccessible(page);
  const find = async (typed: string) => {
    await page.getByLabel("Código de la consulta").fill(typed);
    await page.getByRole("button", { name: "Buscar", exact: true }).click();
  };
  await find("7K3");
  await expect(page.getByText("El código tiene ocho letras y números.")).toBeVisible();
  await expectAccessible(page);
  await find(code.toLowerCase().replace("-", " "));
  await expect(page.getByRole("heading", { name: `Consulta ${code}` })).toBeVisible();
  await expect(page.getByText("La orden existe y está vigente")).toBeVisible();
  await expect(page.getByText(order.idNumber)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: order.number }).click();
  await expect(heading(page)).toHaveText(`Orden ${order.number}`);
});

test("an administrator sets the comparison mode", async ({ page }) => {
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto("/admin/ajustes/cotejo");
  // What is known of each way, so that the entity chooses knowingly.
  await expect(page.getByRole("table")).toContainText("De 6 a 72 de cada 100");
  await expectAccessible(page);
  await page.getByLabel("Escribir desde un valor").check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Escriba el valor con números. Ejemplo: $500.000").first()).toBeVisible();
  // A value that no order of the other tests has.
  await page.getByLabel("Desde qué valor se escribe").fill("$900.000.000");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Guardado. Las consultas nuevas ya se comparan así.")).toBeVisible();
  await page.goto("/admin/ajustes/cotejo");
  await page.getByLabel("Mostrar", { exact: false }).first().check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Guardado. Las consultas nuevas ya se comparan así.")).toBeVisible();
});

test("sound and vibration are turned off and on for this device", async ({ page }) => {
  await page.goto("/accesibilidad");
  await page.getByRole("link", { name: "Quitar sonido y vibración" }).click();
  await expect(page.getByText("Las respuestas no suenan ni vibran.")).toBeVisible();
  await page.getByRole("link", { name: "Activar sonido y vibración" }).click();
  await expect(page.getByText("Cada respuesta suena y vibra distinto.")).toBeVisible();
});
