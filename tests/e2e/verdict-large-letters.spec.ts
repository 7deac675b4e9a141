import type { Page } from "@playwright/test";
import type { Verdict } from "@/model/verdict";
import { verdictMakers } from "@/tests/support/answer-per-verdict";
import { brokenBeforeFont, brokenWords } from "@/tests/support/broken-words";
import { answerOtherRows } from "@/tests/support/counter-pages";
import { cutOrCovered, doubleLetters, standingShare } from "@/tests/support/layout-checks";
import { owner } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Letters of twice the size on three phones; the narrowest as it is; and a desk's screen zoomed to 400 %. */
const views = [
  { width: 320, height: 568, letters: 1 },
  { width: 320, height: 256, letters: 1 },
  { width: 390, height: 844, letters: 2 },
  { width: 360, height: 640, letters: 2 },
  { width: 320, height: 568, letters: 2 },
];

/** The lines of the verdict's words that something else covers, or that lie outside of what is seen first. */
const hiddenLines = (page: Page, wholeScreen: boolean) =>
  page.getByRole("heading", { level: 1 }).evaluate(async (heading, all) => {
    window.scrollTo({ top: 0, behavior: "instant" });
    // A new size of the window is drawn first.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const words = document.createRange();
    words.selectNodeContents(heading);
    const lines = [...words.getClientRects()];
    return (all ? lines : lines.slice(0, 1)).flatMap(({ left, top, width, height, bottom }) => {
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const isSeen = bottom <= innerHeight && hit !== null && heading.contains(hit);
      return isSeen ? [] : [`${top}–${bottom} of ${innerHeight}: ${hit?.outerHTML.slice(0, 80)}`];
    });
  }, wholeScreen);

/** The page is not reloaded between the views: text size and window change as by a person. */
async function expectWordsFirst(page: Page): Promise<void> {
  for (const { width, height, letters } of views) {
    await page.setViewportSize({ width, height });
    if (letters === 2) await doubleLetters(page);
    const where = `${width} × ${height}, letters × ${letters}`;
    expect(await hiddenLines(page, height > 300), `the verdict's words come first: ${where}`).toEqual([]);
    expect(await standingShare(page), `what stands still: ${where}`).toBeLessThanOrEqual(1 / 3);
    expect(await brokenWords(page), where).toEqual([]);
    expect(await cutOrCovered(page), where).toEqual([]);
    expect(await brokenBeforeFont(page), `before the font has come: ${where}`).toEqual([]);
  }
}

async function open(page: Page, verdict: Verdict, typed = false): Promise<void> {
  const { till, lookupId } = await verdictMakers[verdict]();
  if (typed)
    await owner`insert into comparison (lookup_id, person_id, mode)
      values (${lookupId}, ${till.actor.personId}, 'type')`;
  await signInAs(page, till.actor.personId);
  await page.goto(`/consultar/r/${lookupId}`);
  await expect(page.locator("main")).toHaveAttribute("data-verdict", verdict);
}

for (const verdict of Object.keys(verdictMakers) as Verdict[]) {
  test(`the words of "${verdict}" are seen first with letters of twice the size and at 400 % zoom`, async ({
    page,
  }) => {
    await open(page, verdict);
    await expectWordsFirst(page);
  });
}

test("a comparison that is answered stays readable with large letters, its value shown or typed", async ({
  page,
}) => {
  await open(page, "current");
  await page.getByRole("group", { name: "El valor" }).getByText("Igual").click();
  await answerOtherRows(page);
  await expectWordsFirst(page);
  await open(page, "current", true);
  await page.getByLabel("¿Cuánto dice el papel?").fill("480.000");
  await answerOtherRows(page);
  await expectWordsFirst(page);
});
