/**
 * What a record holds under a key from outside, such as a parameter of an address. Undefined for a key that it does
 * not hold itself: `record["constructor"]` would be a function of every object.
 */
export function ownProperty<T>(record: Readonly<Record<string, T>>, key: unknown): T | undefined {
  return typeof key === "string" && Object.hasOwn(record, key) ? record[key] : undefined;
}
