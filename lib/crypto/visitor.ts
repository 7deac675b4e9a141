import { randomBytes } from "node:crypto";
import { readSignedText, signedText } from "./signed-text";

/** How long a new browser shares the rate limit of its network before it has its own. */
export const PATIENCE_SECONDS = 10;
/** As long as the longest window of a visitor's rate limits. Then it gets another name. */
export const VISITOR_SECONDS = 24 * 60 * 60;

const PURPOSE = "visitor";

/** A browser without a sign-in so far, and from when it has a rate limit of its own. */
type Visitor = { name: string; ownFrom: Date };

/** A new cookie for a browser without one: a random name and the time, signed. It identifies no person. */
export function newVisitorCookie(now = new Date()): string {
  return signedText(PURPOSE, `${randomBytes(16).toString("base64url")}.${now.getTime()}`);
}

/** Whose cookie it is; null when it was not made here, or is older than a day. */
export function readVisitorCookie(cookie: string | undefined, now = new Date()): Visitor | null {
  const [name = "", since = ""] = readSignedText(PURPOSE, cookie)?.split(".") ?? [];
  const age = now.getTime() - Number(since);
  if (!name || !(age >= 0 && age < VISITOR_SECONDS * 1_000)) return null;
  return { name, ownFrom: new Date(Number(since) + PATIENCE_SECONDS * 1_000) };
}
