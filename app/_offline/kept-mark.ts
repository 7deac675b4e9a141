/** Where the service worker (public/sw.js) says in which language and when it last kept everything. */
export const KEPT_MARK = "/sin-conexion/guardada";

const FRESH_MS = 60 * 60 * 1000;

/**
 * Whether all that the device keeps is in this language and of the last hour. A mark from the future is old: the
 * clock ran ahead when it was written.
 */
export function isFresh(mark: string | undefined, language: string, now: number): boolean {
  const [kept, at] = (mark ?? "").split(" ");
  const age = now - Number(at);
  return kept === language && age >= 0 && age < FRESH_MS;
}
