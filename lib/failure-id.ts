/** Begins the id of an error whose cause is that the database could not be asked. */
const DOWN = "base-";

/** Whether it is the id of an error that only says: the database could not be asked. */
export const isDownId = (id: string | undefined): boolean => id?.startsWith(DOWN) ?? false;

/** A new id of an error: eight letters and digits that can be read out on the telephone. */
export function newFailureId(isDown = false): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return (isDown ? DOWN : "") + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
