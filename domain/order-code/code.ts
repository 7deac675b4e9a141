import { decodeBase32, encodeBase32 } from "@/lib/encoding/base32";
import { addDays, type CalendarDay, daysBetween, isCalendarDay } from "@/model/calendar";
import { CODE_LETTERS, codeAddress } from "./code-address";

/** What the code on an order's paper says. No name, no ID, no order number: docs/order-code.md. */
export type OrderCode = {
  issuer: number;
  keyId: number;
  kindNumber: number;
  /** 8 random bytes by which the caja finds the order. */
  codeId: Uint8Array;
  issuedOn: CalendarDay;
  validUntil: CalendarDay;
  /** The value in whole pesos. */
  value: number;
  /** 8 bytes that only the caja can tie to a person. */
  holderTag: Uint8Array;
};

const CODE_VERSION = 1;
/** Number of this caja, in case others use the format one day. */
export const CODE_ISSUER = 1;
export const CODE_BYTES = 92;
export const CODE_BODY_BYTES = 28;

/** The days and the value, in pesos, that the code has room for. */
export const FIRST_CODE_DAY = "2020-01-01";
export const LAST_CODE_DAY = "2199-06-06";
export const LARGEST_CODE_VALUE = 999_999_999;
const DOMAIN = new TextEncoder().encode("convenios/order/v1");

const isByte = (number: number) => Number.isInteger(number) && number >= 1 && number <= 255;
const isDay = (number: number) => Number.isInteger(number) && number >= 0 && number <= 0xffff;

/** The 28 bytes before the signature; null when a field does not fit. */
export function encodeCodeBody(code: OrderCode): Uint8Array | null {
  if (![code.issuer, code.keyId, code.kindNumber].every(isByte)) return null;
  if (code.codeId.length !== 8 || code.holderTag.length !== 8) return null;
  if (!isCalendarDay(code.issuedOn) || !isCalendarDay(code.validUntil)) return null;
  const issued = daysBetween(FIRST_CODE_DAY, code.issuedOn);
  const expires = daysBetween(FIRST_CODE_DAY, code.validUntil);
  if (!isDay(issued) || !isDay(expires) || expires < issued) return null;
  if (!Number.isInteger(code.value) || code.value < 1 || code.value > LARGEST_CODE_VALUE) return null;

  const body = new Uint8Array(CODE_BODY_BYTES);
  const view = new DataView(body.buffer);
  body.set([CODE_VERSION, code.issuer, code.keyId, code.kindNumber]);
  body.set(code.codeId, 4);
  view.setUint16(12, issued);
  view.setUint16(14, expires);
  view.setUint32(16, code.value);
  body.set(code.holderTag, 20);
  return body;
}

/** Decodes the fields of a complete code, without checking the signature. Null when a field is invalid. */
export function decodeOrderCode(bytes: Uint8Array): OrderCode | null {
  if (bytes.length !== CODE_BYTES || bytes[0] !== CODE_VERSION) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [issuer, keyId, kindNumber] = [view.getUint8(1), view.getUint8(2), view.getUint8(3)];
  if (![issuer, keyId, kindNumber].every(isByte)) return null;
  const [issued, expires, value] = [view.getUint16(12), view.getUint16(14), view.getUint32(16)];
  if (expires < issued || value < 1 || value > LARGEST_CODE_VALUE) return null;
  return {
    issuer,
    keyId,
    kindNumber,
    codeId: bytes.slice(4, 12),
    issuedOn: addDays(FIRST_CODE_DAY, issued),
    validUntil: addDays(FIRST_CODE_DAY, expires),
    value,
    holderTag: bytes.slice(20, 28),
  };
}

/** The signed bytes of a code. */
export function signedPart(bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(DOMAIN.length + CODE_BODY_BYTES);
  message.set(DOMAIN);
  message.set(bytes.subarray(0, CODE_BODY_BYTES), DOMAIN.length);
  return message;
}

export function signatureOf(bytes: Uint8Array): Uint8Array {
  return bytes.slice(CODE_BODY_BYTES, CODE_BYTES);
}

/** Text of the paper's QR: all in upper case, which keeps the symbol small. */
export function codeUrl(publicUrl: string, bytes: Uint8Array): string {
  return `${codeAddress(publicUrl)}${encodeBase32(bytes)}`;
}

/** `foreign`: no code of ours. `malformed`: looks like ours but is incomplete or changed. */
export type ReadCode = { found: "code"; bytes: Uint8Array } | { found: "foreign" | "malformed" };

const LONGEST_TEXT = 1_000;

/**
 * Reads what a camera, a scanner or a paste gives: the whole address in any case, or the letters alone. It
 * never fails; whether the caja signed the bytes is another question (verifyOrderCode).
 */
export function readCode(scanned: string, publicUrl: string): ReadCode {
  if (scanned.length > LONGEST_TEXT) return { found: "foreign" };
  const text = fromSpanishKeyboard(scanned.replace(/[\s\p{Cf}]/gu, "").toUpperCase());
  const ours = `${new URL(publicUrl).host}/V/`.toUpperCase();
  const address = text.replace(/^HTTPS?:\/\//, "");
  const hasAddress = address.startsWith(ours);
  const letters = hasAddress ? address.slice(ours.length) : address;
  // Without our address in front, a text counts as a code from this length on; a shorter one could be any word.
  if (!hasAddress && (address !== text || !/^[A-Z2-7]{40,}$/.test(letters))) return { found: "foreign" };
  const bytes = letters.length === CODE_LETTERS ? decodeBase32(letters) : null;
  return bytes && decodeOrderCode(bytes) ? { found: "code", bytes } : { found: "malformed" };
}

/** A scanner that types as a United States keyboard into a Spanish one turns `://` into `Ñ--`. */
export function fromSpanishKeyboard(text: string): string {
  if (!/https?ñ--/i.test(text)) return text;
  return text.replaceAll("-", "/").replaceAll("'", "-").replace(/ñ/gi, ":");
}

const BEHIND_ADDRESS = new RegExp(`[/-]V[/-]([A-Z2-7]{${CODE_LETTERS}})(?![A-Z0-9])`, "i");

/**
 * The letters of a code behind any address, and what follows them; null without one. The caja moved, or somebody copied
 * it: only the signature tells.
 */
export function lettersBehindAddress(text: string): { letters: string; rest: string } | null {
  const match = BEHIND_ADDRESS.exec(text);
  return match?.[1] ? { letters: match[1], rest: text.slice(match.index + match[0].length) } : null;
}
