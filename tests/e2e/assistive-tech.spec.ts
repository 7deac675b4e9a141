import type { BrowserContextOptions, Page } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { type InputMethod, keyboardOf, pointer } from "@/tests/support/assistive-tech";
import { expectGreen, heading, menuOf } from "@/tests/support/counter-pages";
import { cutOrCovered, expectStill, withoutEdge } from "@/tests/support/layout-checks";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { expect, test } from "@/tests/support/test";

type Condition = {
  context: BrowserContextOptions;
  input?: (page: Page) => InputMethod;
  /** What the person has set in the browser. */
  set?: (page: Page) => Promise<void>;
  /** What must hold on every page of the way. */
  inspect?: (page: Page) => Promise<void>;
};

const phone = { width: 390, height: 844 };
const nothingCut = async (page: Page) => expect(await cutOrCovered(page), page.url()).toEqual([]);

const conditions: Readonly<Record<string, Condition>> = {
  "without JavaScript": { context: { viewport: phone, javaScriptEnabled: false } },
  "by keyboard alone": { context: { viewport: { width: 1366, height: 768 } }, input: keyboardOf },
  "by keyboard alone on a phone": { context: { viewport: phone }, input: keyboardOf },
  "at 320 px": { context: { viewport: { width: 320, height: 640 } }, inspect: nothingCut },
  "at 320 px with letters of twice the size": {
    context: { viewport: { width: 320, height: 640 } },
    set: async (page) => {
      const browser = await page.context().newCDPSession(page);
      await browser.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
    },
    inspect: nothingCut,
  },
  "at 400 % zoom": { context: { viewport: { width: 320, height: 256 } }, inspect: nothingCut },
  "in forced colours": {
    context: { viewport: phone, forcedColors: "active" },
    inspect: async (page) => expect(await withoutEdge(page), page.url()).toEqual([]),
  },
  "with reduced motion": { context: { viewport: phone, reducedMotion: "reduce" }, inspect: expectStill },
};

/** Somebody with a password, whose only application is this one, and the paper of an order. */
async function atTheDoor() {
  const password = "una frase larga para el mostrador";
  const { actor } = await makeTill();
  const [person] = await owner<{ email: string }[]>`
    update person set password_hash = ${await hashPassword(password)} where id = ${actor.personId} returning email`;
  return { email: person?.email ?? "", password, order: await makeOrder() };
}

const nothing = async () => {};

for (const [name, { context, input, set = nothing, inspect = nothing }] of Object.entries(conditions)) {
  test(`from sign-in to the history, ${name}`, async ({ browser }) => {
    const { email, password, order } = await atTheDoor();
    const page = await (await browser.newContext({ locale: "es-CO", ...context })).newPage();
    await set(page);
    const { press, type } = input?.(page) ?? pointer;
    const link = (text: string) => page.getByRole("link", { name: text, exact: true });
    const button = (text: string) => page.getByRole("button", { name: text, exact: true });
    const at = async (title: string) => {
      await expect(heading(page)).toHaveText(title);
      await inspect(page);
    };

    await page.goto("/ingresar");
    await at("Ingresar");
    await type(page.getByLabel("Correo electrónico"), email);
    await type(page.getByLabel("Contraseña", { exact: true }), password);
    await press(button("Ingresar"));
    await at("Sus aplicaciones");
    await press(page.getByRole("link", { name: /^Acceder/ }));

    await at("Consultar una orden");
    await type(page.getByLabel("Nit / Cédula"), order.idNumber);
    await type(page.getByLabel("Nro Documento"), order.number);
    await press(button("CONSULTAR ORDEN"));

    await at("Encontramos la orden");
    for (const row of ["El valor", "El nombre y la cédula", "El número y la fecha"])
      await press(page.getByRole("group", { name: row }).getByLabel("Igual"));
    await press(button("Todo está igual"));

    await expectGreen(page);
    await inspect(page);
    await press(link("Registrar el uso"));
    await at("Va a registrar este uso");
    await press(button("Sí, registrar el uso"));
    await at("Uso registrado");

    await press(button("Imprimir o compartir"));
    await at("Comprobante de uso");
    await press(link("Volver"));
    await at("Uso registrado");
    await press(link("Me equivoqué"));
    await at("Anular este uso");
    await type(page.getByLabel("¿Qué pasó?"), "Registré la orden de otra persona");
    await press(button("Anular el uso"));
    await at("Uso anulado");

    // A phone has the places in the menu.
    if (!(await link("Historial").isVisible())) await press(menuOf(page));
    await press(link("Historial"));
    await at("Historial");
    await expect(page.getByText(order.number).first()).toBeVisible();
    await page.context().close();
  });
}
