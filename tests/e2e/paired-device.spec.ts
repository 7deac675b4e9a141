import type { Page } from "@playwright/test";
import { openMenu } from "@/tests/support/counter-pages";
import { makeOrder } from "@/tests/support/look-up-orders";
import { makeOwnerWithCounter, pairDevice } from "@/tests/support/paired-device";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

const igual = (page: Page, row: string) => page.getByRole("group", { name: row }).getByLabel("Igual");

async function ask(page: Page, order: { idNumber: string; number: string }): Promise<void> {
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill(order.idNumber);
  await page.getByLabel("Nro Documento").fill(order.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
}

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("an owner pairs a device; it looks up alone, a PIN names who compares and uses, and history says both", async ({
      page,
    }) => {
      const boss = await makeOwnerWithCounter();
      await signInAs(page, boss.personId);
      await page.goto("/cuenta/pin");
      await page.getByLabel("PIN nuevo").fill("123456");
      await page.getByRole("button", { name: "Guardar el PIN" }).click();
      await expect(page.getByText("Ese PIN es de los primeros", { exact: false }).first()).toBeVisible();
      await page.getByLabel("PIN nuevo").fill("805937");
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Guardar el PIN" }).click();
      await expect(page.getByText("Su PIN quedó guardado.")).toBeVisible();

      await pairDevice(page);
      if (scripts) await expectAccessible(page);
      await page.context().clearCookies({ name: "sesion" });

      const order = await makeOrder();
      await ask(page, order);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
      await expect(
        page.getByText("nadie identificado; la última persona fue Berta Dueña", { exact: false }),
      ).toBeVisible();
      if (scripts) await expectAccessible(page);
      const answer = new URL(page.url()).pathname;
      for (const path of ["/historial", "/equipo", "/aplicaciones", "/cuenta"]) {
        await page.goto(path);
        await expect(page).toHaveURL(path === "/cuenta" ? /\/ingresar\?/ : /\/turno\?/);
      }
      await page.goto(answer);
      for (const row of ["El valor", "El nombre y la cédula", "El número y la fecha"])
        await igual(page, row).check({ force: true });
      await page.getByRole("button", { name: "Todo está igual" }).click();
      await expect(page).toHaveURL(/\/turno\?/);
      await expect(page.getByText("Lo que escribió no se perdió", { exact: false })).toBeVisible();
      if (scripts) await expectAccessible(page);
      // Nobody else has a PIN, so there is no name to choose.
      await expect(page.getByLabel("Berta Dueña")).toBeChecked();
      await page.getByLabel("PIN", { exact: true }).fill("805938");
      await page.getByRole("button", { name: "Empezar" }).click();
      await expect(
        page.getByText("El PIN no es ese", { exact: false }).filter({ visible: true }),
      ).toBeVisible();
      await expect(page.getByLabel("Berta Dueña")).toBeChecked();
      await page.getByLabel("PIN", { exact: true }).fill("805937");
      await page.getByRole("button", { name: "Empezar" }).click();
      await page.waitForURL((url) => url.pathname === answer);
      await expect(igual(page, "El valor")).toBeChecked();
      await expect(igual(page, "El número y la fecha")).toBeChecked();
      await page.goto("/consultar");
      await expect(page.getByText("Atiende: Berta Dueña")).toBeVisible();
      await page.goto("/historial");
      await expect(
        page.getByText("Nadie identificado (la última persona fue Berta Dueña)", { exact: false }),
      ).toBeVisible();
      // A session of a PIN manages no team.
      await page.goto("/equipo");
      await expect(page).toHaveURL(/sin-permiso/);
      // Who leaves hands over: the device asks who comes next.
      await page.goto("/consultar");
      await openMenu(page);
      await page.getByRole("banner").getByRole("button", { name: "Salir" }).click();
      await expect(page).toHaveURL(/\/turno(\?salida=1)?$/);
      await page.goto("/consultar");
      await expect(page.getByText("Nadie ha dicho quién atiende.").first()).toBeVisible();

      await signInAs(page, boss.personId);
      await page.goto("/equipo");
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Quitar", exact: true }).click();
      await expect(page.getByText("El dispositivo ya no está emparejado.")).toBeVisible();
      await page.context().clearCookies({ name: "sesion" });
      await page.goto("/consultar");
      await expect(page).toHaveURL(/\/ingresar/);
    });
  });
