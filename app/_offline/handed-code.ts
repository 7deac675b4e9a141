const PLACE = "codigo.leido";
const OFFLINE_PAGE = "/sin-conexion";
/** As long as the service worker waits for the counter's pages (public/sw.js). */
const ANSWER_WITHIN_MS = 20_000;

export type Handed = {
  /** Of its look-up, where it was sent already: a scan whose answer was lost is not asked as another one. */
  id?: string;
  text: string;
  by: "camera" | "keyboard" | "picture";
};

/** Gives a code that was read its look-up's id. A page that is not secure has none to give; the server gives one. */
export function withId(code: Handed): Handed {
  return { ...code, id: globalThis.crypto.randomUUID?.() };
}

/** Hands what was scanned over to the offline page. */
export function readWithoutInternet(...codes: readonly Handed[]): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(codes));
  } catch {
    // A browser that lets nothing be kept: the page opens without it, and the code is read there.
  }
  window.location.assign(OFFLINE_PAGE);
}

/**
 * Hands over what the server has not answered in time, on a line that swallows packets. Only where the offline page is
 * kept: elsewhere a slow answer is worth more than a page that does not open.
 * @returns what stops it, for when there is an answer
 */
export function handOverUnanswered(codes: readonly Handed[]): () => void {
  let isAnswered = false;
  const timer = window.setTimeout(async () => {
    const isKept = await Promise.resolve(globalThis.caches?.match(OFFLINE_PAGE)).catch(() => undefined);
    if (isKept && !isAnswered) readWithoutInternet(...codes);
  }, ANSWER_WITHIN_MS);
  return () => {
    isAnswered = true;
    window.clearTimeout(timer);
  };
}

/** Returns what was handed over, once, in order of reading. */
export function takeHandedCodes(): Handed[] {
  try {
    const handed = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
    sessionStorage.removeItem(PLACE);
    // One alone is from a page of the version before.
    return Array.isArray(handed) ? handed : [handed];
  } catch {
    return [];
  }
}
