import { expect, test } from "vitest";
import { hashPassword } from "@/lib/crypto/password";
import { seal, sealBytes, unseal } from "@/lib/crypto/seal";
import { newToken, tokenHash } from "@/lib/crypto/token";

test("a token has 256 bits of chance, each another, and is kept as its SHA-256", () => {
  const tokens = Array.from({ length: 10_000 }, () => newToken());
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(10_000);
  for (const { token, hash } of tokens.slice(0, 50)) {
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(hash).toEqual(tokenHash(token));
    expect(hash).toHaveLength(32);
  }
});

test("a password is hashed with argon2id at OWASP's cost or more, with a salt of its own", async () => {
  const hashes = await Promise.all([
    hashPassword("la misma frase larga"),
    hashPassword("la misma frase larga"),
  ]);
  for (const hash of hashes) {
    const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(hash) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(time)).toBeGreaterThanOrEqual(5);
    expect(hash.split("$")[4]?.length).toBeGreaterThanOrEqual(22);
  }
  expect(hashes[0]).not.toBe(hashes[1]);
});

test("of a hundred thousand sealed values no two share a nonce", () => {
  const nonces = new Set<string>();
  for (let at = 0; at < 100_000; at++) nonces.add(sealBytes(Buffer.from("x"), "a").toString("latin1", 2, 14));
  expect(nonces.size).toBe(100_000);
});

test("a sealed value opens in its own place only, and any changed byte makes it one and the same error", () => {
  const sealed = seal("MARÍA PÉREZ", "order.name:1");
  expect(unseal(sealed, "order.name:1")).toBe("MARÍA PÉREZ");
  expect(() => unseal(sealed, "order.name:2")).toThrow("Unsupported state or unable to authenticate data");
  for (let at = 2; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(changed, "order.name:1"), String(at)).toThrow(
      "Unsupported state or unable to authenticate data",
    );
  }
  for (const at of [0, 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 255;
    expect(() => unseal(changed, "order.name:1")).toThrow("sealed with an unknown version or key");
  }
});
