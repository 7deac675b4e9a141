import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "@/lib/crypto/password";

test("a password matches its own hash in any Unicode form, and no other hash", async () => {
  const stored = await hashPassword("el gato duerme al sol, señora");
  expect(await passwordMatches("el gato duerme al sol, sen\u0303ora", stored, "known")).toBe(true);
  expect(await passwordMatches("el gato duerme al sol, senora", stored, "strangers")).toBe(false);
});

test("an account without a password matches none", async () => {
  expect(await passwordMatches("nobody has this password", null, "strangers")).toBe(false);
});
