/** Largest body of a form without files, in bytes. */
export const LARGEST_FORM_BYTES = 128 * 1024;

/** Most fields of a form. The longest of ours ticks 500 invoices (domain/payment/schema.ts). */
export const MOST_FIELDS = 1_000;
