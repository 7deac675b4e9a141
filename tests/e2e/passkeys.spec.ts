import type { ChildProcess } from "node:child_process";
import type { CDPSession, Page } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { freePort } from "@/scripts/embedded-postgres";
import { startServer, stopServer, untilServing } from "@/scripts/server";
import { owner, PASSWORD } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";
import { expect, expectAccessible, test } from "@/tests/support/test";

/** Passkeys are bound to a name, and the server that tests share has an address of numbers. */
let base: string;
let server: ChildProcess;

test.beforeAll(async () => {
  const address = { host: "127.0.0.1", port: await freePort() };
  base = `http://localhost:${address.port}`;
  const settings = { DATABASE_URL: process.env.DATABASE_URL ?? "", PUBLIC_URL: base, DEMO: "1" };
  server = startServer(process.cwd(), address, settings, ".next-test");
  await untilServing(server, address);
});
test.afterAll(() => stopServer(server));

async function authenticator(page: Page): Promise<{ client: CDPSession; id: string }> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId: id } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { client, id };
}

async function enter(page: Page, email: string): Promise<void> {
  await page.goto(`${base}/ingresar`);
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
}

test("a passkey is enrolled, opens the next sign-in, proves again, has a second one beside it, and is revoked", async ({
  page,
}) => {
  const { personId, email } = await makeOfficial("administrator");
  await owner`update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${personId}`;
  const { client, id } = await authenticator(page);
  await enter(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Proteja su cuenta");
  await expectAccessible(page);
  await page.getByLabel("Nombre para reconocerla").fill("Huella del portátil");
  await page.getByRole("button", { name: "Agregar una llave de acceso" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sus códigos de papel");
  const { credentials } = await client.send("WebAuthn.getCredentials", { authenticatorId: id });
  expect(credentials).toHaveLength(1);

  await page.context().clearCookies({ name: "sesion" });
  await enter(page, email);
  // Nobody is asked for the code of an application that they do not have.
  await expect(page.getByText("Use ahora su llave de acceso.", { exact: false })).toBeVisible();
  await expect(page.getByText("Uno de sus códigos de papel", { exact: true })).toBeVisible();
  await expect(page.getByText("aplicación", { exact: false })).toHaveCount(0);
  await page.getByRole("button", { name: "Usar mi llave de acceso" }).click();
  await expect(page).toHaveURL(`${base}/admin`);

  await owner`update session set proven_at = now() - interval '5 minutes' where person_id = ${personId}`;
  await page.goto(`${base}/cuenta/seguridad`);
  await page.getByRole("button", { name: "Agregar una aplicación de códigos" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirme que es usted");
  await page.getByRole("button", { name: "Usar mi llave de acceso" }).click();
  await expect(page).toHaveURL(`${base}/cuenta/seguridad`);
  await expect(page.getByRole("cell", { name: "Huella del portátil" })).toBeVisible();
  // The only factor of a person of the caja cannot be removed.
  await expect(page.getByRole("button", { name: "Quitar" })).toHaveCount(0);

  const usb = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true },
  });
  await client.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId: id, enabled: false });
  await page.getByRole("link", { name: "Agregar una llave de acceso" }).click();
  await page.getByLabel("Nombre para reconocerla").fill("Llave USB");
  await page.getByRole("button", { name: "Agregar una llave de acceso" }).click();
  await expect(page.getByRole("cell", { name: "Llave USB" })).toBeVisible();
  await expectAccessible(page);
  expect((await client.send("WebAuthn.getCredentials", usb)).credentials).toHaveLength(1);

  await page
    .getByRole("row")
    .filter({ hasText: "Huella del portátil" })
    .getByRole("button", { name: "Quitar" })
    .click();
  await expect(page.getByText("Listo: ya no sirve para entrar.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Huella del portátil" })).toHaveCount(0);
});

test("who has twenty passkeys is told so before the key makes another one", async ({ page }) => {
  const { personId, email } = await makeOfficial("officer");
  await owner`update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${personId}`;
  const { client, id } = await authenticator(page);
  await enter(page, email);
  await page.getByLabel("Nombre para reconocerla").fill("Huella");
  await page.getByRole("button", { name: "Agregar una llave de acceso" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sus códigos de papel");
  await owner`insert into factor (id, person_id, kind, name, confirmed_at, credential_id, public_key, counter)
    select gen_random_uuid(), ${personId}, 'passkey', 'Llave ' || n, now(), gen_random_uuid()::text, 'x', 0
    from generate_series(1, 19) n`;
  await page.goto(`${base}/cuenta/seguridad`);
  // Else the browser itself would say that this key is known already.
  const usb = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true },
  });
  await client.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId: id, enabled: false });
  await page.getByRole("link", { name: "Agregar una llave de acceso" }).click();
  await page.getByLabel("Nombre para reconocerla").fill("Una más");
  await page.getByRole("button", { name: "Agregar una llave de acceso" }).click();
  await expect(page.getByText("Ya tiene 20 llaves de acceso", { exact: false })).toBeVisible();
  expect((await client.send("WebAuthn.getCredentials", usb)).credentials).toHaveLength(0);
});
