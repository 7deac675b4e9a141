import { longDate } from "@/lib/format/date";
import { addDays, bogotaDay } from "@/model/calendar";
import { mailsTo, makeMember, PASSWORD, someEmail } from "@/tests/support/factories/account";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, signIn, test } from "@/tests/support/test";

test("an address is corrected and a suspension set for a later day, and the provider reads both", async ({
  page,
  browser,
}) => {
  const till = await makeTill();
  const { id, nit } = till.actor.provider;
  await owner`update provider set legal_name = ${`Comercio ${nit}`} where id = ${id}`;
  await makeMember(id, "owner");
  const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(desk, "administrador@caja.example");
  await desk.goto(`/admin/proveedores/${id}`);
  await desk.getByRole("link", { name: "Corregir datos" }).first().click();
  await desk.getByLabel("Dirección del negocio").fill("Carrera 50 # 80-12");
  await desk.getByLabel("Municipio").fill("Soledad, Atlántico");
  await desk.getByRole("button", { name: "Guardar y avisar" }).click();
  await expect(desk.getByText("Escriba el motivo, con 10 letras o más.").first()).toBeVisible();
  await expect(desk.getByLabel("Dirección del negocio")).toHaveValue("Carrera 50 # 80-12");
  await desk.getByLabel("Motivo").fill("Se mudó, según la Cámara de Comercio.");
  await desk.getByRole("button", { name: "Guardar y avisar" }).click();
  await expect(desk.getByText("Carrera 50 # 80-12, Soledad, Atlántico")).toBeVisible();

  const from = addDays(bogotaDay(new Date()), 5);
  await desk.getByRole("link", { name: "Suspender" }).click();
  await desk.getByLabel("Desde qué día").fill(from);
  await desk.getByLabel("Motivo").fill("Falta la factura de octubre.");
  await desk.getByRole("button", { name: "Ver cómo lo leerán" }).click();
  await expect(desk.getByText(`Suspenderemos a Comercio ${nit} el ${longDate(from, "es-CO")}`)).toBeVisible();
  await desk.getByRole("button", { name: "Suspender y avisar" }).click();
  await expect(desk.getByText(/Puede trabajar.*Suspendido desde el/).first()).toBeVisible();

  await signInAs(page, till.actor.personId);
  const coming = page.getByText(`Su empresa queda suspendida desde el ${longDate(from, "es-CO")}`);
  await page.goto("/aplicaciones");
  await expect(coming).toBeVisible();
  await expect(page.getByRole("link", { name: /^Acceder/ })).toBeVisible();
  await page.goto("/consultar");
  await expect(coming).toBeVisible();
  await page.goto("/historial");
  await expect(page.getByText("Datos corregidos: dirección, municipio")).toBeVisible();
  await expect(page.getByText("Motivo: Se mudó, según la Cámara de Comercio.")).toBeVisible();
  await expectAccessible(page);
});

test("the caja names another owner, who accepts with the code beside the link of the e-mail", async ({
  page,
  browser,
}) => {
  const till = await makeTill();
  const { id, nit } = till.actor.provider;
  await owner`update provider set legal_name = ${`Comercio ${nit}`} where id = ${id}`;
  const gone = await makeMember(id, "owner");
  const email = someEmail();
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, "administrador@caja.example");
  await desk.goto(`/admin/proveedores/${id}`);
  await desk.getByRole("link", { name: "Cambiar el dueño" }).click();
  await desk.getByLabel("Nombre de la persona").fill("Nueva Dueña");
  await desk.getByLabel("Correo de la persona").fill(email);
  await desk.getByLabel("Qué prueba vio").fill("Cámara de Comercio de ayer, en la sede Prado.");
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Nombrar y avisar" }).click();
  const code = await desk.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent();
  await expectAccessible(desk);

  const told = (await mailsTo(gone.email)).at(-1);
  expect(told?.subject).toBe(`Nombramos otro dueño de Comercio ${nit}`);
  const mail = (await mailsTo(email)).at(-1)?.text ?? "";
  expect(mail).not.toContain(code ?? "");
  await page.goto(/\/invitacion\/[\w-]+/.exec(mail)?.[0] ?? "");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Código que le dio la entidad").fill("AAAA-AAAA");
  await page.getByRole("button", { name: "Aceptar y entrar" }).click();
  await expect(page.getByText("Ese no es el código que le dio la entidad.")).toBeVisible();
  await expectAccessible(page);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Código que le dio la entidad").fill(code ?? "");
  await page.getByRole("button", { name: "Aceptar y entrar" }).click();
  await page.waitForURL(/aplicaciones/);
  await desk.goto(`/admin/proveedores/${id}`);
  await expect(desk.getByRole("cell", { name: email })).toBeVisible();
  await expect(desk.getByText(gone.email)).toHaveCount(0);
});
