import { agreementNumber } from "@/model/agreement-number";
import { type IdentityKind, isIdNumberOf } from "@/model/identity/identity-document";
import { nitCheckDigit } from "@/model/identity/nit";
import { bad, good, hasHiddenSigns, type Read } from "./cells";
import { damageOf, MONTHS } from "./damage";
import { readText } from "./text";

/**
 * Numbers that identify, as a machine wrote them. Unlike what a person types (model/identity, order/number.ts)
 * nothing is stripped before it is judged: a sign too many in a file means that a program changed the number,
 * and what is left of it would be another one.
 */

/**
 * Days, months and hours that only a number cannot be: "1-2", "10-2026", "OCT26", "1OCT2026", "12:30". Convenios are
 * numbered so, orders are not.
 */
const DAY_FOR_A_NUMBER = new RegExp(
  `^(?:\\d{1,2}-\\d{1,2}|\\d{1,2}-\\d{4}|\\d{4}-\\d{1,2}|\\d{1,2}:\\d{2}(?::.*)?|(?:\\d{1,2}|(?:19|20)\\d{2})(?:${MONTHS})(?:\\d{2}|(?:19|20)\\d{2})?|(?:${MONTHS})(?:\\d{1,2}|(?:19|20)\\d{2}))$`,
  "i",
);
const GROUPED = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)$/;

/** An order's number: letters and digits, at least one of these, in upper case; one order is written in one way. */
export function readOrderNumber(cell: string): Read<string> {
  const text = cell.trim();
  if (text === "") return bad("empty");
  const damage = damageOf(text);
  if (damage) return bad(damage);
  if (DAY_FOR_A_NUMBER.test(text)) return bad("looks_like_day");
  if (GROUPED.test(text)) return bad("thousands");
  if (/^0+$/.test(text)) return bad("zero_number");
  const number = text.toUpperCase();
  if (!/^[A-Z0-9]{1,20}$/.test(number) || !/\d/.test(number)) return bad("number_shape");
  return number.includes("O") && /^[\dO]*$/.test(number) ? bad("letter_o") : good(number);
}

/** Kinds whose numbers have letters too: a hyphen or a space between their parts is left out. */
const LETTERED: readonly IdentityKind[] = ["RC", "PA", "CD", "SC"];
/** Kinds whose number serves as a NIT, so that a check digit may follow it. */
const WITH_CHECK_DIGIT: readonly IdentityKind[] = ["NIT", "CC", "CE"];

/**
 * The number of an identity document. Points only where they cannot be a decimal mark, a hyphen only before the
 * right check digit. Without its kind only the damage of programs is seen.
 */
export function readIdNumber(cell: string, kind: IdentityKind | undefined): Read<string> {
  const text = cell.trim();
  if (text === "") return bad("empty");
  const damage = damageOf(text);
  if (damage) return bad(damage);
  const upper = text.toUpperCase();
  if (
    ((/^[\dO.]*$/.test(upper) && /\dO/.test(upper)) || /^O\d+$/.test(upper)) &&
    (!kind || !LETTERED.includes(kind))
  )
    return bad("letter_o");
  const withDigit = checkedNumber(text);
  if (withDigit && (!kind || WITH_CHECK_DIGIT.includes(kind))) {
    if (!withDigit.right) return bad("check_digit");
    return shaped(withDigit.number, kind);
  }
  if (DOTTED_DAY.test(text)) return bad("looks_like_day");
  const grouped = withoutGroups(text);
  if (grouped) return shaped(grouped, kind);
  const lettered = /^[A-Z0-9]+(?:[ -][A-Z0-9]+)*$/.test(upper) && /[A-Z]/.test(upper);
  if (lettered && (!kind || LETTERED.includes(kind))) return shaped(upper.replace(/[ -]/g, ""), kind);
  return shaped(upper, kind);
}

/** A day as SAP writes it, with points: without them it has the shape of a cédula. */
const DOTTED_DAY = /^(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})|\d{4}\.\d{1,2}\.\d{1,2})$/;

/**
 * Points that cannot be a decimal mark: groups of three, or more than one point among as many digits as a person's
 * number has. "1.2.3" is a number of something else.
 */
function withoutGroups(text: string): string | null {
  const digits = text.replace(/\D/g, "");
  return GROUPED.test(text) || (/^[1-9]\d*(?:\.\d+){2,}$/.test(text) && digits.length >= 6) ? digits : null;
}

function shaped(idNumber: string, kind: IdentityKind | undefined): Read<string> {
  return kind && !isIdNumberOf(kind, idNumber) ? bad("id_shape", kind) : good(idNumber);
}

/** A NIT, 6 to 10 digits, with or without its check digit behind a hyphen. */
export function readNit(cell: string): Read<string> {
  const text = cell.trim();
  if (text === "") return bad("empty");
  const damage = damageOf(text);
  if (damage) return bad(damage);
  const withDigit = checkedNumber(text);
  if (withDigit && !withDigit.right) return bad("check_digit");
  const nit = withDigit?.number ?? (GROUPED.test(text) ? text.replace(/\D/g, "") : text);
  return /^[1-9]\d{5,9}$/.test(nit) ? good(nit) : bad("nit_shape");
}

/** The number of a convenio: one line of text, as long as no program has made a quantity or a day of it. */
export function readAgreementNumber(cell: string): Read<string> {
  if (hasHiddenSigns(cell)) return bad("control_characters");
  const text = readText(agreementNumber(cell), 40);
  const damage = text.ok ? damageOf(text.value) : null;
  if (text.ok && /^0+$/.test(text.value)) return bad("zero_number");
  return damage ? bad(damage) : text;
}

/** "820.246.633-3": the number before the hyphen, and whether the digit behind it is the right one. */
function checkedNumber(text: string): { number: string; right: boolean } | null {
  const [, number = "", digit] = /^([\d. \u00a0\u2009\u202f]*\d)\s?[-–]\s?(\d)$/.exec(text) ?? [];
  if (!/^\d{6,10}$/.test(number) && !GROUPED.test(number)) return null;
  const digits = number.replace(/\D/g, "");
  return { number: digits, right: Number(digit) === nitCheckDigit(digits) };
}
