import { addMonths, type CalendarDay } from "./calendar";
import { addWorkingDays } from "./working-day";

/** What somebody asks about their own data: what is held, to mend it, to forget it, to take the authorisation back. */
export const rightsKinds = ["consult", "correct", "erase", "revoke"] as const;
export type RightsKind = (typeof rightsKinds)[number];

/** Who may ask (Ley 1581 de 2012, art. 13, and Decreto 1074 de 2015, 2.2.2.25.4.1). */
export const rightsAskers = ["affiliate", "provider_person", "heir", "representative"] as const;
export type RightsAsker = (typeof rightsAskers)[number];

/** An heir or a representative names what shows it, and whose data they are. */
export const asksForAnother = (asker: RightsAsker): boolean => asker === "heir" || asker === "representative";

/** Whether its answer may forget: only what somebody asked to erase, or takes their authorisation back for. */
export const mayForget = (kind: RightsKind): boolean => kind === "erase" || kind === "revoke";

export const rightsStates = ["open", "incomplete", "answered", "abandoned"] as const;
export type RightsState = (typeof rightsStates)[number];

export const rightsResults = ["granted", "partly", "refused"] as const;

/**
 * Working days to answer, and how many more after them once (Ley 1581 de 2012): a question of what is held, art. 14,
 * and a claim, art. 15, which begins the day after it was received whole.
 */
const terms = {
  consult: { days: 10, more: 5 },
  correct: { days: 15, more: 8 },
  erase: { days: 15, more: 8 },
  revoke: { days: 15, more: 8 },
} as const satisfies Record<RightsKind, { days: number; more: number }>;

export const termsOf = (kind: RightsKind): { days: number; more: number } => terms[kind];

export const rightsDueDay = (kind: RightsKind, whole: CalendarDay): CalendarDay =>
  addWorkingDays(whole, terms[kind].days);

/** The day once what was missing came: a claim's days begin then (art. 15, num. 1), a question's never stood still. */
export const rightsDueWhole = (kind: RightsKind, due: CalendarDay, whole: CalendarDay): CalendarDay =>
  kind === "consult" ? due : rightsDueDay(kind, whole);

/** The later day, counted from the end of the first term and not from the day of the extension. */
export const rightsExtendedDay = (kind: RightsKind, due: CalendarDay): CalendarDay =>
  addWorkingDays(due, terms[kind].more);

/** Working days within which what is missing is asked for (art. 15, num. 1). */
export const ASK_WITHIN_DAYS = 5;

/** Until when what a claim lacks may come: two months after it was asked for the claim counts as given up (art. 15, num. 1). */
export const rightsMissingUntil = (asked: CalendarDay): CalendarDay => addMonths(asked, 2);

/** Longest text of a person or of the desk. */
export const LONGEST_RIGHTS_TEXT = 4_000;
