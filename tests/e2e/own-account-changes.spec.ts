import type { Page } from "@playwright/test";
import { storedKeys } from "@/tests/support/browser-storage";
import {
  mailsTo,
  makeMember,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
} from "@/tests/support/factories/account";
import { makeTill } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function enter(page: Page, email: string): Promise<void> {
  await page.goto("/ingresar");
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL("**/aplicaciones");
}

async function linkTo(email: string): Promise<string> {
  const letter = (await mailsTo(email)).find(({ text }) => text.includes("/cambio-de-correo/"));
  return /\/cambio-de-correo\/\S+/.exec(letter?.text ?? "")?.[0] ?? "";
}

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a person corrects name, mobile and what the device is set to, and both mailboxes confirm another e-mail", async ({
      page,
    }) => {
      const { email, personId } = await makeMember(await makeProvider(), "clerk");
      await signInAs(page, personId);
      await page.goto("/cuenta/datos");
      await page.getByLabel("Nombres y apellidos").fill("Marta Corregida");
      await page.getByLabel("Celular").fill("200");
      await page.getByRole("button", { name: "Guardar" }).click();
      await expect(page.getByText("El celular tiene diez números", { exact: false }).first()).toBeVisible();
      await expect(page.getByLabel("Nombres y apellidos")).toHaveValue("Marta Corregida");
      await page.getByLabel("Celular").fill("300 111 2233");
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Guardar" }).click();
      await expect(page.getByText("Sus datos quedaron guardados.")).toBeVisible();
      await expect(page.getByText("300 111 2233")).toBeVisible();
      await page.getByRole("link", { name: "Cambiar sonido en este dispositivo" }).click();
      await expect(page.getByText("Las respuestas no suenan")).toBeVisible();
      if (scripts) await expectAccessible(page);

      const next = someEmail();
      await page.getByRole("link", { name: "Cambiar correo" }).click();
      await page.getByLabel("Correo nuevo").fill(next);
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Enviar los enlaces" }).click();
      await expect(page.getByText("Enviamos un enlace a cada correo.", { exact: false })).toBeVisible();
      await expect(page.getByText("Hay un cambio de correo sin confirmar.", { exact: false })).toBeVisible();
      await page.goto(await linkTo(email));
      await expect(
        page.getByText(`La cuenta de ${email} pasará a usar ${next}.`, { exact: false }),
      ).toBeVisible();
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Confirmar el cambio" }).click();
      await expect(page.getByText("Falta el otro", { exact: false })).toBeVisible();
      await page.goto(await linkTo(next));
      await page.getByRole("button", { name: "Confirmar el cambio" }).click();
      await expect(page.getByText("El correo cambió.", { exact: false })).toBeVisible();
      await page.goto("/cuenta");
      await expect(page.getByText(next)).toBeVisible();
    });

    test("the mailbox of before stops a change of e-mail", async ({ page }) => {
      const { email, personId } = await makeMember(await makeProvider(), "owner");
      await signInAs(page, personId);
      await page.goto("/cuenta/correo");
      await page.getByLabel("Correo nuevo").fill(someEmail());
      await page.getByRole("button", { name: "Enviar los enlaces" }).click();
      await expect(page.getByText("Enviamos un enlace", { exact: false })).toBeVisible();
      await page.goto(await linkTo(email));
      await page.getByRole("button", { name: "No lo pedí: detenerlo" }).click();
      await expect(page.getByText("El cambio se detuvo.", { exact: false })).toBeVisible();
      await page.goto(await linkTo(email));
      await expect(page.getByText("Este cambio se detuvo", { exact: false })).toBeVisible();
    });
  });

test("with an old proof the pages of the account ask again before anything is typed", async ({ page }) => {
  const { personId } = await makeMember(await makeProvider(), "clerk");
  await signInAs(page, personId);
  await owner`update session set proven_at = now() - interval '5 minutes' where person_id = ${personId}`;
  for (const path of ["/cuenta/datos", "/cuenta/correo"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/confirmar\?/);
  }
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirmar" }).click();
  await expect(page.getByLabel("Correo nuevo")).toBeVisible();
});

test("a session's cookies in another browser end it, which both are told, and a sign-in on a new device is told by mail", async ({
  page,
  browser,
}) => {
  const { email } = await makeMember(await makeProvider(), "clerk");
  await enter(page, email);
  await page.goto("/cuenta");
  expect(await mailsTo(email)).toEqual([]);

  const copy = await browser.newContext({ userAgent: FIREFOX });
  await copy.addCookies(await page.context().cookies());
  const thief = await copy.newPage();
  for (const one of [thief, page]) {
    await one.goto("/cuenta");
    await expect(one).toHaveURL(/ingresar/);
    await expect(
      one.getByText("llegó desde otro dispositivo u otro navegador", { exact: false }),
    ).toBeVisible();
  }
  await copy.close();

  // The device is known: nothing is told. On another one it is.
  await enter(page, email);
  expect(await mailsTo(email)).toEqual([]);
  const elsewhere = await (await browser.newContext({ userAgent: FIREFOX })).newPage();
  await enter(elsewhere, email);
  const [letter, ...more] = await mailsTo(email);
  expect([letter?.subject, more]).toEqual([
    "Entraron a su cuenta desde un dispositivo nuevo: Firefox en Windows",
    [],
  ]);
});

for (const way of ["with its script", "where its script did not run"] as const)
  test(`signing out ${way} takes from the device what the person left readable, and leaves what it is`, async ({
    page,
  }) => {
    const { actor } = await makeTill();
    await signInAs(page, actor.personId);
    await page.goto("/idioma?a=es-CO&volver=/consultar");
    await expect.poll(() => page.evaluate(() => localStorage.getItem("persona"))).not.toBeNull();
    await expect.poll(() => storedKeys(page, "key")).toHaveLength(1);
    await page.evaluate(() => sessionStorage.setItem("escrito:prueba#x", "{}"));
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === "/salir");
    if (way === "with its script") await page.locator("form[action='/salir'] button").dispatchEvent("click");
    else
      await page.evaluate(() => {
        HTMLFormElement.prototype.submit.call(document.querySelector("form[action='/salir']"));
      });
    expect((await (await answer).allHeaders())["clear-site-data"]).toBe('"cache"');
    await expect(page).toHaveURL(way === "with its script" ? /\/ingresar$/ : /\/ingresar\?salida=1$/);
    await expect.poll(() => storedKeys(page, "key")).toEqual([]);
    const left = () =>
      page.evaluate(() => [localStorage.getItem("persona"), sessionStorage.getItem("escrito:prueba#x")]);
    await expect.poll(left).toEqual([null, null]);
    expect((await page.context().cookies()).map(({ name }) => name)).toContain("idioma");
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("sesion");
    await page.goBack();
    await expect(page).toHaveURL(/\/ingresar/);
  });
