/* Meaning of the errors of PostgreSQL and of the connection. The only list of these codes. */

/** Connection errors: whether the statement was executed is unknown. */
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
]);

/**
 * Deadlocks and serialisation failures: the transaction was rolled back. Without 40003, whose outcome is
 * unknown.
 */
const serializationFailures = new Set(["40001", "40P01"]);

/** The server is read-only: a standby, or a demoted primary. */
const READ_ONLY = "25006";

/** 55P03: a lock was not got in time. 57P…, 57014: being shut down, started, or too slow. 58: its disk. */
const unavailableCodes = new Set(["55P03", READ_ONLY, ...serializationFailures]);
const unavailableClasses = /^(08|53|57|58)/;

/** A login that is refused while a server is being set up anew, a database that is not there yet. */
const notYetThere = new Set(["28000", "28P01", "3D000"]);

export function sqlstate(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

export const isReadOnly = (error: unknown): boolean => sqlstate(error) === READ_ONLY;

/** A write whose deadline had passed by the server's clock (db/functions/write_deadline.sql): it was rolled back. */
export const isLateWrite = (error: unknown): boolean =>
  error instanceof Error && "constraint_name" in error && error.constraint_name === "check_write_deadline";

export const isNetwork = (error: unknown): boolean => {
  const code = sqlstate(error);
  return networkCodes.has(code) || code.startsWith("08") || code.startsWith("57P") || notYetThere.has(code);
};

/** The database is temporarily unavailable: people read "no disponible". */
export function isUnavailable(error: unknown): boolean {
  const code = sqlstate(error);
  return (
    networkCodes.has(code) ||
    unavailableCodes.has(code) ||
    unavailableClasses.test(code) ||
    notYetThere.has(code) ||
    isReplaced(error)
  );
}

/** The statement had no effect and can be retried at once. */
export function mayRepeat(error: unknown): boolean {
  return serializationFailures.has(sqlstate(error)) || isReplaced(error);
}

/** A function was replaced between two steps of a statement: a deploy, or somebody's hand. */
function isReplaced(error: unknown): boolean {
  return sqlstate(error) === "XX000" && error instanceof Error && /cache lookup failed/.test(error.message);
}
