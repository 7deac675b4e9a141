import { randomBytes } from "node:crypto";
import { readSignedText, signedText } from "./signed-text";

/** So long a new browser counts with its network, before it counts for itself. */
export const PATIENCE_SECONDS = 10;
/** As long as the longest window of what a visitor is counted for. Afterwards it gets another name. */
export const VISITOR_SECONDS = 24 * 60 * 60;

const PURPOSE = "visitor";

/** A browser on which nobody signed in yet, and from when on it counts for itself. */
type Visitor = { name: string; ownFrom: Date };

/** The cookie of a browser that has none: a name by chance and the moment, signed. It says nothing of a person. */
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
