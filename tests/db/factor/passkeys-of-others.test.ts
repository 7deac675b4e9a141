import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeMember, makeProvider, makeSession, owner } from "@/tests/support/factories/account";
import { firstValue } from "@/tests/support/rolled-back";

/** Somebody with a session and a passkey that was used so often. */
async function keyHolder(counter: number) {
  const { personId } = await makeMember(await makeProvider(), "owner");
  const key = await addKey(personId, counter);
  let session = await makeSession(personId);
  const pass = async (factor: string, to: number) => {
    const outcome = await firstValue(
      owner`select pass_passkey(${session}, ${randomBytes(32)}, ${factor}, ${to}, 'x')`,
    );
    session = await firstValue<Buffer>(owner`select token_hash from session where person_id = ${personId}
      and revoked_at is null`);
    return outcome;
  };
  const keys = async () =>
    (await owner<{ factor_id: string }[]>`select factor_id from list_passkeys(${session})`).map(
      ({ factor_id }) => factor_id,
    );
  const begin = (challenge: Buffer) => firstValue(owner`select begin_challenge(${session}, ${challenge})`);
  const take = () => firstValue<Buffer | null>(owner`select take_challenge(${session})`);
  return { personId, key, pass, keys, begin, take };
}

async function addKey(person: string, counter: number, ended = false): Promise<string> {
  const id = randomUUID();
  await owner`insert into factor (id, person_id, kind, name, confirmed_at, credential_id, public_key, counter, ended_at)
    values (${id}, ${person}, 'passkey', 'Llave', now(), ${id}, 'x', ${counter}, ${ended ? owner`now()` : null})`;
  return id;
}
const counterOf = (factor: string) => firstValue(owner`select counter::int from factor where id = ${factor}`);

test("a passkey passes for its person while it counts up, or counts nothing at all, and no other is changed", async () => {
  const [ana, luis] = [await keyHolder(5), await keyHolder(5)];
  const ended = await addKey(ana.personId, 5, true);
  expect(await ana.keys()).toEqual([ana.key]);
  for (const [factor, to] of [
    [luis.key, 9],
    [ended, 9],
    [ana.key, 5],
    [ana.key, 4],
    [ana.key, 0],
  ] as const)
    expect(await ana.pass(factor, to)).toBe("gone");
  expect(await ana.pass(ana.key, 6)).toBe("done");
  expect([await counterOf(ana.key), await counterOf(luis.key), await counterOf(ended)]).toEqual([6, 5, 5]);
  const silent = await keyHolder(0);
  expect([await silent.pass(silent.key, 0), await silent.pass(silent.key, 1)]).toEqual(["done", "done"]);
  expect(await silent.pass(silent.key, 0)).toBe("gone");
});

test("a challenge is taken once, by its own session, while it is fresh", async () => {
  const [ana, luis] = [await keyHolder(0), await keyHolder(0)];
  const [first, second] = [randomBytes(32), randomBytes(32)];
  expect([await ana.begin(first), await luis.begin(second)]).toEqual(["done", "done"]);
  expect(await ana.take()).toEqual(first);
  expect(await ana.take()).toBeNull();
  expect(await luis.take()).toEqual(second);
  await ana.begin(first);
  await owner`update session set challenge_until = now() - interval '1 second' where person_id = ${ana.personId}`;
  expect(await ana.take()).toBeNull();
});
