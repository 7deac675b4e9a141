#!/usr/bin/env node
// Verifies the code on an order's paper without asking anybody. Node 20 or newer, nothing else.
//
//   node verify-order-code.mjs CODE KEYS.json
//
// CODE is the whole address in the QR or the 148 letters at its end. KEYS.json is the caja's list, saved from
// https://HOST/.well-known/order-keys.json. The format stands in order-code.md, beside this file.
// Ends with 0 when the caja made the code, with 1 when not, with 2 when it could not tell.
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BYTES = 92;
const BODY = 28;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2020, 0, 1);

/** The 92 bytes in an address or in the bare letters; null when there are none. */
export function readText(text) {
  const compact = text.replace(/\s/g, "").toUpperCase();
  const letters = /^(?:HTTPS?:\/\/[^/]+\/V\/)?([A-Z2-7]{148})$/.exec(compact)?.[1];
  if (!letters) return null;
  const bits = [...letters].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  if (/1/.test(bits.slice(BYTES * 8))) return null; // the four spare bits are zero
  return Uint8Array.from({ length: BYTES }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
}

/** The fields of a code; null when one is not possible. */
export function readFields(bytes) {
  if (bytes.length !== BYTES || bytes[0] !== 1) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, BYTES);
  const [issuer, keyId, kindNumber] = bytes.subarray(1, 4);
  const [issued, expires, value] = [view.getUint16(12), view.getUint16(14), view.getUint32(16)];
  if (issuer === 0 || keyId === 0 || kindNumber === 0) return null;
  if (expires < issued || value < 1 || value > 999_999_999) return null;
  const day = (number) => new Date(FIRST_DAY + number * DAY_MS).toISOString().slice(0, 10);
  return {
    issuer,
    keyId,
    kindNumber,
    codeId: Buffer.from(bytes.subarray(4, 12)).toString("hex"),
    issuedOn: day(issued),
    validUntil: day(expires),
    value,
    holderTag: Buffer.from(bytes.subarray(20, 28)).toString("hex"),
  };
}

/** `authentic`, `forged`, `unknown_key` or `malformed`, and the fields where there are some. */
export function verifyBytes(bytes, list) {
  const fields = readFields(bytes);
  if (!fields) return { outcome: "malformed" };
  const key = list.issuer === fields.issuer && list.keys.find(({ id }) => id === fields.keyId);
  if (!key) return { outcome: "unknown_key", fields };
  const publicKey = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: key.publicKey },
    format: "jwk",
  });
  const message = Buffer.concat([Buffer.from("convenios/order/v1"), bytes.subarray(0, BODY)]);
  return { outcome: verify(null, message, publicKey, bytes.subarray(BODY)) ? "authentic" : "forged", fields };
}

export function verifyText(text, list) {
  const bytes = readText(text);
  return bytes ? verifyBytes(bytes, list) : { outcome: "malformed" };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [text, keysFile] = process.argv.slice(2);
  if (!text || !keysFile) {
    console.error("node verify-order-code.mjs CODE KEYS.json");
    process.exit(2);
  }
  try {
    const result = verifyText(text, JSON.parse(readFileSync(keysFile, "utf8")));
    console.log(JSON.stringify(result, null, 2));
    process.exitCode = { authentic: 0, unknown_key: 2 }[result.outcome] ?? 1;
  } catch (error) {
    console.error(`no list of keys in ${keysFile}: ${error.message}`);
    process.exitCode = 2;
  }
}
