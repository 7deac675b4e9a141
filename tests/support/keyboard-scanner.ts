import type { Page } from "@playwright/test";

/**
 * Types as a keyboard scanner with nothing focused: all keys at once. Keys that the runner sends one by one have pauses
 * between them on a busy machine that no scanner has, and a pause ends the code.
 * @param enter whether the scanner ends a code with it
 */
export async function scanWithKeys(page: Page, text: string, enter = true): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys)
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    },
    [...text, ...(enter ? ["Enter"] : [])],
  );
}
