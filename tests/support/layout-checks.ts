import { expect, type Page } from "@playwright/test";

/** Elements that are clipped, covered or outside the viewport; the list should be empty. */
export async function cutOrCovered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    const main = document.querySelector("main") ?? document.body;
    if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
    // What only a screen reader gets is clipped to a pixel.
    const isClipped = (element: Element | null): boolean => {
      if (!element) return false;
      const { position, overflow, width } = getComputedStyle(element);
      const here = position === "absolute" && overflow === "hidden" && width === "1px";
      return here || isClipped(element.parentElement);
    };
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isClipped(element);
    const covers = (element: Element, box: DOMRect): Element | null => {
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return hit && (element.contains(hit) || hit.contains(element)) ? null : hit;
    };
    // Lines of one text overlap slightly.
    const meet = (one: Element, other: Element) =>
      [...one.getClientRects()].some((mine) =>
        [...other.getClientRects()].some(
          (its) =>
            its.left < mine.right - 1 &&
            its.right > mine.left + 1 &&
            its.top < mine.bottom - 4 &&
            its.bottom > mine.top + 4,
        ),
      );
    const look = (element: Element, what: string, measure: () => DOMRect | undefined) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = measure();
      if (!box || box.width === 0) return;
      if (box.left < -1 || box.right > width + 1) found.push(`outside: ${what}`);
      const over = covers(element, box);
      if (over) found.push(`covered by ${over.className || over.tagName}: ${what}`);
    };
    for (const element of main.querySelectorAll("*")) {
      const { overflowX } = getComputedStyle(element);
      if (
        overflowX !== "visible" &&
        element.scrollWidth > element.clientWidth + 1 &&
        isSeen(element) &&
        element.matches("p, h1, h2, a, button, dd")
      )
        found.push(`cut: ${element.textContent}`);
    }
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      look(element, node.textContent, () => range.getClientRects()[0]);
    }
    const controls = [
      ...main.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary"),
    ].filter(isSeen);
    for (const control of controls) {
      look(control, control.outerHTML.slice(0, 90), () => control.getClientRects()[0]);
      for (const other of controls)
        if (other !== control && !control.contains(other) && !other.contains(control) && meet(control, other))
          found.push(`overlaps: ${control.textContent} and ${other.textContent}`);
    }
    window.scrollTo(0, 0);
    return found;
  });
}

/**
 * Checks the layout at 320 px, at 400 % zoom of 1280 × 1024, and at 320 px with 200 % text size: nothing may
 * be cut off.
 */
export async function expectRoom(page: Page): Promise<void> {
  const size = page.viewportSize();
  const browser = await page.context().newCDPSession(page);
  for (const [width, height, letters] of [
    [320, 640, 1],
    [320, 256, 1],
    [320, 640, 2],
  ] as const) {
    await page.setViewportSize({ width, height });
    await browser.send("Page.setFontSizes", { fontSizes: { standard: 16 * letters } });
    expect(await cutOrCovered(page), `${width} × ${height}, letters × ${letters}, ${page.url()}`).toEqual([]);
    if (height < 300) expect(await fixedParts(page), "nothing stands still over so low a page").toBe(0);
  }
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
  await browser.detach();
  if (size) await page.setViewportSize(size);
}

/** Sticky elements, except those whose inset is far outside of the page. */
const fixedParts = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll("body *")].filter((element) => {
        const { position, top, bottom } = getComputedStyle(element);
        if (position === "fixed") return true;
        return position === "sticky" && [top, bottom].some((inset) => Number.parseFloat(inset) > -100);
      }).length,
  );

/** Share of the viewport that sticky elements cover, from 0 to 1. */
export function standingShare(page: Page): Promise<number> {
  return page.evaluate(() => {
    const heights = [...document.querySelectorAll("body *")].map((element) => {
      const { position, top, bottom } = getComputedStyle(element);
      const isFixed =
        position === "fixed" ||
        (position === "sticky" && [top, bottom].some((inset) => Number.parseFloat(inset) > -100));
      const box = element.getBoundingClientRect();
      return isFixed ? Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)) : 0;
    });
    return heights.reduce((sum, height) => sum + height, 0) / innerHeight;
  });
}

/** Letters of twice the size, as "text only" zoom and a phone's large letters inside another app make them. */
export async function doubleLetters(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}

/** Checks that no animation runs on a page opened with reduced motion. */
export async function expectStill(page: Page): Promise<void> {
  expect(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)).toBe(true);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
}

/** Checks forced colours in light and dark mode: borders, icons, focus and figures must be visible. */
export async function expectForcedColours(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme, reducedMotion: "reduce" });
    expect(await withoutEdge(page), `${colorScheme} ${page.url()}`).toEqual([]);
    await page.keyboard.press("Tab");
    // On a page with one link, the next Tab leaves the page.
    if (await page.evaluate(() => document.activeElement === document.body)) await page.keyboard.press("Tab");
    expect(await focusRing(page), "the focus is seen").toBe(true);
    for (const figure of await page.locator("main svg[data-figure]").all())
      expect(await inkOf(page, await figure.screenshot()), "the figure is drawn").toBeGreaterThanOrEqual(3);
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
}

/** Panels, buttons, boxes and icons without contrast to their background. */
export function withoutEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lightness = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: string, other: string) => {
      const [low = 0, high = 0] = [lightness(one), lightness(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const ground = getComputedStyle(document.body).backgroundColor;
    const found: string[] = [];
    for (const element of document.querySelectorAll(
      "main :is(.signal, [data-signal]), main .button:not(.button-text), main [data-box], main .input, main .comparison .option",
    )) {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
      if (
        Number.parseFloat(borderTopWidth) < 1 ||
        borderTopStyle === "none" ||
        contrast(borderTopColor, ground) < 3
      )
        found.push(`no edge: ${element.className}`);
    }
    for (const figure of document.querySelectorAll("main svg[data-figure]"))
      if (getComputedStyle(figure).forcedColorAdjust !== "none") found.push("a figure loses its colours");
    for (const icon of document.querySelectorAll("main svg:not([data-figure])"))
      if (contrast(getComputedStyle(icon).color, ground) < 3) found.push("an icon is not seen");
    return found;
  });
}

/** Whether the focused element has a visible focus ring. */
export function focusRing(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return (
      document.activeElement !== document.body &&
      outlineStyle !== "none" &&
      Number.parseFloat(outlineWidth) >= 2
    );
  });
}

/** The contrast between the two most different colours that each fill a twentieth of a picture. */
function inkOf(page: Page, picture: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    const counts = new Map<number, number>();
    const linear = (part: number) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0] = data.slice(at, at + 3);
      const light = Math.round((0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)) * 50);
      counts.set(light, (counts.get(light) ?? 0) + 1);
    }
    const large = [...counts].filter(([, count]) => count >= data.length / 80).map(([light]) => light / 50);
    return (Math.max(...large) + 0.05) / (Math.min(...large) + 0.05);
  }, picture.toString("base64"));
}
