/** Kept apart from the other pages: the error pages carry these words to the browser. */
export const unavailable = {
  title: "No pudimos consultar",
  text: "El problema es nuestro. La orden no cambió.",
  advice: "Espere un momento e intente de nuevo. Mientras tanto, no entregue con esa orden.",
  call: "¿Urgente? Llame al",
  again: "Intentar de nuevo",
};

/** The same for a page at which nobody waits with an order. */
export const pageUnavailable = {
  ...unavailable,
  title: "No pudimos abrir la página",
  text: "El problema es nuestro. Lo que ya quedó guardado no se pierde.",
  advice: "Espere un momento e intente de nuevo.",
};
