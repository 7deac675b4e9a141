import { carriesItsCheckDigit } from "../provider/nit";

/** Kinds of identity documents, with our own codes: cajas and authorities number them differently. */
export const identityKinds = ["CC", "CE", "TI", "RC", "PA", "PPT", "PEP", "CD", "SC", "NIT"] as const;
export type IdentityKind = (typeof identityKinds)[number];

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

/** Numbers that exist but are rare: let pass, with a warning. */
const unusual: Partial<Record<IdentityKind, (idNumber: string) => boolean>> = {
  CC: (id) => id.length < 6 || id.length === 9 || (id.length === 10 && !id.startsWith("1")),
  CE: (id) => id.length !== 6 && id.length !== 7,
  RC: (id) => !/^\d{10,11}$/.test(id),
  PPT: (id) => id.length < 6 || id.length > 8,
  PEP: () => true, // without effect since 2023
  NIT: carriesItsCheckDigit,
};

export function isIdentityKind(code: string): code is IdentityKind {
  return identityKinds.some((kind) => kind === code);
}

/**
 * An ID number as it is kept and compared: upper case, without spaces, points and hyphens. The check digit
 * that people write after the hyphen of a NIT is not part of the number. Leading zeros stay.
 */
export function normaliseIdNumber(typed: string): string {
  const compact = typed.replace(/[\s.\u200b\ufeff]/g, "").toUpperCase();
  return compact.replace(/^(\d{6,10})[-–]\d$/, "$1").replace(/[-–—]/g, "");
}

/** Whether a normalised number has the shape of its kind. */
export function isIdNumberOf(kind: IdentityKind, idNumber: string): boolean {
  return shapes[kind].test(idNumber);
}

/** Whether a well-formed number is worth a second look. */
export function isUnusualIdNumber(kind: IdentityKind, idNumber: string): boolean {
  return unusual[kind]?.(idNumber) ?? false;
}

/** The last four signs of an ID number, or all of a shorter one: what is typed after the code was read. */
export function tailOf(idNumber: string): string {
  return normaliseIdNumber(idNumber).slice(-4);
}
