/** Begins the id of an error whose cause is that the database could not be asked. */
const DOWN = "base-";

/** Whether it is the id of an error that only says: the database could not be asked. */
export const isDownId = (id: string | undefined): boolean => id?.startsWith(DOWN) ?? false;

/** A new id of an error: eight letters and digits that can be read out on the telephone. */
export function newFailureId(isDown = false): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return (isDown ? DOWN : "") + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The id of an error, kept by the error itself: its line in the log and the page that it ends with show the same one.
 * Where the framework gave it one, it is that.
 */
export function failureIdOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return newFailureId();
  const digest: unknown = Reflect.get(error, "digest");
  if (typeof digest === "string" && /^[\w@-]{1,40}$/.test(digest)) return digest;
  const id = newFailureId();
  Reflect.defineProperty(error, "digest", { value: id, writable: true, configurable: true });
  return id;
}
