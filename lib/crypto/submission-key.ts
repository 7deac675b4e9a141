import { createHash } from "node:crypto";

/**
 * The key under which what a form says is written: a UUID of the form's idempotency key and of its content. A form that
 * is sent twice is one write. One that somebody went back to, changed and sent again is another, so that the change is
 * not answered with what was sent first.
 */
export function submissionKey(key: string, content: unknown): string {
  const bytes = createHash("sha256")
    .update(`${key}\n${JSON.stringify(content)}`)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80; // version 8: made of a digest
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
