import { signalOf } from "@/domain/lookup/verdict";
import { type Outcome, outcomes } from "@/model/verdict";

/** Content of a history row: outcome of a look-up, a use, or an undo. */
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

/** A registered use is green. A look-up keeps its signal. */
export function entrySignal(entry: Entry): "go" | "stop" | "warn" | "info" | "plain" {
  if (entry === "use") return "go";
  if (entry === "undo") return "plain";
  return signalOf(entry);
}

const DAY_MS = 24 * 60 * 60_000;

/** How long an affiliate's data are shown in full; the same as affiliate_window() in SQL. */
export function isFresh(askedAt: Date, readAt: Date): boolean {
  return readAt.getTime() - askedAt.getTime() < DAY_MS;
}

/** "María Elena Pérez" → "M. E. P." */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]/).filter(Boolean);
  return words.map((part) => `${Array.from(part)[0]?.toUpperCase()}.`).join(" ");
}

/** An affiliate's name in the history: in full for a day, by the database's clock, then as initials. */
export function shownName(name: string, fresh: boolean): string {
  return fresh ? name : initialsOf(name);
}
