import { unstable_rethrow } from "next/navigation";

/**
 * Returns when a request of an action reached no server, and passes on every other error: what the server answered,
 * and the redirects that Next signals by errors.
 */
export function throwUnlessLost(error: unknown): void {
  unstable_rethrow(error);
  // `fetch` throws a TypeError when there is no connection.
  if (!(error instanceof TypeError) || "digest" in error) throw error;
}
