import { createHmac, timingSafeEqual } from "node:crypto";
import { deviceKeys } from "./keys";

/** A digest under the key of devices, in letters that a cookie may hold. */
export function deviceMac(text: string, bytes: number, key = deviceKeys()[0]): string {
  return createHmac("sha256", key).update(text).digest().subarray(0, bytes).toString("base64url");
}

/** The digests of a text that count: the present one, and the one from before AUTH_SECRET was rotated. */
export const deviceMacs = (text: string, bytes: number): string[] =>
  deviceKeys().map((key) => deviceMac(text, bytes, key));

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
  const received = Buffer.from(signed.slice(end + 1));
  const isRight = (mac: string) => {
    const right = Buffer.from(mac);
    return received.length === right.length && timingSafeEqual(received, right);
  };
  return deviceMacs(`${purpose} ${text}`, 32).some(isRight) ? text : null;
}
