import { expect, test } from "vitest";
import { ConfirmTotpInput, ProveCodeInput } from "@/domain/factor/schema";
import { newTotpSecret, STEP_SECONDS, totpAddress, totpCode, totpStepOf } from "@/lib/crypto/totp";

/** "12345678901234567890" in base32: the secret of the vectors for SHA-1. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("the code at second %i is that of RFC 6238, appendix B, in its last six digits", (second, digits) => {
  expect(totpCode(secret, Math.floor(second / STEP_SECONDS))).toBe(digits.slice(-6));
});

test("a code of the present step, the one before and the one after is read as that step, and no other", () => {
  const own = newTotpSecret();
  expect([-2, -1, 0, 1, 2].map((by) => totpStepOf(own, totpCode(own, 57_000_000 + by), 57_000_000))).toEqual([
    null,
    56_999_999,
    57_000_000,
    57_000_001,
    null,
  ]);
});

test("a secret has 160 bits and differs each time, and its address names the portal and the account", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(newTotpSecret());
  const address = new URL(totpAddress(secret, "Portal", "ana@correo.example"));
  expect(address.protocol).toBe("otpauth:");
  expect(address.searchParams.get("secret")).toBe(secret);
  expect(address.searchParams.get("issuer")).toBe("Portal");
});

test("a typed code is six digits or sixteen letters of paper, whatever stands between them", () => {
  const read = (factorCode: string) => ProveCodeInput.safeParse({ factorCode }).data?.factorCode;
  expect(read(" 123 456 ")).toEqual({ kind: "totp", text: "123456" });
  expect(read("abcd-efgh-jkmn-pqrs")).toEqual({ kind: "paper", text: "ABCDEFGHJKMNPQRS" });
  for (const wrong of ["", "12345", "1234567", "abcd-efgh-jkmn", "12345a"])
    expect(read(wrong)).toBeUndefined();
  expect(ConfirmTotpInput.safeParse({ factorCode: "abcd-efgh-jkmn-pqrs" }).success).toBe(false);
});
