import { demoAccounts } from "@/db/demo/accounts";
import { demoCases } from "@/db/demo/cases";
import { checkCodeOf } from "@/domain/order/check-code";
import { expect, expectAccessible, signIn, test } from "../support/test";

const [{ password }] = demoAccounts;
type List = { keys: { id: number; state: string; publicKey: string }[] };

test("an administrator rotates the keys and revokes a retired one; the public list follows", async ({
  page,
  request,
}) => {
  const list = async () => {
    const answer = await request.get("/.well-known/order-keys.json");
    expect(answer.headers()["cache-control"]).toBe("public, max-age=3600");
    return ((await answer.json()) as List).keys;
  };
  const before = await list();
  const [active, next] = ["active", "next"].map((state) => before.find((key) => key.state === state)?.id);

  await signIn(page, "administrador@caja.example");
  await page.goto("/admin/ajustes");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Llaves de las órdenes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Llaves de las órdenes");
  await expectAccessible(page);
  const rotate = page.getByRole("button", { name: "Rotar" });

  await rotate.click();
  await expect(page.locator("#word-error")).toHaveText("Escriba ROTAR para confirmar");
  await expect(page.locator("#password-error")).toHaveText("Escriba su contraseña");
  await page.getByLabel("Escriba la palabra ROTAR").fill("rotar");
  await page.getByLabel("Su contraseña", { exact: true }).fill("no es esta contraseña");
  await rotate.click();
  await expect(page.getByText("La contraseña no es la suya. Revise mayúsculas.")).toBeVisible();
  expect(await list()).toEqual(before);

  await page.getByLabel("Escriba la palabra ROTAR").fill("ROTAR");
  await page.getByLabel("Su contraseña", { exact: true }).fill(password);
  await rotate.click();
  await expect(page.getByRole("status")).toHaveText("Listo. La llave siguiente ya firma las órdenes.");
  const after = await list();
  expect(after.find(({ id }) => id === next)?.state).toBe("active");
  expect(after.find(({ id }) => id === active)?.state).toBe("retired");
  expect(after).toHaveLength(before.length + 1);

  await page.getByRole("link", { name: `Revocar la llave ${active}` }).click();
  await expectAccessible(page);
  await page.getByLabel("Su contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Revocar" }).click();
  await expect(page.getByRole("status")).toHaveText("Listo. La llave ya no está en la lista pública.");
  expect((await list()).map(({ id }) => id)).not.toContain(active);
});

test("nobody but the administrator sees the keys' page", async ({ page }) => {
  for (const email of ["funcionario@caja.example", "auditor@caja.example", "caja@lanina.example"]) {
    await page.context().clearCookies();
    await signIn(page, email);
    for (const path of ["/admin/ajustes", "/admin/ajustes/llaves", "/admin/ajustes/llaves/1/revocar"]) {
      await page.goto(path);
      await expect(page, `${email} ${path}`).toHaveURL(/sin-permiso/);
    }
  }
});

test("a wrong letter of the check code is told at its field, and nothing is asked", async ({ page }) => {
  const [example] = demoCases;
  if (!example) throw new Error("no cases");
  await signIn(page, "caja@lanina.example");
  await page.goto("/consultar");
  await page.getByText("Código de control, si el papel lo trae").click();
  await expectAccessible(page);
  await page.getByLabel("Nit / Cédula").fill(example.idNumber);
  await page.getByLabel("Nro Documento").fill(example.number);
  const code = checkCodeOf(Buffer.from("5a13c7e4099b20f1", "hex"));
  const field = page.getByLabel("Código de control", { exact: true });
  const send = () => page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await field.fill(code.replace("7", "8"));
  await send();
  await expect(page.locator("#checkCode-error")).toHaveText(
    "Una letra o un número del código de control no es. Mire otra vez el papel",
  );
  await expect(page).toHaveURL(/\/consultar$/);
  await expect(field).toBeVisible();
  await expectAccessible(page);
  // Whole, but of no paper: a miss like any other.
  await field.fill(code);
  await send();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No la encontramos");
});
