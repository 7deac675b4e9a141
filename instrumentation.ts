import type { Instrumentation } from "next";
import { isUnread, markRead, noteFailure, REQUEST_ID } from "./lib/http/failures";

/** Runs once in each server process before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // First of all, so that nothing is printed before somebody watches over it.
  const { captureConsole } = await import("./lib/console");
  if (process.env.NODE_ENV === "production") captureConsole();
  const { startUp } = await import("./app/_server/start-up");
  startUp();
}

/**
 * One line for each request that failed, with the id that its page shows. The route is told, never the
 * address: that can hold what a person typed.
 */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  request,
  { routePath, routeType },
) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const id = String(request.headers[REQUEST_ID]);
  // Before anything is waited for: its answer may go out meanwhile. What a route handler throws is our failure: it
  // takes its forms apart itself, and answers what is none.
  if (routeType === "route") markRead(id);
  noteFailure(id, error);
  const level = isUnread(id) ? "warn" : "error";
  const { reportError } = await import("./lib/console");
  reportError("request.failed", error, { method: request.method, route: routePath, kind: routeType }, level);
};
