/** Kept apart from the other pages: the error pages carry these words to the browser. */
export const fault = {
  title: "Tenemos un problema",
  what: "El problema es nuestro. Usted no hizo nada mal.",
  todo: "Intente de nuevo en unos minutos. Si sigue igual, llame a la entidad.",
  code: "Si llama, dé este código:",
  again: "Intentar de nuevo",
  home: "Ir al inicio",
};
