/** Kinds of ID of a person, with the only rules that reject: none but the NIT has a check digit. */
export const identityKinds = {
  CC: { name: "Cédula de ciudadanía", shape: /^[1-9]\d{2,9}$/ },
  CE: { name: "Cédula de extranjería", shape: /^\d{3,10}$/ },
  TI: { name: "Tarjeta de identidad", shape: /^\d{10,11}$/ },
  RC: { name: "Registro civil", shape: /^[A-Z0-9]{8,11}$/ },
  PA: { name: "Pasaporte", shape: /^[A-Z0-9]{4,16}$/ },
  PPT: { name: "Permiso por Protección Temporal", shape: /^\d{4,20}$/ },
  PEP: { name: "Permiso Especial de Permanencia", shape: /^\d{15}$/ },
  CD: { name: "Carné diplomático", shape: /^[A-Z0-9]{3,16}$/ },
  SC: { name: "Salvoconducto", shape: /^[A-Z0-9]{5,16}$/ },
  NIT: { name: "NIT", shape: /^\d{6,10}$/ },
} as const;
export type IdentityKind = keyof typeof identityKinds;

export function isIdentityKind(code: string): code is IdentityKind {
  return Object.hasOwn(identityKinds, code);
}

/**
 * An ID number as it is kept and compared: upper case, without dots, spaces and hyphens. The check digit that
 * people write after the hyphen of a NIT is not part of the number.
 */
export function normaliseIdNumber(typed: string): string {
  const compact = typed.replace(/[\s.]/g, "").toUpperCase();
  return compact.replace(/^(\d{6,10})-\d$/, "$1").replace(/-/g, "");
}

/** Whether a normalised number can be one of that kind. */
export function isIdNumberOf(kind: IdentityKind, number: string): boolean {
  return identityKinds[kind].shape.test(number);
}
