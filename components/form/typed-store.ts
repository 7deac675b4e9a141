import { digest } from "./form-name";
import type { FormValues } from "./form-state";

/**
 * What somebody typed and did not send yet, in this tab alone: it ends with the tab, with twelve hours, with signing
 * out, and when somebody else signs in.
 */
type Typed = {
  owner: string;
  values: FormValues;
  at: number;
  /** Whether it was sent: then only who comes back to the page, or to the door, sees it again. */
  sent: boolean;
};

const HEAD = "escrito:";
const LIFE_MS = 12 * 60 * 60 * 1000;

const isBrowser = typeof window !== "undefined";
const address = () => window.location.pathname + window.location.search;
let cameBackTo = isBrowser ? arrival() : null;

if (isBrowser) {
  window.addEventListener("popstate", () => {
    cameBackTo = address();
  });
  // A page that is left, or that the phone may end, gets no other paint.
  window.addEventListener("pagehide", writeUnwritten);
  document.addEventListener("visibilitychange", writeUnwritten);
  // Whoever presses something goes on from here.
  document.addEventListener("click", ({ isTrusted }) => {
    if (isTrusted) cameBackTo = null;
  });
}

/** The page itself, where it was reloaded, come back to, or reached from one that says that nobody answered. */
function arrival(): string | null {
  const [entry] = performance.getEntriesByType("navigation");
  const way = entry && "type" in entry ? entry.type : "navigate";
  const isReturn = way !== "navigate" || /\/(?:no-disponible|sin-conexion)\b/.test(document.referrer);
  return isReturn ? address() : null;
}

/** An address can open something: it does not stand in the clear. */
const pageOf = (from: string) => `${HEAD}${digest(from)}#`;

/** The place of a form's typed values: its page's address and its name. */
export const placeOf = (form: string): string => pageOf(address()) + form;

/** What is still to be written, by place. */
const unwritten = new Map<string, () => Omit<Typed, "at">>();

export function saveTyped(place: string, typed: Omit<Typed, "at">): void {
  unwritten.delete(place);
  put(place, { ...typed, at: Date.now() });
}

/** As `saveTyped`, once the browser has painted what the person did: a tap's answer does not wait for it. */
export function saveTypedSoon(place: string, read: () => Omit<Typed, "at">): void {
  if (unwritten.size === 0) requestAnimationFrame(() => setTimeout(writeUnwritten));
  unwritten.set(place, read);
}

function writeUnwritten(): void {
  for (const [place, read] of unwritten) saveTyped(place, read());
}

/** What was typed there and belongs to `owner`; what is too old, another's or was taken is thrown away. */
export function readTyped(place: string, owner: string): FormValues | null {
  const typed = get(place);
  if (!typed) return null;
  const isOver = typed.sent && cameBackTo !== address();
  if (typed.owner === owner && !isOver && Date.now() - typed.at < LIFE_MS) return typed.values;
  forget((name) => name === place);
  return null;
}

/** The answer came: what was taken is forgotten, what was refused is not sent yet. */
export function settleTyped(place: string, taken: boolean): void {
  const typed = get(place);
  if (taken) forget((name) => name === place);
  else if (typed) put(place, { ...typed, sent: false });
}

/** Nobody took what was sent from this address: the door, or a page that says so, stood in between. */
export function notTaken(from: string): void {
  for (const name of names()) if (name.startsWith(pageOf(from))) settleTyped(name, false);
}

/** Another person is signed in: what was typed before is not for their eyes. */
export function forgetOthers(owner: string): void {
  forget((_, typed) => typed !== null && typed.owner !== owner && typed.owner !== "");
}

/** Whoever signs out leaves nothing behind. */
export function forgetTyped(): void {
  forget(() => true);
}

function forget(isOver: (name: string, typed: Typed | null) => boolean): void {
  for (const name of names()) if (isOver(name, get(name))) guarded(() => sessionStorage.removeItem(name));
}

function names(): string[] {
  writeUnwritten();
  return guarded(() => Object.keys(sessionStorage).filter((name) => name.startsWith(HEAD))) ?? [];
}

function get(place: string): Typed | null {
  writeUnwritten();
  return guarded(() => JSON.parse(sessionStorage.getItem(place) ?? "null")) ?? null;
}

const put = (place: string, typed: Typed) =>
  guarded(() => sessionStorage.setItem(place, JSON.stringify(typed)));

/** A private window, or a full one, keeps nothing: the form works all the same. */
function guarded<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
