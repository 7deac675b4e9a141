import { type Signal, signalOf } from "@/domain/lookup/verdict";
import type { Verdict } from "@/model/verdict";
import { verdictMakers } from "@/tests/support/answer-per-verdict";
import { choosePicture } from "@/tests/support/code-picture";
import { heading, signal } from "@/tests/support/counter-pages";
import { expectForcedColours, expectRoom, expectStill } from "@/tests/support/layout-checks";
import { makeTill } from "@/tests/support/look-up-orders";
import { openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { titleOf, treeOf } from "@/tests/support/verdict-accessibility-trees";

test.use({ serviceWorkers: "allow" });

test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: "reduce" } });

/** The shape of each signal, which distinguishes it without colour. */
const shapes: Readonly<Record<Signal, string>> = {
  go: "circle[r='38']",
  stop: "polygon[points^='30,2']",
  warn: "polygon[points^='50,2']",
  info: "rect",
};

for (const verdict of Object.keys(verdictMakers) as Verdict[]) {
  test(`the answer "${verdict}" is accessible: text, layout, contrast and stillness`, async ({ page }) => {
    const { till, lookupId } = await verdictMakers[verdict]();
    await signInAs(page, till.actor.personId);
    await page.goto(`/consultar/r/${lookupId}`);
    await expect(page.locator("main")).toHaveAttribute("data-verdict", verdict);
    await expect(signal(page)).toHaveAttribute("data-signal", signalOf(verdict));
    for (const [each, shape] of Object.entries(shapes))
      await expect(signal(page).locator(`svg ${shape}`)).toHaveCount(each === signalOf(verdict) ? 1 : 0);
    await expect(verdict === "digits" ? page.getByRole("textbox") : heading(page)).toBeFocused();
    await expect(page).toHaveTitle(titleOf(verdict));
    await expect(page.getByRole("main")).toMatchAriaSnapshot(treeOf(verdict));
    await expectStill(page);
    await expectRoom(page);
    await expectForcedColours(page);
    await expectAccessible(page);
  });
}

const besideTheAnswers = [
  "/consultar",
  "/consultar/escanear",
  "no-puedo-leer",
  "reportar",
  "/practica",
  "/practica/autentica",
  "/novedades",
];

for (const path of besideTheAnswers) {
  test(`the page ${path} has no clipped layout, visible focus, and no animation when reduced`, async ({
    page,
  }) => {
    const { till, lookupId } = await verdictMakers.current();
    await signInAs(page, till.actor.personId);
    await page.goto(path.startsWith("/") ? path : `/consultar/r/${lookupId}/${path}`);
    await expect(page.getByRole("main")).toBeVisible();
    await expectStill(page);
    await expectRoom(page);
    await expectForcedColours(page);
  });
}

/** Codes as a phone may meet them, and what it says of each without internet. */
const offlineCodes = {
  unconfirmed: async () => (await makePrintedOrder()).url,
  expired: async () => (await makePrintedOrder({ issuedIn: -40, endsIn: -10 })).url,
  not_yet: async () => (await makePrintedOrder({ issuedIn: 5 })).url,
  foreign: async () => "https://pagos.example/cobrar?codigo=1",
  dead: async () => (await makePrintedOrder({ state: "annulled" })).url,
};

for (const [outcome, code] of Object.entries(offlineCodes)) {
  test(`the answer of a phone without internet to a code that is ${outcome} is accessible: text, layout and stillness`, async ({
    page,
  }) => {
    const url = await code();
    await signInAs(page, (await makeTill()).actor.personId);
    await openOfflineReady(page);
    await page.goto("/sin-conexion");
    await choosePicture(page, url);
    await expect(signal(page)).toHaveAttribute("data-outcome", outcome);
    await expect(signal(page)).toHaveAttribute("data-signal", /^(warn|stop)$/);
    await expectStill(page);
    await expectRoom(page);
    await expectForcedColours(page);
    if (outcome === "dead") await expectAccessible(page);
    await page.getByRole("button", { name: "Leer otro código" }).click();
    await expect(signal(page)).toHaveCount(0);
  });
}

test("the answer while the caja's system is down is accessible: text, layout and stillness", async ({
  page,
}) => {
  await page.goto("/no-disponible?volver=/consultar");
  await expect(heading(page)).toHaveText("No pudimos consultar");
  await expectStill(page);
  await expectRoom(page);
  await expectForcedColours(page);
  await expectAccessible(page);
});
