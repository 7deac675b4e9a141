import { checkCodeOf } from "@/domain/order-code/check-code";
import { demoCases } from "@/scripts/demo/cases";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

test("only an administrator and the auditor see the page of the keys, and the auditor revokes none", async ({
  page,
}) => {
  const refused = async (email: string, paths: readonly string[]) => {
    await page.context().clearCookies();
    await signInAsEmail(page, email);
    for (const path of paths) {
      await page.goto(path);
      await expect(page, `${email} ${path}`).toHaveURL(/sin-permiso/);
    }
  };
  const [settings, keys, revoke] = [
    "/admin/ajustes",
    "/admin/ajustes/llaves",
    "/admin/ajustes/llaves/1/revocar",
  ];
  for (const email of ["funcionario@caja.example", "caja@lanina.example"])
    await refused(email, [settings, keys, revoke]);
  await refused("auditor@caja.example", [revoke]);
  await page.goto(keys);
  await expect(page).toHaveURL(/\/admin\/ajustes\/llaves$/);
  await expect(page.getByRole("link", { name: /Revocar/ })).toHaveCount(0);
});

test("a wrong character of the check code is reported at its field, and no look-up is sent", async ({
  page,
}) => {
  const [example] = demoCases;
  if (!example) throw new Error("no cases");
  await signInAsEmail(page, "caja@lanina.example");
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
    "Error: Una letra o un número del código de control no es. Mire otra vez el papel",
  );
  await expect(page).toHaveURL(/\/consultar$/);
  await expect(field).toBeVisible();
  await expectAccessible(page);
  // Whole, but of no paper: a miss like any other.
  await field.fill(code);
  await send();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No la encontramos");
});
