/** `tel:` address of a phone as people write it. */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}

/** A stored Colombian number as people write it: "300 123 4567". */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+57/, "").replace(/^(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3");
}
