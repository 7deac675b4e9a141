import { createHmac, timingSafeEqual } from "node:crypto";
import { deviceKey } from "./keys";

/** A digest under the key of devices, in letters that a cookie may hold. */
export function deviceMac(text: string, bytes: number): string {
  return createHmac("sha256", deviceKey()).update(text).digest().subarray(0, bytes).toString("base64url");
}

/**
 * A text that a browser keeps for us and cannot change.
 * @param purpose what it is for, so that one cookie never passes for another
 */
export function signedText(purpose: string, text: string): string {
  return `${text}.${deviceMac(`${purpose} ${text}`, 32)}`;
}

/** The text that was signed here for this purpose; null of anything else. */
export function readSignedText(purpose: string, signed: string | undefined): string | null {
  const end = signed?.lastIndexOf(".") ?? -1;
  if (!signed || end < 0) return null;
  const text = signed.slice(0, end);
  const right = Buffer.from(deviceMac(`${purpose} ${text}`, 32));
  const received = Buffer.from(signed.slice(end + 1));
  return received.length === right.length && timingSafeEqual(received, right) ? text : null;
}
