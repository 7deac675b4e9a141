import { type CalendarDay, laterDay } from "./calendar";
import { addWorkingDays } from "./working-day";

/** What an incident with personal data is (Circular Única de la SIC, título V, capítulo segundo, 2.1, lit. f). */
export const incidentKinds = ["access", "theft", "loss", "security", "other"] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** Whose or what data it reached. */
export const incidentData = [
  "identity",
  "contact",
  "money",
  "orders",
  "access",
  "sensitive",
  "minors",
] as const;
export type IncidentData = (typeof incidentData)[number];

export const incidentStates = ["open", "reported", "closed"] as const;
export type IncidentState = (typeof incidentStates)[number];

/**
 * Working days to report to the SIC: after it was detected and came to the knowledge of who attends to it (Circular
 * Externa 003 de 2018 de la SIC, on Ley 1581 de 2012, art. 17, lit. n).
 */
const INCIDENT_REPORT_DAYS = 15;

/** The last day to report it: both days count, so the later one starts the term. */
export const incidentDueDay = (detected: CalendarDay, known: CalendarDay): CalendarDay =>
  addWorkingDays(laterDay(detected, known), INCIDENT_REPORT_DAYS);

export const LONGEST_INCIDENT_TEXT = 4_000;
