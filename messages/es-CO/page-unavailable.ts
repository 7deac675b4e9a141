/** Kept apart from the other pages: the error pages carry these words to the browser. */
export const unavailable = {
  title: "No pudimos consultar",
  what: "El problema es nuestro. La orden no cambió.",
  todo: "Espere un momento e intente de nuevo. Mientras tanto, no entregue con esa orden.",
  /** Title of a page at which nobody waits with an order; the rest is said as of a fault. */
  elsewhere: "No pudimos abrir la página",
};
