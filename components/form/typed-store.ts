import { digest } from "./form-name";
import type { FormValues } from "./form-state";

/**
 * Unsent values in this tab's sessionStorage. They are deleted with the tab, after twelve hours, on signing
 * out, and when somebody else signs in.
 */
type Typed = {
  owner: string;
  /** Pseudonym of the person, who may have several owners: one with each company. */
  person: string;
  values: FormValues;
  at: number;
  /** Whether it was submitted. Then it is restored only after going back, a reload or the sign-in. */
  sent: boolean;
  /** Digest of the values that the server had kept, which were typed over. */
  over?: string | false;
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
  // A press means that the person continues from this page.
  document.addEventListener("click", ({ isTrusted }) => {
    if (isTrusted) cameBackTo = null;
  });
}

/** This page, when it was reloaded, restored by going back, or reached from an outage page. */
function arrival(): string | null {
  const [entry] = performance.getEntriesByType("navigation");
  const way = entry && "type" in entry ? entry.type : "navigate";
  const isReturn = way !== "navigate" || /\/(?:no-disponible|sin-conexion)\b/.test(document.referrer);
  return isReturn ? address() : null;
}

/** An address can contain a token, so it is hashed. */
const pageOf = (from: string) => `${HEAD}${digest(from)}#`;

/** Storage key of a form's values: its page's address, its name and whose they are. */
export const placeOf = (form: string, owner: string): string => `${pageOf(address())}${form}@${owner}`;

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

/**
 * The stored values at a place. Expired or processed ones are deleted.
 * @param over of values that the server kept: only what was typed over them is newer
 */
export function readTyped(place: string, over?: string | false): FormValues | null {
  const typed = get(place);
  if (!typed || (over && typed.over !== over)) return null;
  const isOver = typed.sent && cameBackTo !== address();
  if (!isOver && Date.now() - typed.at < LIFE_MS) return typed.values;
  drop(place);
  return null;
}

/** Handles the answer: accepted values are deleted, refused ones are unsent again. */
export function settleTyped(place: string, taken: boolean): void {
  const typed = get(place);
  if (taken) drop(place);
  else if (typed) put(place, { ...typed, sent: false });
}

/**
 * Marks what was submitted from this address as not processed, because the sign-in or an outage page came
 * instead.
 */
export function notTaken(from: string): void {
  for (const name of names()) if (name.startsWith(pageOf(from))) settleTyped(name, false);
}

/**
 * Deletes values of other people after somebody else signed in; what the person typed for another company stays for
 * when they come back to it. What stands under an earlier pseudonym of theirs becomes theirs.
 */
export function keepOwn({
  owner,
  person,
  earlier,
}: {
  owner: string;
  person: string;
  earlier: string;
}): void {
  for (const name of names()) {
    const typed = get(name);
    if (!typed?.owner) continue;
    const isEarlier = earlier.includes(typed.owner);
    if (isEarlier) put(name.replace(`@${typed.owner}`, `@${owner}`), { ...typed, owner, person });
    if (isEarlier || !`${person} ${earlier}`.includes(typed.person)) drop(name);
  }
}

/** Deletes all values on signing out. */
export function forgetTyped(): void {
  for (const name of names()) drop(name);
}

const drop = (place: string) => guarded(() => sessionStorage.removeItem(place));

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

/** Storage may be missing or full in a private window; the form works without it. */
function guarded<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
