export type DataKey = { id: number; key: Buffer };

const KEY_BYTES = 32;

/**
 * Reads DATA_KEYS: number:base64 of 32 bytes, separated by commas. The number is written into one byte of all that is
 * sealed; 0 is the key that earlier versions derived when there was no list: it opens what they sealed and seals nothing.
 * @throws Error whose message says what is wrong, without the key
 */
export function readKeyList(text: string): DataKey[] {
  const keys = text.split(",").map((entry) => {
    const [, digits, base64 = ""] = /^\s*(\d{1,3}):([A-Za-z0-9+/]+=*)\s*$/.exec(entry) ?? [];
    const key = Buffer.from(base64, "base64");
    if (!digits || key.length !== KEY_BYTES || key.toString("base64") !== base64)
      throw new Error("debe ser número:base64 de 32 bytes, separados por comas");
    return { id: Number(digits), key };
  });
  if (keys.some(({ id }, at) => (id < 1 && at === 0) || id > 255))
    throw new Error("los números de las claves van de 1 a 255");
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error("un número de clave está repetido");
  if (new Set(keys.map(({ key }) => key.toString("base64"))).size < keys.length)
    throw new Error("una misma clave está con dos números");
  return keys;
}
