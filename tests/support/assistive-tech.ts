import { expect, type Locator, type Page } from "@playwright/test";
import { focusRing } from "./layout-checks";

/** A way to operate a page: pointer or keyboard. */
export type InputMethod = {
  type(field: Locator, text: string): Promise<void>;
  /** Activates a link, a button or an option. */
  press(control: Locator): Promise<void>;
};

export const pointer: InputMethod = {
  type: (field, text) => field.fill(text),
  press: (control) => control.click(),
};

const MOST_STOPS = 40;

/**
 * Operates the page with Tab, characters, Space and Enter only. Each focused element must have a focus ring
 * and not be covered.
 */
export function keyboardOf(page: Page): InputMethod {
  const reach = async (control: Locator) => {
    await expect(control).toBeVisible();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
      expect(await covered(page), "what has the focus is covered").toBeNull();
    }
    await expect(control).toBeFocused();
    expect(await focusRing(page), "the focus is seen").toBe(true);
  };
  return {
    type: async (field, text) => {
      await reach(field);
      await page.keyboard.type(text);
    },
    press: async (control) => {
      await reach(control);
      const chosen = await control.evaluate((element) => element.matches("[type=radio], [type=checkbox]"));
      await page.keyboard.press(chosen ? "Space" : "Enter");
    },
  };
}

/** The element that covers the focused one, if any. */
function covered(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!over) return `${element.outerHTML.slice(0, 80)} is out of sight`;
    const free = element.contains(over) || over.contains(element);
    return free ? null : `${over.className} over ${element.outerHTML.slice(0, 80)}`;
  });
}
