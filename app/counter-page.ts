/** Whether a page is read with an order in hand: the counter, its answers and the public page of a code. */
export const isCounterPage = (path: string | undefined): boolean =>
  /^\/(?:consultar|v)(?:[/?#]|$)/i.test(path ?? "");
