import { errorFacts } from "./error-facts";
import { log, logError } from "./log";

/** How long an error from the console waits for `reportError`, which knows more about it. */
const WAIT_MS = 200;
const methods = ["error", "warn", "log", "info", "debug", "trace", "dir", "table"] as const;

const reported = new WeakSet<Error>();
const waiting = new Map<Error, NodeJS.Timeout>();

/**
 * Logs an error once, although the framework prints it up to three times.
 * @param level "warn" for what its sender did wrong
 */
export function reportError(
  event: string,
  error: unknown,
  facts: Record<string, unknown> = {},
  level: "warn" | "error" = "error",
): void {
  if (!(error instanceof Error)) {
    logError(event, error, facts, level);
    return;
  }
  clearTimeout(waiting.get(error));
  waiting.delete(error);
  if (reported.has(error)) return;
  reported.add(error);
  logError(event, error, facts, level);
}

/**
 * Replaces the console and the handler of process warnings, because frameworks may print anything that was sent
 * to us. An error becomes a log line without its message; of a text only the place that printed it is logged.
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
