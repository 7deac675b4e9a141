import { failureIdOf } from "@/lib/failure-id";

/** Header by which each request is known until its answer ends. Written here, never taken from outside. */
export const REQUEST_ID = "x-request-id";

// One copy a process, although the bundler loads this module more than once.
const shared = globalThis as typeof globalThis & {
  hannaUnread?: Set<string>;
  hannaFailures?: Map<string, string>;
  hannaLogged?: Map<string, Set<string>>;
};
shared.hannaUnread ??= new Set();
shared.hannaFailures ??= new Map();
shared.hannaLogged ??= new Map();
const { hannaUnread: unread, hannaFailures: failures, hannaLogged: logged } = shared;

/** A form has come that no action of ours has yet. */
export const awaitReading = (requestId: string): unknown => unread.add(requestId);

/** An action of ours has the form: from here on a failure is ours. */
export const markRead = (requestId: string | null): unknown => unread.delete(requestId ?? "");

export const isUnread = (requestId: string): boolean => unread.has(requestId);

/** Keeps the id of the error that ended a request, for the page that answers it. */
export function noteFailure(requestId: unknown, error: unknown): void {
  if (typeof requestId === "string" && !failures.has(requestId)) failures.set(requestId, failureIdOf(error));
}

export const failureOf = (requestId: string): string | undefined => failures.get(requestId);

/** Whether this is said of the request for the first time: the framework may render parts of a page twice. */
export function isNews(requestId: string | null, what: string): boolean {
  if (requestId === null) return true;
  const lines = logged.get(requestId) ?? new Set();
  logged.set(requestId, lines);
  return lines.size < lines.add(what).size;
}

/** Once it is answered. */
export function dropRequest(requestId: string): void {
  unread.delete(requestId);
  failures.delete(requestId);
  logged.delete(requestId);
}
