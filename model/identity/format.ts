import { parseCompanyNit } from "@/model/identity/nit";

/** Digits in groups of three with points: "1042555318" → "1.042.555.318". Other IDs stay as they are. */
export function formatIdNumber(idNumber: string): string {
  return /\D/.test(idNumber) ? idNumber : idNumber.replace(/\B(?=(\d{3})+$)/g, ".");
}

/** "900123456", 8 → "900.123.456-8". */
export function formatNit(nit: string, checkDigit: number): string {
  return `${formatIdNumber(nit)}-${checkDigit}`;
}

/**
 * A company's NIT as people write it, however it is stored: "890000000" and "890000000-7" are "890.000.000-7". What
 * is no NIT, or has a check digit that is not its own, stays as it is: it may be right, and nothing here can tell.
 */
export function writtenNit(stored: string): string {
  const read = parseCompanyNit(stored);
  return read.ok ? formatNit(read.nit, read.checkDigit) : stored;
}

/** E.164 as people read it: "+573001234567" → "300 123 4567", "+576053235000" → "(605) 323 5000". */
export function formatPhone(phone: string): string {
  return phone
    .replace(/^\+57(3\d\d)(\d{3})(\d{4})$/, "$1 $2 $3")
    .replace(/^\+57(\d{3})(\d{3})(\d{4})$/, "($1) $2 $3");
}
