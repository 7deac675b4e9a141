import type { Page } from "@playwright/test";
import { practicePath } from "@/app/(proveedor)/practica/addresses";
import {
  type PracticeOrder,
  practiceAffiliate,
  practiceOrders,
  practiceSignal,
  practiceVerdicts,
} from "@/domain/practice/practice";
import { answerRows, heading, signal } from "@/tests/support/counter-pages";
import { expectForcedColours, expectRoom, expectStill } from "@/tests/support/layout-checks";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

const ribbon = (page: Page) => page.getByText("Esto es una práctica. Nada queda registrado.");
const verdict = (page: Page) => page.locator("main");

/** Does with one practice paper what should be done with it, up to its last answer. */
async function walk(page: Page, order: PracticeOrder): Promise<void> {
  await page.goto(practicePath(order.code));
  await expect(ribbon(page)).toBeVisible();
  if (order.by === "numbers") {
    await page.getByLabel("Nit / Cédula").fill(practiceAffiliate.idNumber);
    await page.getByLabel("Nro Documento").fill(order.number);
    await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  } else await page.getByRole("link", { name: /^Leer (el código|la foto)$/ }).click();
  for (const [place, step] of order.steps.entries()) {
    await expect(verdict(page)).toHaveAttribute("data-verdict", step);
    await expect(signal(page)).toHaveAttribute("data-signal", practiceSignal(step));
    await expect(ribbon(page)).toBeVisible();
    if (place + 1 === order.steps.length) return;
    if (step === "digits") {
      await page.getByRole("textbox").fill(practiceAffiliate.idNumber.slice(-4));
      await page.getByRole("button", { name: "Ver la orden" }).click();
    } else if (order.steps.includes("unread"))
      await page.getByRole("link", { name: "No puedo leer el papel" }).click();
    else await answerRows(page, order.differing.includes("value") ? ["El valor"] : []);
  }
}

const traces = (providerId: string) =>
  owner`select (select count(*)::int from lookup where provider_id = ${providerId}) as lookups`;

test("every verdict can be practised without JavaScript, and nothing is written", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, javaScriptEnabled: false });
  const page = await context.newPage();
  const till = await makeTill();
  await signInAs(page, till.actor.personId);
  await page.goto("/practica");
  await expect(page.locator("main li:has(a[href^='/practica/'])")).toHaveCount(practiceVerdicts.length);
  for (const each of practiceVerdicts) await walk(page, practiceOrders[each]);
  const [counted] = await traces(till.actor.provider.id);
  expect(counted).toEqual({ lookups: 0 });
  await context.close();
});

test("the pages that only the practice has are accessible in light and dark mode and fit 320 px", async ({
  page,
}) => {
  const till = await makeTill();
  await signInAs(page, till.actor.personId);
  const { unconfirmed, unavailable, current } = practiceOrders;
  const own = [unconfirmed, unavailable, current].map(({ code }) => practicePath(code, 1));
  for (const path of ["/practica", "/practica/autentica", "/practica/codigo", ...own]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

for (const half of [0, 1]) {
  test(`each practice answer has no clipped layout, visible focus, and no animation when reduced (${half + 1} of 2)`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: process.env.E2E_URL, reducedMotion: "reduce" });
    const page = await context.newPage();
    await signInAs(page, (await makeTill()).actor.personId);
    for (const each of practiceVerdicts.filter((_, place) => place % 2 === half)) {
      const { code, steps } = practiceOrders[each];
      await page.goto(practicePath(code, steps.length));
      await expect(signal(page)).toHaveAttribute("data-signal", practiceSignal(steps.at(-1) ?? each));
      await expectStill(page);
      await expectRoom(page);
      await expectForcedColours(page);
    }
    await context.close();
  });
}

test("a practice use ends in a receipt marked as practice, and a wrong answer leads back to the paper", async ({
  page,
}) => {
  const till = await makeTill();
  await signInAs(page, till.actor.personId);
  await page.goto("/consultar");
  await page.getByRole("link", { name: "Ver las órdenes de práctica" }).click();
  await expect(heading(page)).toHaveText("Práctica");
  await page.getByRole("link", { name: /Papel de práctica 9000102/ }).click();
  await page.getByLabel("Nit / Cédula").fill("7");
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await expect(page.getByRole("alert", { name: "Revise esto" })).toContainText(
    "Escriba la cédula como está en el papel de práctica",
  );

  await walk(page, practiceOrders.authentic);
  await page.getByRole("link", { name: "Registrar el uso" }).click();
  await expect(heading(page)).toHaveText("Va a registrar este uso");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sí, registrar el uso" }).click();
  await expect(heading(page)).toHaveText("Comprobante de práctica");
  await expect(page.getByText("Esto no es un comprobante.")).toBeVisible();
  await expectAccessible(page);

  await page.goto(practicePath("mismatch", 1));
  await answerRows(page);
  await expect(page.getByText("Mire otra vez el papel de práctica")).toBeVisible();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "current");
});

test("the hint to install appears after the second found order, where supported, until dismissed", async ({
  page,
}) => {
  const till = await makeTill();
  await signInAs(page, till.actor.personId);
  const hint = page.getByRole("heading", { name: "Ponga Consultar en la pantalla de su celular" });
  const offer = async () => {
    await page.goto("/aplicaciones", { waitUntil: "networkidle" });
    await page.evaluate(() => {
      const event = new Event("beforeinstallprompt", { cancelable: true });
      window.dispatchEvent(Object.assign(event, { prompt: async () => {} }));
    });
  };
  const look = (outcome: string) =>
    owner`insert into lookup (id, provider_id, person_id, channel, outcome, kind_code, number_typed)
      values (gen_random_uuid(), ${till.actor.provider.id}, ${till.actor.personId}, 'typed', ${outcome}, 'AS', '1')`;
  await look("current");
  await look("not_found");
  await offer();
  await expect(hint).toBeHidden();
  await look("current");
  await offer();
  await expect(hint).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ahora no" }).click();
  await expect(hint).toBeHidden();
  await offer();
  await expect(hint).toBeHidden();
});
