import { inOneSpelling } from "@/model/identity/typed";

/**
 * The number of an invoice as it was typed, in one spelling and without spaces. One behind the letters of the prefix
 * stands for the hyphen: "FE1 10" is "FE1-10". SQL reads both in the same way (`invoice_key`).
 */
export function invoiceNumber(typed: string): string {
  const words = inOneSpelling(typed).split(" ");
  const whole = words.join("");
  const prefix = words.findLastIndex((word) => /[a-z]/i.test(word)) + 1;
  if (whole.includes("-") || prefix === 0 || prefix === words.length) return whole;
  return `${words.slice(0, prefix).join("")}-${words.slice(prefix).join("")}`;
}
