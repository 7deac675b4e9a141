/** Largest body of a form without files, in bytes. */
export const LARGEST_FORM_BYTES = 128 * 1024;
