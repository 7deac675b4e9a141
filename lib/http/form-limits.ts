/** Largest body of a form, in bytes; what carries files is posted to addresses that end in `/enviar`. */
export const LARGEST_FORM_BYTES = 128 * 1024;
