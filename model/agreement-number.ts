import { inOneSpelling } from "./identity/typed";

/**
 * The number of a convenio in the one spelling in which files, forms and requests keep it: in capitals, with one kind
 * of hyphen, one space for several and no sign that does not show.
 */
export const agreementNumber = (typed: string): string => inOneSpelling(typed).toUpperCase();
