import { errorFacts } from "./error-facts";
import { log, logError } from "./log";

/** How long an error that only the console saw waits for whoever can say more of it (`reportError`). */
const WAIT_MS = 200;
const methods = ["error", "warn", "log", "info", "debug", "trace", "dir", "table"] as const;

const reported = new WeakSet<Error>();
const waiting = new Map<Error, NodeJS.Timeout>();

/** Logs an error once, however many hear of it: the framework prints one error up to three times. */
export function reportError(event: string, error: unknown, facts: Record<string, unknown> = {}): void {
  if (!(error instanceof Error)) {
    logError(event, error, facts);
    return;
  }
  clearTimeout(waiting.get(error));
  waiting.delete(error);
  if (reported.has(error)) return;
  reported.add(error);
  logError(event, error, facts);
}

/**
 * Takes the console and the process's own warnings over, for what frameworks print there: an error becomes a
 * line of the log without its words, a text only the place that printed it. What is printed can hold
 * anything that was sent to us.
 */
export function captureConsole(): void {
  for (const method of methods) console[method] = (...args: unknown[]) => take(method, args);
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log.warn({ event: "process.warning", error: errorFacts(warning) }));
  process.on("unhandledRejection", (reason) => reportError("promise.rejected", reason));
  process.on("exit", () => {
    for (const error of waiting.keys()) reportError("console.error", error);
  });
}

function take(method: string, args: unknown[]): void {
  const errors = args.filter((arg) => arg instanceof Error);
  if (errors.length === 0) {
    const level = method === "error" ? "error" : method === "warn" ? "warn" : "debug";
    log[level]({ event: "console.text", method, from: errorFacts(new Error()).at?.at(2) });
  }
  for (const error of errors) {
    if (reported.has(error) || waiting.has(error)) continue;
    waiting.set(
      error,
      setTimeout(() => reportError("console.error", error), WAIT_MS),
    );
  }
}
