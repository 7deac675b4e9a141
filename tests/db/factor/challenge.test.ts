import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { owner } from "@/tests/support/factories/account";
import { enrolled } from "@/tests/support/factories/factor";

const begin = async (token: string, challenge = randomBytes(32)) => {
  await call(doorDatabase(), "begin_challenge", { tokenHash: tokenHash(token), challenge });
  return challenge;
};
const take = (token: string) => call(doorDatabase(), "take_challenge", { tokenHash: tokenHash(token) });

/** A passkey of the session's person, whose signature counter stands at 7. */
async function passkey(personId: string): Promise<string> {
  const id = randomUUID();
  await owner`insert into factor (id, person_id, kind, confirmed_at, credential_id, public_key, counter)
    values (${id}, ${personId}, 'passkey', now(), ${id}, 'x', 7)`;
  return id;
}

test("a challenge is answered once, by its own session, also by ten at the same moment", async () => {
  const [one, other] = [await enrolled(), await enrolled()];
  const challenge = await begin(one.token);
  expect(await take(other.token)).toBeNull();
  const taken = await Promise.all(Array.from({ length: 10 }, () => take(one.token)));
  expect(taken.filter((each) => each?.equals(challenge))).toHaveLength(1);
  expect(taken.filter((each) => each !== null)).toHaveLength(1);
});

test("a challenge lives five minutes, and a new one takes its place", async () => {
  const { token } = await enrolled();
  const first = await begin(token);
  const second = await begin(token);
  expect(second.equals(first)).toBe(false);
  const [row] =
    await owner`select challenge_until - now() between interval '4 minutes' and interval '5 minutes' as five
    from session where token_hash = ${tokenHash(token)}`;
  expect(row).toEqual({ five: true });
  expect(await take(token)).toEqual(second);
  await begin(token);
  await owner`update session set challenge_until = now() where token_hash = ${tokenHash(token)}`;
  expect(await take(token)).toBeNull();
});

test("an answer whose signature counter did not go on is refused: the key was copied", async () => {
  const { token, personId } = await enrolled();
  const factor = await passkey(personId);
  const pass = (counter: number) =>
    call(doorDatabase(), "pass_passkey", {
      ...{ tokenHash: tokenHash(token), newHash: newToken().hash, factor, counter, ip: "prueba" },
    });
  for (const [counter, outcome] of [
    [7, "gone"],
    [6, "gone"],
    [8, "done"],
    [8, "gone"],
  ] as const)
    expect(await pass(counter)).toBe(outcome);
});
