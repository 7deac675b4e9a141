import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { sealPerson } from "@/domain/account/sealed-fields";
import { shortDigest } from "@/lib/crypto/digest";
import { mailsTo, owner, someEmail } from "@/tests/support/factories/account";
import { makeOrder, someDigits, spendBudget } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

/** Files a request on the public page, and returns its number and the code of its mail. */
async function fileRequest(
  page: Page,
  { email, idNumber, kind }: { email: string; idNumber: string; kind: string },
) {
  await page.goto("/habeas-data");
  await page.getByRole("link", { name: "Hacer una petición" }).click();
  await page.getByLabel(kind).check();
  await page.getByLabel("Afiliado de la entidad").check();
  await page.getByLabel("Su nombre completo").fill("Ana Prueba");
  await page.getByLabel("Su correo").fill(email);
  await page.getByLabel("Tipo de documento").selectOption("CC");
  await page.getByLabel("Número de documento").fill(idNumber);
  await page.getByRole("button", { name: "Enviar la petición" }).click();
  await expect(page.getByRole("heading", { name: "Recibimos su petición" })).toBeVisible();
  const number = (await page.getByText(/^HD-\d{4}-\d{8}$/).textContent()) ?? "";
  const [mail] = await mailsTo(email);
  return { number, code: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/m.exec(mail?.text ?? "")?.[0] ?? "" };
}

async function follow(page: Page, { number, code }: { number: string; code: string }) {
  await page.goto("/habeas-data/estado");
  await page.getByLabel("Radicado").fill(number);
  await page.getByLabel("Código").fill(code);
  await page.getByRole("button", { name: "Ver mi petición" }).click();
  await expect(page.getByRole("heading", { name: `Petición ${number}` })).toBeVisible();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("somebody asks what is held, the desk sees the identity and answers, and the file has their order", async ({
      page,
      browser,
    }) => {
      const idNumber = someDigits(10);
      const order = await makeOrder({ idNumber });
      const filed = await fileRequest(page, {
        email: someEmail(),
        idNumber,
        kind: "Saber qué datos míos tienen",
      });
      await follow(page, filed);
      await expect(page.getByText("En trámite")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      const desk = await browser.newPage({ javaScriptEnabled });
      const official = await makeOfficial("officer");
      await signInAs(desk, official.personId);
      await desk.goto("/admin/habeas-data");
      await desk.getByRole("link", { name: filed.number }).click();
      await expect(desk.getByLabel("Enviar el archivo con los datos que tenemos")).toHaveCount(0);
      await desk.getByLabel("Qué documento vio").fill("Cédula vista en la oficina de Prado");
      await desk.getByRole("button", { name: "Anotar la identidad" }).click();
      await expect(desk.getByText(`Vista por ${official.name}`)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(desk);
      await desk.getByLabel("Se hace todo").check();
      await desk.getByLabel("Respuesta", { exact: true }).fill("Le enviamos todo lo que tenemos.");
      await desk.getByLabel("Enviar el archivo con los datos que tenemos").check();
      await desk.getByRole("button", { name: "Responder", exact: true }).click();
      await expect(desk.getByText("Con el archivo de los datos")).toBeVisible();
      await desk.close();

      await page.reload();
      await expect(page.getByText("Le enviamos todo lo que tenemos.")).toBeVisible();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Descargar los datos que tenemos" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`datos-${filed.number}.html`);
      const text = readFileSync(await download.path(), "utf8");
      expect(text).toContain(order.number);
      expect(text).toContain("María Pérez");

      await page.getByRole("button", { name: "Cerrar esta petición en este dispositivo" }).click();
      await expect(page).toHaveURL(/\/habeas-data$/);
      await page.goto("/habeas-data/estado");
      await expect(page.getByLabel("Radicado")).toBeVisible();
    });

    test("the desk asks for what is missing, the person sends it, and a wrong code opens nothing", async ({
      page,
      browser,
    }) => {
      const email = someEmail();
      const filed = await fileRequest(page, {
        email,
        idNumber: someDigits(10),
        kind: "Que borren mis datos",
      });
      await page.goto("/habeas-data/estado");
      await page.getByLabel("Radicado").fill(filed.number);
      await page.getByLabel("Código").fill("0000-0000-0000-0000");
      await page.getByRole("button", { name: "Ver mi petición" }).click();
      await expect(page.getByText("no son de la misma petición")).toBeVisible();
      await expect(page.getByLabel("Radicado")).toHaveValue(filed.number);

      const desk = await browser.newPage({ javaScriptEnabled });
      await signInAs(desk, (await makeOfficial("officer")).personId);
      await desk.goto(`/admin/habeas-data/${filed.number}`);
      await desk.getByLabel("Qué falta").fill("Díganos de qué comercio era.");
      await desk.getByRole("button", { name: "Pedirlo" }).click();
      await expect(desk.getByText("Falta algo", { exact: true })).toBeVisible();
      await expect(desk.getByLabel("Respuesta", { exact: true })).toHaveCount(0);
      await desk.close();

      await follow(page, filed);
      await expect(page.getByText("Díganos de qué comercio era.")).toBeVisible();
      await page.getByLabel("Lo que le pidieron").fill("Ferretería de prueba");
      await page.getByRole("button", { name: "Enviar", exact: true }).click();
      await expect(page.getByText("En trámite")).toBeVisible();
      await expect(page.getByText("Ferretería de prueba")).toBeVisible();
    });
  });

test("what somebody brings to the office completes their request, and their identity is seen meanwhile", async ({
  page,
}) => {
  const email = someEmail();
  const { number } = await fileRequest(page, {
    email,
    idNumber: someDigits(10),
    kind: "Que borren mis datos",
  });
  await signInAs(page, (await makeOfficial("officer")).personId);
  await page.goto(`/admin/habeas-data/${number}`);
  await page.getByLabel("Qué falta").fill("Traiga su cédula.");
  await page.getByRole("button", { name: "Pedirlo" }).click();
  await expect(page.getByText("Falta algo", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Qué documento vio").fill("Cédula vista en la oficina");
  await page.getByRole("button", { name: "Anotar la identidad" }).click();
  await expect(page.getByText("Se vio la identidad")).toBeVisible();
  await page.getByLabel("Qué llegó, cómo y cuándo").fill("Trajo la cédula a la oficina de Prado.");
  await page.getByRole("button", { name: "Anotar que llegó" }).click();
  await expect(page.getByText("En trámite", { exact: true })).toBeVisible();
  await expect(page.getByText("Trajo la cédula a la oficina de Prado.")).toBeVisible();
  await expect(page.getByLabel("Respuesta", { exact: true })).toBeVisible();
  const subjects = (await mailsTo(email)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.startsWith("Llegó lo que faltaba"))).toHaveLength(1);
});

test("whose mailbox got enough mails is told that the code was not sent, and the desk sends one", async ({
  page,
  browser,
}) => {
  const email = someEmail();
  // Spent by requests of others, from many networks.
  await spendBudget("mail.rights_to", shortDigest(email), 3600, 20);
  const { number } = await fileRequest(page, {
    email,
    idNumber: someDigits(10),
    kind: "Que borren mis datos",
  });
  await expect(page.getByText(`No enviamos el código a ${email}`)).toBeVisible();
  await expect(page.getByText("Enviamos a", { exact: false })).toHaveCount(0);
  await expectAccessible(page);

  const desk = await browser.newPage();
  await signInAs(desk, (await makeOfficial("officer")).personId);
  await desk.goto(`/admin/habeas-data/${number}`);
  await desk.getByRole("button", { name: "Enviar otro código" }).click();
  await expect(desk.getByText("Se envió otro código")).toBeVisible();
  await desk.close();
  const [mail] = await mailsTo(email);
  expect(mail?.subject).toBe(`Otro código para su petición ${number}`);
  await follow(page, { number, code: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/m.exec(mail?.text ?? "")?.[0] ?? "" });
});

test("who asks what is held is answered while something is missing", async ({ page }) => {
  const { number } = await fileRequest(page, {
    ...{ email: someEmail(), idNumber: someDigits(10), kind: "Saber qué datos míos tienen" },
  });
  await signInAs(page, (await makeOfficial("officer")).personId);
  await page.goto(`/admin/habeas-data/${number}`);
  await page.getByLabel("Qué falta").fill("¿En qué comercio?");
  await page.getByRole("button", { name: "Pedirlo" }).click();
  await expect(page.getByText("Falta algo", { exact: true })).toBeVisible();
  await expect(page.getByText("Puede enviar lo que falta hasta")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Prorrogar" })).toBeVisible();
  await page.getByLabel("No se hace").check();
  await page.getByLabel("Respuesta", { exact: true }).fill("No encontramos datos suyos.");
  await page.getByRole("button", { name: "Responder", exact: true }).click();
  await expect(page.getByText("Se respondió")).toBeVisible();
});

test("an answer asks again who is there, and what was typed is not lost", async ({ page }) => {
  const { number } = await fileRequest(page, {
    email: someEmail(),
    idNumber: someDigits(10),
    kind: "Retirar mi autorización",
  });
  const official = await makeOfficial("administrator");
  await signInAs(page, official.personId);
  await owner`update session set proven_at = now() - interval '1 hour' where person_id = ${official.personId}`;
  await page.goto(`/admin/habeas-data/${number}`);
  await page.getByLabel("No se hace").check();
  await page.getByLabel("Respuesta", { exact: true }).fill("No hay datos de esta persona.");
  await page.getByRole("button", { name: "Responder", exact: true }).click();
  await expect(page).toHaveURL(/\/confirmar\?/);
  await owner`update session set proven_at = now() where person_id = ${official.personId}`;
  await page.goto(`/admin/habeas-data/${number}`);
  await expect(page.getByLabel("Respuesta", { exact: true })).toHaveValue("No hay datos de esta persona.");
});

test("what a member's file has is only theirs, also when a name would be markup", async ({
  page,
  browser,
}) => {
  const idNumber = someDigits(10);
  const email = someEmail();
  const { number, code } = await fileRequest(page, { email, idNumber, kind: "Saber qué datos míos tienen" });
  const [person] = await owner<
    { id: string }[]
  >`insert into person (email, name) values (${email}, '<b>Ana & Co</b>') returning id`;
  const sealed = sealPerson(person?.id ?? "", { idNumber, mobile: null });
  await owner`update person set id_number_sealed = decode(${sealed.id_number ?? ""}, 'base64'),
    id_number_index = decode(${sealed.id_index ?? ""}, 'base64') where id = ${person?.id ?? ""}`;
  await follow(page, { number, code });
  const desk = await browser.newPage();
  await signInAs(desk, (await makeOfficial("officer")).personId);
  await desk.goto(`/admin/habeas-data/${number}`);
  await desk.getByLabel("Qué documento vio").fill("Cédula vista por videollamada");
  await desk.getByRole("button", { name: "Anotar la identidad" }).click();
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: "Descargar para revisar" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain("&lt;b&gt;Ana &amp; Co&lt;/b&gt;");
  expect(text).not.toContain("<b>Ana");
  await desk.close();
});
