import path from "node:path";

/**
 * Marks an error whose message contains only names in the code and database codes. A registered symbol, because
 * a bundle may contain the class more than once.
 */
export const SAFE_MESSAGE = Symbol.for("plataforma-hanna.safe-message");

/** Facts about an error that are safe to log. None of them can contain what a person typed. */
export type ErrorFacts = {
  name: string;
  code?: string;
  /** Only of an error that vouches for its message (SAFE_MESSAGE). */
  reason?: string;
  /** Where in the code, innermost first. */
  at?: string[];
  cause?: ErrorFacts;
};

const MOST_FRAMES = 10;
const MOST_CAUSES = 4;

/**
 * Reads an error for the log: its class, its code and the places in the code. Its message is left out, since
 * the messages of libraries repeat what they were given: a query's parameters, a line of a file, an address.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!isErrorLike(error)) return { name: `thrown ${error === null ? "null" : typeof error}` };
  const at = framesOf(error);
  const cause = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
  const code = codeOf(error);
  return {
    name: nameOf(error),
    ...(code ? { code } : {}),
    ...(SAFE_MESSAGE in error ? { reason: error.message } : {}),
    ...(at.length > 0 ? { at } : {}),
    ...(isErrorLike(cause) && depth < MOST_CAUSES ? { cause: errorFacts(cause, depth + 1) } : {}),
  };
}

/** The facts in one short line: "PostgresError 23505", "DatabaseFailure 23505 use_order: order_use_key". */
export function errorLine(error: unknown): string {
  const { name, code, reason, cause } = errorFacts(error);
  const own = [name, code, reason].filter(Boolean).join(" ");
  return cause ? `${own} (${[cause.name, cause.code, cause.reason].filter(Boolean).join(" ")})` : own;
}

/**
 * What a command prints for an error: the message of its own errors; of other ones, which can contain personal
 * data, the facts in one line.
 */
export function commandErrorText(error: unknown): string {
  const ours = error instanceof Error && error.name === "Error" && !("code" in error) && !error.cause;
  return ours ? error.message : errorLine(error);
}

function isErrorLike(value: unknown): value is Error {
  return value instanceof Error || (typeof value === "object" && value !== null && "stack" in value);
}

function nameOf(error: Error): string {
  return textOf(error.name) ?? "Error";
}

function codeOf(error: Error): string | undefined {
  return "code" in error ? textOf(String(error.code)) : undefined;
}

const textOf = (text: unknown) =>
  typeof text === "string" && /^[A-Za-z][A-Za-z0-9_]{0,60}$|^[0-9A-Z]{5}$/.test(text) ? text : undefined;

const frame = /^\s+at (?:async )?(?:(?:new )?([\w$.<>#[\] ]{1,80}) )?\(?([^()\s]{1,300}:\d+:\d+)\)?$/;
const place = /^(?:file:\/\/|node:|\/|[A-Za-z]:\\)/;

/** The stack's last lines: what a message holds, even lines that look like places, stands before them. */
function framesOf(error: Error): string[] {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const message = String(error.message);
  const start = stack.indexOf(message);
  return stack
    .slice(start < 0 ? 0 : start + message.length)
    .split("\n")
    .flatMap((line) => {
      const [, name, where] = frame.exec(line) ?? [];
      return where && place.test(where) ? [[name, within(where)].filter(Boolean).join(" ")] : [];
    })
    .slice(-MOST_FRAMES);
}

/** Without the folder of this installation. */
function within(where: string): string {
  const root = `${process.cwd()}${path.sep}`;
  return where.replace(/^file:\/\//, "").replace(root, "");
}
