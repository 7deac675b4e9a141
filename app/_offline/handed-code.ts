const PLACE = "codigo.leido";

type Handed = { text: string; by: "camera" | "picture" };

/** Hands a scanned code over to the offline page. */
export function readWithoutInternet(text: string, by: Handed["by"]): void {
  sessionStorage.setItem(PLACE, JSON.stringify({ text, by } satisfies Handed));
  window.location.assign("/sin-conexion");
}

/** Returns the code that was handed over, once. */
export function takeHandedCode(): Handed | null {
  const handed = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  return handed ? JSON.parse(handed) : null;
}
