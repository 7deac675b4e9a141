import { signalOf, type Verdict } from "@/domain/order/verdict";
import { makeTill } from "../db/lookup/counter";
import { makePrintedOrder } from "../db/lookup/printed";
import { heading, signal } from "../support/at-counter";
import { enterAs } from "../support/enter-as";
import { choosePicture, kept } from "../support/phone";
import { expectForcedColours, expectRoom, expectStill } from "../support/senses";
import { expect, expectAccessible, test } from "../support/test";
import { titleOf, treeOf } from "../support/verdict-trees";
import { verdictMakers } from "../support/verdicts";

test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: "reduce" } });

for (const verdict of Object.keys(verdictMakers) as Verdict[]) {
  test(`the answer "${verdict}" is whole for every sense`, async ({ page }) => {
    const { till, lookupId } = await verdictMakers[verdict]();
    await enterAs(page, till.actor.personId);
    await page.goto(`/consultar/r/${lookupId}`);
    await expect(page.locator("main")).toHaveAttribute("data-verdict", verdict);
    await expect(signal(page)).toHaveAttribute("data-signal", signalOf(verdict));
    await expect(verdict === "digits" ? page.getByRole("textbox") : heading(page)).toBeFocused();
    await expect(page).toHaveTitle(titleOf(verdict));
    await expect(page.getByRole("main")).toMatchAriaSnapshot(treeOf(verdict));
    await expectStill(page);
    await expectRoom(page);
    await expectForcedColours(page);
    await expectAccessible(page);
  });
}

test("what a phone without internet answers is whole for every sense", async ({ page }) => {
  const codes = {
    unconfirmed: (await makePrintedOrder()).url,
    expired: (await makePrintedOrder({ issuedIn: -40, endsIn: -10 })).url,
    not_yet: (await makePrintedOrder({ issuedIn: 5 })).url,
    foreign: "https://pagos.example/cobrar?codigo=1",
    dead: (await makePrintedOrder({ state: "annulled" })).url,
  };
  await enterAs(page, (await makeTill()).actor.personId);
  await page.goto("/consultar");
  await expect.poll(() => kept(page)).toBe(true);
  await page.goto("/sin-conexion");
  for (const [outcome, code] of Object.entries(codes)) {
    await choosePicture(page, code);
    await expect(signal(page)).toHaveAttribute("data-outcome", outcome);
    await expect(signal(page)).toHaveAttribute("data-signal", /^(warn|stop)$/);
    await expectStill(page);
    await expectRoom(page);
    await expectForcedColours(page);
    if (outcome === "dead") await expectAccessible(page);
    await page.getByRole("button", { name: "Leer otro código" }).click();
  }
});

test("what is said while the caja's system does not answer is whole for every sense", async ({ page }) => {
  await page.goto("/no-disponible?volver=/consultar");
  await expect(heading(page)).toHaveText("No pudimos consultar");
  await expectStill(page);
  await expectRoom(page);
  await expectForcedColours(page);
  await expectAccessible(page);
});
