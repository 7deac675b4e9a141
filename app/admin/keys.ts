/** Whether single keys do something on the caja's pages; each browser stores its own choice. */
const OFF = "caja.sin-teclas";

export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    // A browser that stores nothing has the keys on.
    return true;
  }
}

/** Stores the choice; where nothing can be stored it holds for the page alone. */
export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // The page remembers it as its own state.
  }
}

/** Whether a letter is typed into this element: then no key is a command. */
export const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
