const PLACE = "codigo.leido";

export type Handed = { text: string; by: "camera" | "keyboard" | "picture" };

/** Hands a scanned code over to the offline page. */
export function readWithoutInternet(text: string, by: Handed["by"]): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ text, by } satisfies Handed));
  } catch {
    // A browser that lets nothing be kept: the page opens without it, and the code is read there.
  }
  window.location.assign("/sin-conexion");
}

/** Returns the code that was handed over, once. */
export function takeHandedCode(): Handed | null {
  try {
    const handed = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    return handed ? JSON.parse(handed) : null;
  } catch {
    return null;
  }
}
