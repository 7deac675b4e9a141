import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import { type DataKey, readKeyList } from "./key-list";

// Cached, because the environment does not change and deriving a key costs more than encrypting.
let ring: DataKey[] | undefined;
let index: Buffer | undefined;
let device: Buffer | undefined;

function derived(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "hanna-proveedores", purpose, 32));
}

/** Keys of personal data at rest, newest first: DATA_KEYS, else one derived from AUTH_SECRET. */
export function dataKeys(): DataKey[] {
  ring ??= readRing(env().DATA_KEYS);
  return ring;
}

function readRing(written: string | undefined): DataKey[] {
  return written ? readKeyList(written) : [{ id: 0, key: derived("data") }];
}

/** Key of the blind indexes: INDEX_KEY, else derived. */
export function indexKey(): Buffer {
  const key = env().INDEX_KEY;
  index ??= key ? Buffer.from(key, "base64") : derived("index");
  return index;
}

/** Key of our signed cookies: device, visitor, session. */
export function deviceKey(): Buffer {
  device ??= derived("device/v1");
  return device;
}

/** A key for one purpose, made of the index key so that one backup covers both. */
export function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", indexKey(), "hanna-proveedores", purpose, 32));
}
