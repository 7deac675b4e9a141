import { signalOf, type Verdict } from "@/domain/order/verdict";
import { heading, signal } from "../support/at-counter";
import { enterAs } from "../support/enter-as";
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
