import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** The keys without which no personal data can be decrypted and no code signed. */
const Keys = z.object({
  AUTH_SECRET: z.string().min(32),
  AUTH_SECRET_PREVIOUS: z.string().optional(),
  DATA_KEYS: z.string().optional(),
  INDEX_KEY: z.string().optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().optional(),
});
export type Keys = z.infer<typeof Keys>;

/** The keys of this environment. @throws Error with one line when there are none */
export function presentKeys(): Keys {
  const found = Keys.safeParse(process.env);
  if (!found.success) throw new Error("Faltan las llaves: AUTH_SECRET, y DATA_KEYS e INDEX_KEY si se usan.");
  return found.data;
}

/**
 * Checks the place for a file of keys, before a copy that may take hours.
 * @throws Error with one line when the file exists, its folder does not, or it lies beside the data that it opens
 */
export function requirePlaceForKeys(file: string, folder: string): void {
  const inside = path.relative(path.resolve(folder), path.resolve(file));
  if (!inside.startsWith("..") && !path.isAbsolute(inside))
    throw new Error("Las llaves no van en la carpeta de la copia: quien tuviera una, tendría las dos.");
  if (existsSync(file)) throw new Error(`${file} ya existe: las llaves van en un archivo nuevo.`);
  if (!existsSync(path.dirname(path.resolve(file))))
    throw new Error(`No está la carpeta para ${file}: créela antes.`);
}

/**
 * Writes the keys to a file of their own, which only its owner may read.
 * @throws Error with one line when the place is none for them
 */
export function writeKeys(file: string, folder: string, keys: Keys): void {
  requirePlaceForKeys(file, folder);
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(file, 0o600);
}

/** @throws Error with one line when the file holds no keys */
export function readKeys(file: string): Keys {
  if (!existsSync(file)) throw new Error(`No está el archivo de llaves ${file}.`);
  try {
    return Keys.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Error(`${file} no es un archivo de llaves de db:backup.`);
  }
}
