import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { makeMember, makeProvider, makeSession, owner } from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { firstValue } from "@/tests/support/rolled-back";

/** A device of a shop, and a person of it with a PIN. */
async function device() {
  const provider = await makeProvider();
  const { personId } = await makeMember(provider, "clerk");
  const hash = randomBytes(32);
  await owner`
    with place as (insert into branch (provider_id, name) values (${provider}, 'Sede Norte') returning id),
      till as (insert into counter (branch_id, name) select id, 'Punto 2' from place returning id)
    insert into counter_device (counter_id, token_hash, paired_by, expires_at)
    select id, ${hash}, ${personId}, now() + interval '10 minutes' from till`;
  await owner`insert into counter_pin (person_id, pin_hash, misses) values (${personId}, 'su clave', 1)`;
  const name = (was = "su clave", who = personId) =>
    firstValue(
      owner`select open_pin_session(${hash}, ${who}, ${was}, ${randomBytes(32)}, 60, 3600, 'x', 'x')`,
    );
  return { hash, personId, name };
}
const missesOf = (person: string) =>
  firstValue(owner`select misses from counter_pin where person_id = ${person}`);
const openOn = (hash: Buffer) => owner<{ ends: boolean }[]>`
  select s.expires_at = d.expires_at as ends from session s join counter_device d on d.id = s.device_id
  where d.token_hash = ${hash} and s.revoked_at is null`;

test("whoever is named on a device ends who was named there, and nobody elsewhere, for no longer than the device", async () => {
  const [own, other] = [await device(), await device()];
  const elsewhere = await makeSession(own.personId);
  expect([await other.name(), await own.name(), await own.name()]).toEqual([true, true, true]);
  for (const { hash } of [own, other]) expect(await openOn(hash)).toEqual([{ ends: true }]);
  expect(await firstValue(owner`select revoked_at from session where token_hash = ${elsewhere}`)).toBeNull();
  const revoked =
    await owner`select from session where person_id = ${own.personId} and revoked_at is not null`;
  expect(revoked).toHaveLength(1);
});

test("a right PIN forgets the misses of its person, and a closed, changed or strange one names nobody", async () => {
  const [own, other] = [await device(), await device()];
  expect(await own.name("otra clave")).toBe(false);
  expect(await own.name("su clave", other.personId)).toBe(false);
  const pinOf = (person: string) => owner`select pin_hash, closed from read_pin(${own.hash}, ${person})`;
  expect(await pinOf(other.personId)).toEqual([]);
  expect(await pinOf(own.personId)).toEqual([{ pin_hash: "su clave", closed: false }]);
  expect(await own.name()).toBe(true);
  expect([await missesOf(own.personId), await missesOf(other.personId)]).toEqual([0, 1]);
  await owner`update counter_pin set closed_at = now() where person_id = ${own.personId}`;
  expect(await own.name()).toBe(false);
  await owner`update counter_pin set closed_at = null where person_id = ${own.personId}`;
  await owner`update person set disabled_at = now() where id = ${own.personId}`;
  expect(await own.name()).toBe(false);
  expect(await call(doorDatabase(), "list_device_people", { deviceHash: own.hash })).toEqual([]);
});

test("a PIN is set by somebody of a team, and makes nobody wait but for what comes after it", async () => {
  const [own, other] = [await device(), await device()];
  const keys = [own, other].map(({ personId }) => `${randomUUID()}:${personId}`);
  const [mine = "", theirs = ""] = keys;
  for (const [scope, key] of [
    ["pin.device", mine],
    ["pin.device", theirs],
    ["prueba.pin", mine],
  ] as const)
    await owner`insert into budget_counter (scope, key, window_start, spent) values (${scope}, ${key}, now(), 1)`;
  const set = async (session: Buffer) => firstValue(owner`select set_pin(${session}, 'nueva', 'x')`);
  const read = async (session: Buffer) =>
    (await call(doorDatabase(), "read_own_pin", { tokenHash: session }))?.state;
  const session = await makeSession(own.personId);
  expect(await read(session)).toBe("open");
  expect(await set(session)).toBe("done");
  const left = await owner<{ scope: string; key: string }[]>`
    select scope, key from budget_counter where key in ${owner(keys)} order by scope`;
  expect(left.map(({ scope, key }) => [scope, key])).toEqual([
    ["pin.device", theirs],
    ["prueba.pin", mine],
  ]);
  const official = await makeCajaPerson("officer");
  const ofCaja = await makeSession(official.personId);
  expect([await read(ofCaja), await set(ofCaja)]).toEqual(["none", "not_allowed"]);
  const waiting = await makeSession(own.personId);
  await owner`update session set needs_factor = true, factor_at = null where token_hash = ${waiting}`;
  expect(await set(waiting)).toBe("not_allowed");
});
