/** Whether a page is read with an order in hand: the counter, its answers and the public page of a code. */
export const isCounterPage = (path: string): boolean => /^\/(consultar|v)\b/i.test(path);
