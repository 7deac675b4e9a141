import { carriesItsCheckDigit } from "./nit";
import { plain, readings, withDigits, withoutDecimals } from "./typed";

/** Kinds of identity documents, with our own codes: cajas and authorities number them differently. */
export const identityKinds = ["CC", "CE", "TI", "RC", "PA", "PPT", "PEP", "CD", "SC", "NIT"] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** A number that somebody keeps as they grow up, and that is the NIT of whoever trades in their own name. */
const keptNumbers: readonly IdentityKind[] = ["RC", "TI", "CC", "NIT"];

/** The kinds of document under which the rows of somebody with this one may stand: another kind is somebody else. */
export const kindsOfHolder = (kind: IdentityKind): readonly IdentityKind[] =>
  keptNumbers.includes(kind) ? keptNumbers : [kind];

/** Spanish names, as people know them. */
export const identityKindNames: Record<IdentityKind, string> = {
  CC: "Cédula de ciudadanía",
  CE: "Cédula de extranjería",
  TI: "Tarjeta de identidad",
  RC: "Registro civil",
  PA: "Pasaporte",
  PPT: "Permiso por Protección Temporal",
  PEP: "Permiso Especial de Permanencia",
  CD: "Carné diplomático",
  SC: "Salvoconducto",
  NIT: "NIT",
};

/** Only the NIT has a check digit; the rest have shapes. What breaks a shape is refused. */
const shapes: Record<IdentityKind, RegExp> = {
  CC: /^[1-9]\d{2,9}$/,
  CE: /^\d{3,10}$/,
  TI: /^\d{10,11}$/,
  RC: /^[A-Z0-9]{8,11}$/,
  PA: /^[A-Z0-9]{4,16}$/,
  PPT: /^\d{4,20}$/,
  PEP: /^\d{15}$/,
  CD: /^[A-Z0-9]{3,16}$/,
  SC: /^[A-Z0-9]{5,16}$/,
  NIT: /^\d{6,10}$/,
};

export function isIdentityKind(code: string): code is IdentityKind {
  return identityKinds.some((kind) => kind === code);
}

/**
 * An ID number as it is kept and compared: upper case, without any sign between its letters and digits. The check
 * digit that people write after the hyphen of a NIT is not part of the number. Leading zeros stay.
 */
export function normaliseIdNumber(typed: string): string {
  const number = withoutDecimals(plain(typed));
  // With its signs it has the shape of no document.
  return number === null ? plain(typed) : withoutSigns(number);
}

function withoutSigns(text: string): string {
  return text
    .replace(/[.,'’´]/g, "")
    .replace(/^(\d{6,10})-\d$/, "$1")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Every number that a typed ID can be, the likeliest first: "C.C. 1'042.555.318" is 1042555318, "CC8437628" may be
 * a passport or a cédula, "9001234568" may be a cédula or a NIT with its check digit.
 */
export function idReadings(typed: string): string[] {
  const found = spellings(typed);
  const nits = found.filter(carriesItsCheckDigit).map((number) => number.slice(0, 9));
  return [...new Set([...found, ...nits])];
}

function spellings(typed: string): string[] {
  const number = withoutDecimals(plain(typed));
  if (number !== null) return readings(number).map(withoutSigns);
  // The point before a check digit: of the two numbers that it may be, one is the other with it.
  const digits = readings(typed).at(-1) ?? "";
  return carriesItsCheckDigit(digits) ? [digits] : [plain(typed)];
}

/** The barest reading: the same one for every way of writing an ID, so that what is counted by it is counted once. */
export function bareIdNumber(typed: string): string {
  return spellings(typed).at(-1) ?? "";
}

/** An ID number as it is kept and in its barest reading, by either of which its holder's rows may be indexed. */
export const idSpellings = (idNumber: string): string[] => [...new Set([idNumber, bareIdNumber(idNumber)])];

/** A typed ID number of a known kind; what has not the kind's shape comes back as it would be kept. */
export function readIdNumber(kind: IdentityKind, typed: string): string {
  return idReadings(typed).find((reading) => shapes[kind].test(reading)) ?? normaliseIdNumber(typed);
}

/** Whether a normalised number has the shape of its kind; zeros alone are nobody's. */
export function isIdNumberOf(kind: IdentityKind, idNumber: string): boolean {
  return shapes[kind].test(idNumber) && !/^0+$/.test(idNumber);
}

/**
 * Every ending of an ID number that the typed last four can be: "O123" is the end of a passport, or 0123. None when
 * it is longer, or no ending at all.
 */
export function tailReadings(typed: string): string[] {
  const found = readings(typed).map(withoutSigns);
  const last = found.at(-1);
  return [...new Set(last === undefined ? [] : [...found, withDigits(last)])].filter((tail) =>
    /^[A-Z\d]{1,4}$/.test(tail),
  );
}

/** The last four signs of an ID number, or all of a shorter one: what is typed after the code was read. */
export function tailOf(idNumber: string): string {
  return normaliseIdNumber(idNumber).slice(-4);
}
