import type { Page } from "@playwright/test";
import { makeMember, makeProvider, PASSWORD } from "../support/factories/account";
import { expect, test } from "../support/test";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/ingresar");
  await page.getByLabel("Correo").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Ingresar" }).click();
}

test("a known device signs in while a stranger who guesses passwords is rate limited", async ({
  page,
  browser,
}) => {
  const { email } = await makeMember(await makeProvider(), "owner");
  await signIn(page, email, PASSWORD);
  await page.waitForURL("**/aplicaciones");
  await page.context().clearCookies({ name: "sesion" });

  const elsewhere = await browser.newContext();
  const stranger = await elsewhere.newPage();
  for (let time = 1; time <= 3; time++) {
    await signIn(stranger, email, `mala ${time} mala mala`);
    await expect(stranger.getByText("no coinciden").first()).toBeVisible();
  }
  await signIn(stranger, email, "mala 4 mala mala");
  await expect(
    stranger.getByText("Le queda un intento: si falla, tendrá que esperar 5 minutos."),
  ).toBeVisible();
  await signIn(stranger, email, "mala 5 mala mala");
  await expect(stranger.getByText(/Puede intentar de nuevo desde las? \d/)).toBeVisible();
  await signIn(stranger, email, PASSWORD);
  await expect(stranger.getByText("Hubo varios intentos seguidos.", { exact: false })).toBeVisible();
  await elsewhere.close();

  await signIn(page, email, PASSWORD);
  await page.waitForURL("**/aplicaciones");
});
