import { createCipheriv, createDecipheriv, randomFillSync } from "node:crypto";
import { dataKeys } from "./keys";

const VERSION = 1;
const NONCE_BYTES = 12;
// Asking the system for each nonce costs more than the encryption of a short text.
const nonces = Buffer.alloc(NONCE_BYTES * 512);
let used = nonces.length;

function newNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces);
    used = 0;
  }
  used += NONCE_BYTES;
  return Buffer.from(nonces.subarray(used - NONCE_BYTES, used));
}

/**
 * Encrypts a personal datum for the database: version ‖ key id ‖ nonce(12) ‖ ciphertext ‖ tag(16), AES-256-GCM.
 * `place` ("order.name:<row id>") is authenticated, so a value moved to another row or column does not open.
 */
export function seal(plain: string, place: string): Buffer {
  return sealBytes(Buffer.from(plain, "utf8"), place);
}

export function sealBytes(plain: Uint8Array, place: string): Buffer {
  const [newest] = dataKeys();
  if (!newest) throw new Error("no data key");
  const nonce = newNonce();
  const cipher = createCipheriv("aes-256-gcm", newest.key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION, newest.id]), nonce, body, cipher.getAuthTag()]);
}

/** Decrypts what `seal` encrypted. Throws when key, place or bytes differ. */
export function unseal(sealed: Uint8Array, place: string): string {
  return unsealBytes(sealed, place).toString("utf8");
}

export function unsealBytes(sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed);
  const key = dataKeys().find(({ id }) => id === bytes[1]);
  if (bytes[0] !== VERSION || !key) throw new Error("sealed with an unknown version or key");
  const decipher = createDecipheriv("aes-256-gcm", key.key, bytes.subarray(2, 14))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(14, -16)), decipher.final()]);
}
