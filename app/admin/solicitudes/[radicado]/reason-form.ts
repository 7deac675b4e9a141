/** The form that is open over the desk: buttons elsewhere on the page send it along. */
export const REASON_FORM = "motivo";
