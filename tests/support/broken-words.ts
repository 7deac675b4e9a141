import type { Page } from "@playwright/test";

/**
 * Words, NITs and numbers of receipts, requests and payments that are broken inside, over two lines; e-mails,
 * addresses and codes have nothing else to break at.
 */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    /** The width of the lines that an element's text stands in. */
    const roomOf = (element: Element): number => {
      const { display, paddingLeft, paddingRight } = getComputedStyle(element);
      return display.startsWith("inline") && element.parentElement
        ? roomOf(element.parentElement)
        : element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (
        !element?.checkVisibility({ visibilityProperty: true }) ||
        element.closest(".sr-only, script, style")
      )
        continue;
      for (const word of (node.textContent ?? "").matchAll(
        /(?<![\p{L}\d@./_-])(?:\p{L}+|[A-Z]{1,3}-\d{4}-\d{6}|\d{3}\.\d{3}\.\d{3}-\d)(?![\p{L}\d@/_-]|\.[\p{L}\d])/gu,
      )) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const parts = [...range.getClientRects()];
        const lines = new Set(parts.map(({ bottom }) => Math.round(bottom)));
        // A heading's letters can be so large that no line has room for a number.
        const isWide = parts.reduce((sum, { width }) => sum + width, 0) > roomOf(element);
        if (lines.size > 1 && !(isWide && /\d/.test(word[0]))) found.push(word[0]);
      }
    }
    return found;
  });
}

/** Words that are broken while the page stands in the system's font, as on a slow line until its own has come. */
export async function brokenBeforeFont(page: Page): Promise<string[]> {
  const setFont = (name: string) =>
    page.evaluate((font) => {
      for (const property of ["--typeface-text", "--typeface-figures"])
        document.documentElement.style.setProperty(property, font);
    }, name);
  await setFont("none-such");
  const broken = await brokenWords(page);
  await setFont("");
  return broken;
}
