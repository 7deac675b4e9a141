import { expect, type Page } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { lookUpOnPage } from "./counter-pages";
import { PASSWORD } from "./factories/account";
import { makeApplicant } from "./factories/request";
import { pdf } from "./full-journey";
import { makeOrder, makeTill, owner } from "./look-up-orders";
import { signInAs } from "./sign-in-as";

/** A form that a provider's person fills in: how it is reached, filled, sent, and seen to be filled. */
export type TypedForm = {
  open: (page: Page) => Promise<void>;
  fill: (page: Page) => Promise<void>;
  send: string;
  expectFilled: (page: Page) => Promise<void>;
  expectEmpty: (page: Page) => Promise<void>;
  /** Whether somebody of the shop, or of a shop that has no application yet. */
  by: "owner" | "applicant";
  /** Sent by the browser itself, since files go along: then it is the browser that says that nobody answers. */
  native?: true;
};

/** As heavy as a photo: more than what is read of a form whose session is over. */
const heavyPdf = Buffer.concat([pdf, Buffer.alloc(3_000_000, 32)]);

const igual = (page: Page, row: string) => page.getByRole("group", { name: row }).getByLabel("Igual");

const openAnswer = async (page: Page) => {
  await lookUpOnPage(page, await makeOrder());
};

export const typedForms: Record<string, TypedForm> = {
  "a look-up": {
    by: "owner",
    open: async (page) => {
      await page.goto("/consultar");
    },
    fill: async (page) => {
      await page.getByLabel("Nit / Cédula").fill("1042555318");
      await page.getByLabel("Nro Documento").fill("0004521");
    },
    send: "CONSULTAR ORDEN",
    expectFilled: async (page) => {
      await expect(page.getByLabel("Nit / Cédula")).toHaveValue("1042555318");
      await expect(page.getByLabel("Nro Documento")).toHaveValue("0004521");
    },
    expectEmpty: async (page) => {
      await expect(page.getByLabel("Nit / Cédula")).toHaveValue("");
    },
  },
  "a comparison": {
    by: "owner",
    open: openAnswer,
    fill: async (page) => {
      await igual(page, "El valor").check({ force: true });
      await igual(page, "El nombre y la cédula").check({ force: true });
      await igual(page, "El número y la fecha").check({ force: true });
    },
    send: "Todo está igual",
    expectFilled: async (page) => {
      await expect(igual(page, "El valor")).toBeChecked();
      await expect(igual(page, "El nombre y la cédula")).toBeChecked();
    },
    expectEmpty: async (page) => {
      await expect(igual(page, "El valor")).not.toBeChecked();
    },
  },
  "a report": {
    by: "owner",
    native: true,
    open: async (page) => {
      await openAnswer(page);
      await page.goto(`${page.url()}/reportar`);
    },
    fill: async (page) => {
      await page.getByLabel("El nombre no coincide").check({ force: true });
      await page.getByRole("textbox").first().fill("La firma no es la de siempre");
    },
    send: "Enviar a Caja de Compensación Demo",
    expectFilled: (page) =>
      expect(page.getByRole("textbox").first()).toHaveValue("La firma no es la de siempre"),
    expectEmpty: (page) => expect(page.getByRole("textbox").first()).toHaveValue(""),
  },
  "a request": {
    by: "applicant",
    native: true,
    open: async (page) => {
      await page.goto("/aplicaciones/convenios/solicitar");
    },
    fill: async (page) => {
      for (const input of await page.locator("input[type=file]").all())
        await input.setInputFiles({ name: "papel.pdf", mimeType: "application/pdf", buffer: heavyPdf });
      await page.getByLabel(/Número del convenio/).fill("CV-2026-77");
    },
    send: "Enviar solicitud",
    expectFilled: (page) => expect(page.getByLabel(/Número del convenio/)).toHaveValue("CV-2026-77"),
    expectEmpty: (page) => expect(page.getByLabel(/Número del convenio/)).toHaveValue(""),
  },
  "an invitation": {
    by: "owner",
    open: async (page) => {
      await page.goto("/equipo");
    },
    fill: async (page) => {
      await page.getByLabel("Nombres y apellidos").fill("Marta Ruiz");
      await page.getByLabel("Correo", { exact: true }).fill("marta@tienda.example");
      await page.getByRole("radio", { name: /^Registra/ }).check({ force: true });
    },
    send: "Enviar la invitación",
    expectFilled: async (page) => {
      await expect(page.getByLabel("Nombres y apellidos")).toHaveValue("Marta Ruiz");
      await expect(page.getByLabel("Correo", { exact: true })).toHaveValue("marta@tienda.example");
      await expect(page.getByRole("radio", { name: /^Registra/ })).toBeChecked();
    },
    expectEmpty: (page) => expect(page.getByLabel("Nombres y apellidos")).toHaveValue(""),
  },
};

/** Signs in somebody new who may use that form, and can sign in with PASSWORD. */
export async function newTyper(
  page: Page,
  by: TypedForm["by"],
): Promise<{ personId: string; email: string }> {
  const { personId } = by === "owner" ? (await makeTill()).actor : await makeApplicant();
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  const [person] = await owner<{ email: string }[]>`
    update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${personId} returning email`;
  await signInAs(page, personId);
  return { personId, email: person?.email ?? "" };
}

/** The person's sessions were not used for as long as they may be. */
export async function endSessions(personId: string): Promise<void> {
  await owner`update session set last_seen_at = now() - interval '13 hours' where person_id = ${personId}`;
}

export async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(page).not.toHaveURL(/ingresar/);
}
