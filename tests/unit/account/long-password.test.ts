import { expect, test } from "vitest";
import { passwordFault } from "@/domain/account/password";
import { hashPassword, passwordMatches } from "@/lib/crypto/password";

/** Words enough for any length, none of them frequent. */
const phrase = (letters: number) =>
  Array.from({ length: letters }, (_, at) => `${at * 7919}ñandú corre `)
    .join("")
    .slice(0, letters - 1)
    .concat("z");

test.each([64, 128])(
  "a password of %i letters is accepted and compared to its last letter",
  async (letters) => {
    const password = phrase(letters);
    expect([...password]).toHaveLength(letters);
    expect(passwordFault(password, [])).toBeNull();
    const hash = await hashPassword(password);
    expect(await passwordMatches(password, hash, "known")).toBe(true);
    expect(await passwordMatches(`${password.slice(0, -1)}y`, hash, "known")).toBe(false);
  },
);
