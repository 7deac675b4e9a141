import { signalOf } from "@/domain/lookup/verdict";
import { type Outcome, outcomes } from "@/model/verdict";

/** What a row of the history tells: what came of a look-up, a use, or a use taken back. */
export type Entry = Outcome | "use" | "undo";

/** The results by which the history can be filtered. Each entry belongs to exactly one. */
export const resultGroups = {
  use: ["use", "undo"],
  current: ["current"],
  used: ["used"],
  annulled: ["annulled", "replaced"],
  expired: ["expired"],
  not_found: ["not_found"],
  forged: ["forged"],
  other: [
    "not_yet",
    "blocked",
    "claimed",
    "other_provider",
    "waiting",
    "paused",
    "digits",
    "foreign",
    "superseded",
  ],
} as const satisfies Record<string, readonly Entry[]>;
export type ResultGroup = keyof typeof resultGroups;
export const isResultGroup = (value: string): value is ResultGroup => Object.hasOwn(resultGroups, value);

const isOutcome = (what: string): what is Outcome => outcomes.some((known) => known === what);

/** @throws Error for a word that the database should not know */
export function entryOf(what: string): Entry {
  if (what === "use" || what === "undo" || isOutcome(what)) return what;
  throw new Error(`unknown entry ${what}`);
}

/** Green is a use that we registered. A look-up keeps the signal that it had. */
export function entrySignal(entry: Entry): "go" | "stop" | "warn" | "info" | "plain" {
  if (entry === "use") return "go";
  if (entry === "undo") return "plain";
  return signalOf(entry);
}

const DAY_MS = 24 * 60 * 60_000;

/** For a day after it was asked an affiliate's data are told whole, as affiliate_window() of SQL says. */
export function isFresh(askedAt: Date, readAt: Date): boolean {
  return readAt.getTime() - askedAt.getTime() < DAY_MS;
}

/** "María Elena Pérez" → "M. E. P." */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]/).filter(Boolean);
  return words.map((part) => `${Array.from(part)[0]?.toUpperCase()}.`).join(" ");
}

/** An affiliate's name as the history tells it: whole for a day, by the database's clock, then its initials. */
export function shownName(name: string, fresh: boolean): string {
  return fresh ? name : initialsOf(name);
}
