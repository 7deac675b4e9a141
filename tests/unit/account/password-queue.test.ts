import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "@/lib/crypto/password";

test("a known device's password check does not queue behind those of strangers", async () => {
  const stored = await hashPassword("el gato duerme al sol");
  const ended: string[] = [];
  const compare = async (name: string, password: string, who: "known" | "strangers") => {
    expect(await passwordMatches(password, stored, who)).toBe(who === "known");
    ended.push(name);
  };
  await Promise.all([
    ...Array.from({ length: 20 }, (_, at) => compare(`stranger ${at}`, "otra frase bien larga", "strangers")),
    compare("owner", "el gato duerme al sol", "known"),
  ]);
  // Two were being compared already, and one more may have ended beside it.
  expect(ended.indexOf("owner")).toBeLessThan(4);
  expect(ended).toHaveLength(21);
});
