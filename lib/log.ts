import pino from "pino";
import { errorFacts } from "./error-facts";
import { failureIdOf } from "./failure-id";
import { lineStream } from "./line-output";

/**
 * One JSON line an event on standard error; no personal data, ever. Errors go through `logError`, which keeps
 * what a library's message repeats out of it.
 */
export const log = pino(
  { level: process.env.LOG_LEVEL ?? "info", base: null, formatters: { log: printable } },
  lineStream(2),
);

/**
 * Writes one line of a failure and answers its id, which finds the line again. The id is the one that the
 * framework shows on its page (`digest`), where there is one.
 * @param event what failed, in words of the code: "mail.not_sent"
 * @param facts further facts without personal data
 */
export function logError(
  event: string,
  error: unknown,
  facts: Record<string, unknown> = {},
  level: "info" | "warn" | "error" | "fatal" = "error",
): string {
  const id = failureIdOf(error);
  log[level]({ event, id, ...facts, error: errorFacts(error) });
  return id;
}

const LONGEST = 300;

/** JSON escapes line ends; signs that a terminal acts on or that turn the text around are escaped here. */
function printable(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, cleaned(value)]));
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[^\x20-\x7e]/g, "?").slice(0, LONGEST);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return printable(value as Record<string, unknown>);
  return value;
}
