/** Masks an address so that only its owner recognises it: "ana.perez@gmail.com" → "an•••@gmail.com". */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, Math.min(2, Math.max(at - 1, 0)))}•••${email.slice(at)}`;
}
