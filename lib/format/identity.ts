const inThrees = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ".");

/** "900.123.456-8". */
export function formatNit(nit: string, checkDigit: number): string {
  return `${inThrees(nit)}-${checkDigit}`;
}

/** "1.042.555.318"; numbers with letters stay as they are. */
export function formatIdNumber(idNumber: string): string {
  return /^\d+$/.test(idNumber) ? inThrees(idNumber) : idNumber;
}

/** "+576051234567" as "605 123 4567". */
export function formatPhone(phone: string): string {
  const national = phone.replace(/^\+57/, "");
  return /^\d{10}$/.test(national)
    ? `${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`
    : phone;
}
