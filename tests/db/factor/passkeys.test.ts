import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { authenticationOptions, registrationOptions } from "@/domain/factor/passkey";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { owner } from "@/tests/support/factories/account";
import { agedProof, enrolled, factorSession, halfSession } from "@/tests/support/factories/factor";

/** Stores a passkey as after a verified answer of the browser. */
async function add(token: string) {
  return call(doorDatabase(), "add_passkey", {
    tokenHash: tokenHash(token),
    newHash: newToken().hash,
    factor: randomUUID(),
    name: "Llave",
    credentialId: randomBytes(16).toString("base64url"),
    publicKey: randomBytes(32),
    counter: 0,
    transports: [],
    mails: [],
    ip: "prueba",
  });
}

test("who has a factor adds a passkey with a fresh proof alone, not with the password", async () => {
  const { personId, token } = await enrolled();
  expect(await add(await halfSession(personId))).toBe("unproven");
  await agedProof(personId, 6);
  expect(await add(token)).toBe("unproven");
  expect((await factorSession(token)).passkeys).toBe(0);
  await agedProof(personId, 4);
  expect(await add(token)).toBe("done");
});

test("a session counts its own person's passkeys in use", async () => {
  const [one, other] = [await enrolled(), await enrolled()];
  await add(one.token);
  expect((await factorSession(one.token)).passkeys).toBe(1);
  expect((await factorSession(other.token)).passkeys).toBe(0);
  await owner`update factor set ended_at = now() where person_id = ${one.personId} and kind = 'passkey'`;
  expect((await factorSession(one.token)).passkeys).toBe(0);
});

test("a person has at most twenty passkeys, those that were added and ended since yesterday among them", async () => {
  const { personId, token } = await enrolled();
  for (let count = 0; count < 18; count++) expect(await add(token)).toBe("done");
  const more = await Promise.all(Array.from({ length: 4 }, () => add(token)));
  expect(more.toSorted()).toEqual(["done", "done", "full", "full"]);
  const end = () =>
    owner`update factor set ended_at = now() where person_id = ${personId} and kind = 'passkey'`;
  await end();
  expect(await add(token)).toBe("full");
  await owner`update factor set created_at = now() - interval '25 hours' where person_id = ${personId} and kind = 'passkey'`;
  expect(await add(token)).toBe("done");
});

test("who has twenty passkeys is refused before the key makes another one, and is still asked for those", async () => {
  const party = { id: "localhost", origin: "http://localhost", name: "Portal" };
  const { token } = await enrolled();
  const begin = async () => registrationOptions(token, await factorSession(token), party);
  const challenge = async () => {
    const [row] = await owner`select challenge from session where token_hash = ${tokenHash(token)}`;
    return row?.challenge;
  };
  for (let count = 0; count < 19; count++) await add(token);
  expect((await begin()).excludeCredentials).toHaveLength(19);
  expect(await add(token)).toBe("done");
  await expect(begin()).rejects.toMatchObject({ code: "passkeys_full" });
  expect(await challenge()).toBeNull();
  expect((await authenticationOptions(token, party)).allowCredentials).toHaveLength(20);
});
