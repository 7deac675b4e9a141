import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import { type DataKey, readKeyList } from "./key-list";

// Cached, because the environment does not change and deriving a key costs more than encrypting.
let ring: DataKey[] | undefined;
let index: Buffer | undefined;
let devices: [Buffer, ...Buffer[]] | undefined;

function derived(purpose: string, secret = env().AUTH_SECRET): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "hanna-proveedores", purpose, 32));
}

/** Where a key may be missing. A command run by hand names no surroundings, and works on the installation's data. */
const withoutKeys: readonly unknown[] = ["development", "test"];

/** What development and tests use instead of a key of their own. @throws Error with one line elsewhere */
function standIn(variable: string, purpose: string): Buffer {
  if (!withoutKeys.includes(env().NODE_ENV))
    throw new Error(`Falta ${variable}: en producción ninguna llave se deriva de otra.`);
  return formerlyDerived(purpose);
}

/** The key that earlier versions derived from AUTH_SECRET where none was set; `npm run keys:derived` prints it. */
export const formerlyDerived = (purpose: string): Buffer => derived(purpose);

/** Keys of personal data at rest, newest first: DATA_KEYS. */
export function dataKeys(): DataKey[] {
  ring ??= readRing(env().DATA_KEYS);
  return ring;
}

function readRing(written: string | undefined): DataKey[] {
  return written ? readKeyList(written) : [{ id: 0, key: standIn("DATA_KEYS", "data") }];
}

/** Key of the blind indexes: INDEX_KEY. */
export function indexKey(): Buffer {
  const key = env().INDEX_KEY;
  index ??= key ? Buffer.from(key, "base64") : standIn("INDEX_KEY", "index");
  return index;
}

/**
 * Keys of our signed cookies (device, visitor, session): the one that signs, then the one of AUTH_SECRET_PREVIOUS,
 * which only verifies while sessions from before a rotation last.
 */
export function deviceKeys(): readonly [Buffer, ...Buffer[]] {
  const former = env().AUTH_SECRET_PREVIOUS;
  devices ??= [derived("device/v1"), ...(former ? [derived("device/v1", former)] : [])];
  return devices;
}

/** The secrets of next-auth: the one that encrypts, then the one from before a rotation. */
export function authSecrets(): string[] {
  const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = env();
  return AUTH_SECRET_PREVIOUS ? [AUTH_SECRET, AUTH_SECRET_PREVIOUS] : [AUTH_SECRET];
}

/** A key for one purpose, made of the index key so that one backup covers both. */
export function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", indexKey(), "hanna-proveedores", purpose, 32));
}
