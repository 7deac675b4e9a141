import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { openSessionFor } from "@/domain/account/sign-in";
import { newToken } from "@/lib/crypto/token";
import { browser, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { halfSession } from "@/tests/support/factories/factor";
import { makeOfficial } from "@/tests/support/officials";

const openOf = async (personId: string) =>
  (await owner`select from session where person_id = ${personId} and revoked_at is null`).length;

/** A session whose factor was proven with the password, as after the second step. */
async function whole(personId: string, most: number): Promise<Buffer> {
  const { hash } = newToken();
  await owner`select open_session(${personId}, ${hash}, 43200, 604800, '127.0.0.1', 'test', p_factor => true)`;
  await call(doorDatabase(), "keep_session_limit", { tokenHash: hash, most });
  return hash;
}

test("the eleventh session of a person of the caja ends the one used longest ago, also with many at once", async () => {
  const { personId } = await makeOfficial("officer");
  const first = await whole(personId, 10);
  await owner`update session set last_seen_at = now() - interval '1 minute' where token_hash = ${first}`;
  for (let count = 2; count <= 10; count++) await whole(personId, 10);
  expect(await openOf(personId)).toBe(10);
  await whole(personId, 10);
  expect(await openOf(personId)).toBe(10);
  const [state] =
    await owner`select revoked_at is not null as ended from session where token_hash = ${first}`;
  expect(state).toEqual({ ended: true });
  await Promise.all(Array.from({ length: 8 }, () => whole(personId, 10)));
  expect(await openOf(personId)).toBe(10);
});

test("the password alone, without the second factor, ends no session", async () => {
  const { personId } = await makeOfficial("officer");
  const hash = await whole(personId, 10);
  for (let count = 0; count < 12; count++) await halfSession(personId);
  const [state] = await owner`select revoked_at from session where token_hash = ${hash}`;
  expect(state).toEqual({ revoked_at: null });
  await whole(personId, 10);
  expect(await openOf(personId)).toBe(14);
});

test("a provider's person has thirty sessions at once, and the next ends one", async () => {
  const { personId } = await makeMember(await makeProvider(), "owner");
  for (let count = 1; count <= 30; count++) await openSessionFor(personId, false, browser());
  expect(await openOf(personId)).toBe(30);
  await openSessionFor(personId, false, browser());
  expect(await openOf(personId)).toBe(30);
});
