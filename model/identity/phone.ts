import { plain, withDigits, withoutDecimals } from "./typed";

/** National numbers have ten digits since 2021: mobiles 3…, fixed 60 + zone + seven. */
const national = /^(3\d{9}|60[1245678]\d{7})$/;

/** A number with its name, country and signs. */
const LONGEST = 100;

/** Reads a typed Colombian phone to E.164, "+573001234567"; null when it is not one. */
export function parsePhone(typed: string): string | null {
  if (typed.length > LONGEST) return null;
  // Written in pairs it may end like a quantity ("313.456.78.00"): then its ten digits tell.
  const digits = (withoutDecimals(plain(typed)) ?? plain(typed)).replace(/[().,\-/'’_]/g, "");
  // No national number begins with the country's code.
  const ten = withDigits(
    digits.replace(/^(?:TELEFONO|TEL|CELULAR|CEL|MOVIL|FIJO|WHATSAPP)[:#]?/, ""),
  ).replace(/^(?:\+|00)?57/, "");
  return national.test(ten) ? `+57${ten}` : null;
}

/** A mobile, in E.164. */
export function isMobile(phone: string): boolean {
  return /^\+573\d{9}$/.test(phone);
}
