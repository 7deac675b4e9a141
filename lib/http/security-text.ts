const DAY_MS = 24 * 60 * 60 * 1_000;
/** RFC 9116 asks for less than a year; it is computed at each answer, so that it never lies in the past. */
const VALID_DAYS = 180;

type Place = { contact: string; origin: string; now: Date };

/** What /.well-known/security.txt says (RFC 9116): where a hole is reported, in which languages, until when. */
export function securityText({ contact, origin, now }: Place): string {
  const expires = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  expires.setUTCHours(0, 0, 0, 0);
  const address = /^(?:https|mailto):/.test(contact) ? contact : `mailto:${contact}`;
  return [
    `Contact: ${address}`,
    `Expires: ${expires.toISOString().replace(".000Z", "Z")}`,
    "Preferred-Languages: es, en",
    // The field is for https only; without TLS there is nothing to be sure of.
    ...(origin.startsWith("https://")
      ? [`Canonical: ${new URL("/.well-known/security.txt", origin).href}`]
      : []),
    "",
  ].join("\n");
}
