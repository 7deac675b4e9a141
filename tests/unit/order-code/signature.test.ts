import { execFile } from "node:child_process";
import { createPrivateKey, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeCodeBody, readCode } from "@/domain/order-code/code";
import { newOrderKeyPair, signCodeBody, verifyOrderCode } from "@/domain/order-code/signature";
import { verifyOrderCodeOnWeb } from "@/domain/order-code/web-signature";
import { orderKeyOfSeed } from "@/tests/support/order-keys";

type Fields = {
  issuer: number;
  keyId: number;
  kindNumber: number;
  codeId: string;
  issuedOn: string;
  validUntil: string;
  value: number;
  holderTag: string;
};
type Vectors = {
  publicUrl: string;
  issuer: number;
  keys: { id: number; state: string; seed: string; publicKey: string; from: string }[];
  good: { name: string; fields: Fields; hex: string; url: string }[];
  bad: { name: string; outcome: string; hex: string }[];
};

const VECTORS = "tests/vectors/order-codes.json";
const VERIFIER = "docs/verify-order-code.mjs";
const vectors: Vectors = JSON.parse(readFileSync(VECTORS, "utf8"));
const keys = vectors.keys.map(({ id, publicKey }) => ({
  id,
  publicKey: Buffer.from(publicKey, "base64url"),
}));
const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const plain = (fields: Fields) => ({
  ...fields,
  codeId: hex(fields.codeId),
  holderTag: hex(fields.holderTag),
});

test.each(vectors.good)("valid test vector: $name", async ({ fields, hex: text, url }) => {
  const seed = vectors.keys.find(({ id }) => id === fields.keyId)?.seed ?? "";
  const body = encodeCodeBody(plain(fields));
  const bytes = signCodeBody(body ?? new Uint8Array(), orderKeyOfSeed(hex(seed)));
  expect(Buffer.from(bytes).toString("hex")).toBe(text);
  expect(readCode(url, vectors.publicUrl)).toEqual({ found: "code", bytes: hex(text) });
  const authentic = { outcome: "authentic", code: plain(fields) };
  expect(verifyOrderCode(hex(text), keys)).toEqual(authentic);
  expect(await verifyOrderCodeOnWeb(hex(text), keys)).toEqual(authentic);
});

test.each(vectors.bad)("refused test vector: $name", async ({ outcome, hex: text }) => {
  expect(verifyOrderCode(hex(text), keys)).toEqual({ outcome });
  expect(await verifyOrderCodeOnWeb(hex(text), keys)).toEqual({ outcome });
});

test("what a new key pair signs is authentic by its public half and forged by another's", () => {
  const [pair, other] = [newOrderKeyPair(), newOrderKeyPair()];
  const privateKey = createPrivateKey({
    ...{ key: Buffer.from(pair.privateKey, "base64"), format: "der", type: "pkcs8" },
  });
  const [{ fields } = { fields: null }] = vectors.good;
  const body = fields && encodeCodeBody(plain(fields));
  if (!body) throw new Error("the first vector is a code");
  const bytes = signCodeBody(body, privateKey);
  const checked = (publicKey: Uint8Array) => verifyOrderCode(bytes, [{ id: fields.keyId, publicKey }]);
  expect(pair.publicKey).toHaveLength(32);
  expect(checked(pair.publicKey).outcome).toBe("authentic");
  expect(checked(other.publicKey)).toEqual({ outcome: "forged" });
  expect(() => signCodeBody(bytes, privateKey)).toThrow(RangeError);
});

test("the third-party verifier agrees on every test vector, including its fields", async () => {
  const path = `../../../${VERIFIER}`;
  const { verifyBytes, verifyText } = await import(path);
  for (const { fields, url, hex: text } of vectors.good) {
    expect(verifyText(url, vectors)).toEqual({ outcome: "authentic", fields });
    expect(verifyText(url.slice(-148).toLowerCase(), vectors)).toEqual({ outcome: "authentic", fields });
    expect(verifyBytes(hex(text), vectors).outcome).toBe("authentic");
  }
  for (const { name, hex: text, outcome } of vectors.bad)
    expect(verifyBytes(hex(text), vectors).outcome, name).toBe(outcome);
  expect(verifyText("https://ejemplo.com/", vectors)).toEqual({ outcome: "malformed" });
});

test("the third-party verifier runs as a program, has at most 150 lines and needs Node only", async () => {
  const source = readFileSync(VERIFIER, "utf8");
  expect(source.split("\n").length).toBeLessThanOrEqual(150);
  expect([...source.matchAll(/from "([^"]+)"/g)].filter(([, name]) => !name?.startsWith("node:"))).toEqual(
    [],
  );
  const run = promisify(execFile);
  const [first] = vectors.good;
  const { stdout } = await run(process.execPath, [VERIFIER, first?.url ?? "", VECTORS]);
  expect(JSON.parse(stdout).outcome).toBe("authentic");
  await expect(run(process.execPath, [VERIFIER, "https://ejemplo.com/", VECTORS])).rejects.toMatchObject({
    code: 1,
  });
  await expect(run(process.execPath, [VERIFIER, "x", "no-such-file.json"])).rejects.toMatchObject({
    code: 2,
  });
});

/** A small generator of our own, so that a seed repeats a run and no call is wasted on shrinking. */
function generator(seed: number) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}

/** A million; the measure by mutants tries fewer, since it runs the test again for each of them. */
const CODES = Number(process.env.FUZZED_CODES ?? 1_000_000);

test("of a million random and bit-flipped codes none verifies and none throws", {
  timeout: 240_000,
}, () => {
  const seed = randomBytes(4).readUInt32BE();
  console.info(`fuzz of order codes, seed ${seed}`);
  const next = generator(seed);
  const outcomes: Record<string, number> = {};
  const count = (bytes: Uint8Array) => {
    const { outcome } = verifyOrderCode(bytes, keys);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  const originals = vectors.good.map(({ hex: text }) => hex(text));
  const FLIPPED = CODES / 10;
  const RANDOM = CODES - FLIPPED;

  for (let run = 0; run < RANDOM; run += 1) {
    const bytes = new Uint8Array(run % 16 === 0 ? next() % 200 : 92);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = next() >>> 24;
    // Most get a head that could be ours, so that they fail later than at their first byte.
    if (run % 4 !== 0) bytes.set([1, 1, 1 + (next() % 8)].slice(0, bytes.length));
    count(bytes);
  }
  for (let run = 0; run < FLIPPED; run += 1) {
    const bytes = Uint8Array.from(originals[next() % originals.length] ?? []);
    // One to three different bits, so that no flip takes another back.
    const bits = new Set(Array.from({ length: 1 + (next() % 3) }, () => next() % (92 * 8)));
    for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    count(bytes);
  }
  console.info(`seed ${seed}: ${JSON.stringify(outcomes)}`);
  expect(outcomes.authentic).toBeUndefined();
  expect(Object.values(outcomes).reduce((sum, number) => sum + number, 0)).toBe(RANDOM + FLIPPED);
  expect(outcomes.forged ?? 0).toBeGreaterThan(FLIPPED / 2);
});

test("flipping any single bit of a valid code breaks its signature", () => {
  for (const { hex: text } of vectors.good)
    for (let bit = 0; bit < 92 * 8; bit += 1) {
      const bytes = hex(text);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verifyOrderCode(bytes, keys).outcome).not.toBe("authentic");
    }
});

test("a code verifies under its own key only", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
      const [good] = vectors.good;
      const body = hex(good?.hex ?? "").slice(0, 28);
      const bytes = signCodeBody(body, orderKeyOfSeed(seed));
      expect(verifyOrderCode(bytes, keys)).toEqual({ outcome: "forged" });
    }),
  );
});
