import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CODE_BYTES,
  codeUrl,
  decodeOrderCode,
  encodeCodeBody,
  type OrderCode,
  readCode,
} from "@/domain/order-code/code";
import { decodeBase32, encodeBase32 } from "@/lib/encoding/base32";
import { fitsQr } from "@/lib/encoding/qr-origin";

const PUBLIC = "https://proveedores.ejemplo.com.co";
const day = fc
  .integer({ min: 0, max: 65_535 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const byte = fc.integer({ min: 1, max: 255 });
const eight = fc.uint8Array({ minLength: 8, maxLength: 8 });
const facts: fc.Arbitrary<OrderCode> = fc
  .record({
    issuer: byte,
    keyId: byte,
    kindNumber: byte,
    codeId: eight,
    issuedOn: day,
    validUntil: day,
    value: fc.integer({ min: 1, max: 999_999_999 }),
    holderTag: eight,
  })
  .map((code) =>
    code.issuedOn <= code.validUntil
      ? code
      : { ...code, issuedOn: code.validUntil, validUntil: code.issuedOn },
  );

const whole = (body: Uint8Array) => Uint8Array.from([...body, ...new Uint8Array(64)]);
const goodBytes = facts.map((code) => whole(encodeCodeBody(code) ?? new Uint8Array()));

test("an encoded order code is decoded to the same fields", () => {
  fc.assert(
    fc.property(facts, (code) => {
      const body = encodeCodeBody(code);
      expect(body?.length).toBe(28);
      expect(decodeOrderCode(whole(body ?? new Uint8Array()))).toEqual(code);
    }),
  );
});

test("a decoded order code has exactly one encoding", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }),
      fc.boolean(),
      (random, patch) => {
        const bytes = patch ? Uint8Array.from([1, ...random.subarray(1)]) : random;
        const code = decodeOrderCode(bytes);
        if (code) expect(encodeCodeBody(code)).toEqual(bytes.slice(0, 28));
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each<[string, Partial<OrderCode>]>([
  ["a day before 2020", { issuedOn: "2019-12-31" }],
  ["a last day that two bytes do not hold", { validUntil: "2199-06-07" }],
  ["a last day before the first", { issuedOn: "2026-02-01", validUntil: "2026-01-31" }],
  ["a day that does not exist", { validUntil: "2027-02-30" }],
  ["no value", { value: 0 }],
  ["half a peso", { value: 1.5 }],
  ["a value without words", { value: 1_000_000_000 }],
  ["key 0", { keyId: 0 }],
  ["kind 256", { kindNumber: 256 }],
  ["an id of seven bytes", { codeId: new Uint8Array(7) }],
  ["a tag of nine bytes", { holderTag: new Uint8Array(9) }],
])("refuses to encode %s", (_, wrong) => {
  const good: OrderCode = {
    issuer: 1,
    keyId: 1,
    kindNumber: 1,
    codeId: new Uint8Array(8),
    issuedOn: "2026-01-01",
    validUntil: "2026-12-31",
    value: 1,
    holderTag: new Uint8Array(8),
  };
  expect(encodeCodeBody(good)).not.toBeNull();
  expect(encodeCodeBody({ ...good, ...wrong })).toBeNull();
});

test("base32 round-trips and rejects every other spelling", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ maxLength: 5 }), (bytes, noise) => {
      const text = encodeBase32(bytes);
      expect(decodeBase32(text)).toEqual(bytes);
      expect(decodeBase32(`${text}=`)).toBeNull();
      const read = decodeBase32(text + noise);
      if (read) expect(encodeBase32(read)).toBe(text + noise);
    }),
  );
  // RFC 4648, section 10
  expect(encodeBase32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
  expect(decodeBase32("MZXW6YTBOJ")).toBeNull();
  expect(decodeBase32("mzxw6ytboi")).toBeNull();
});

test("a code is parsed from a camera, a keyboard scanner or a paste", () => {
  fc.assert(
    fc.property(goodBytes, (bytes) => {
      const url = codeUrl(PUBLIC, bytes);
      const letters = url.slice(-148);
      const broken = `${url.slice(0, 60)}\r\n ${url.slice(60)}`;
      for (const text of [
        url,
        url.toLowerCase(),
        ` ${url}\n`,
        letters,
        letters.toLowerCase(),
        `http://proveedores.ejemplo.com.co/v/${letters}`,
        `proveedores.ejemplo.com.co/V/${letters}`,
        broken,
        `HTTPSÑ--PROVEEDORES.EJEMPLO.COM.CO-V-${letters}`,
      ])
        expect(readCode(text, PUBLIC), text).toEqual({ found: "code", bytes });
    }),
    { numRuns: 50 },
  );
});

test("another text is foreign; our own code truncated or changed is malformed", () => {
  const [bytes] = fc.sample(goodBytes, { numRuns: 1, seed: 1 });
  const url = codeUrl(PUBLIC, bytes ?? new Uint8Array());
  const letters = url.slice(-148);
  for (const text of [
    "",
    "hola",
    "1042555318",
    "https://ejemplo.com/",
    `https://otra.com.co/V/${letters}`,
    `https://proveedores.ejemplo.com.co.otra.com/V/${letters}`,
    `https://otra.com.co/?x=${PUBLIC}/V/${letters}`,
    `${PUBLIC}/consultar`,
    "WIFI:T:WPA;S:casa;P:clave;;",
    "x".repeat(5_000),
    `${PUBLIC}:8443/V/${letters}`,
  ])
    expect(readCode(text, PUBLIC), text).toEqual({ found: "foreign" });
  for (const text of [
    url.slice(0, -1),
    `${url}A`,
    `${PUBLIC}/V/`,
    `${PUBLIC}/V/${"A".repeat(148)}`,
    `${url}?x=1`,
    letters.slice(0, 100),
    `${url.slice(0, -1)}7`,
  ])
    expect(readCode(text, PUBLIC), text).toEqual({ found: "malformed" });
});

test("no input makes the decoder throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.boolean(), (text, ours) => {
      expect(["foreign", "malformed"]).toContain(readCode(ours ? `${PUBLIC}/V/${text}` : text, PUBLIC).found);
    }),
    { numRuns: 3_000 },
  );
});

test("the longest URL that fits a QR of version 9, level Q, and one character more", () => {
  const host = (length: number) => `https://${"a".repeat(length - 7)}.com.co`;
  expect(fitsQr(PUBLIC)).toBe(true);
  expect(fitsQr("http://127.0.0.1:3000")).toBe(true);
  expect(fitsQr(host(30))).toBe(true);
  expect(fitsQr(host(31))).toBe(false);
  expect(codeUrl(host(30), new Uint8Array(92)).length).toBe(189);
  expect(codeUrl(PUBLIC, new Uint8Array(92))).toMatch(/^HTTPS:\/\/PROVEEDORES\.EJEMPLO\.COM\.CO\/V\/A{148}$/);
});

test("the code's modules import nothing from Node, so that the browser can decode", () => {
  for (const file of [
    "lib/encoding/base32.ts",
    "domain/order-code/code.ts",
    "domain/order-code/check-code.ts",
  ])
    expect(readFileSync(file, "utf8")).not.toMatch(/node:|Buffer|@\/lib\/(?!encoding)/);
});

test("letters count as a code of ours from forty on, alone and without another's address", () => {
  const found = (text: string) => readCode(text, PUBLIC).found;
  expect(found("A".repeat(40))).toBe("malformed");
  for (const text of [
    "A".repeat(39),
    `1${"A".repeat(40)}`,
    `${"A".repeat(40)}1`,
    `https://${"A".repeat(40)}`,
  ])
    expect(found(text), text).toBe("foreign");
  expect(found(`${PUBLIC}/v/AA`)).toBe("malformed");
  expect(found(`${PUBLIC}/v/${"A".repeat(1_000 - PUBLIC.length - 3)}`)).toBe("malformed");
  expect(found(`${PUBLIC}/v/${"A".repeat(1_001 - PUBLIC.length - 3)}`)).toBe("foreign");
});
