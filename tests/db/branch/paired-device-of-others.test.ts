import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeMember, makeSession, owner } from "@/tests/support/factories/account";
import { makeTill } from "@/tests/support/look-up-orders";
import { firstValue } from "@/tests/support/rolled-back";

const before = new Date("2026-01-01");

/** A shop with a counter, on which devices are paired by its owner. */
async function shop() {
  const { provider } = (await makeTill()).actor;
  const boss = await makeMember(provider.id, "owner");
  const counter = await firstValue<string>(owner`
    with place as (insert into branch (provider_id, name) values (${provider.id}, 'Sede') returning id)
    insert into counter (branch_id, name) select id, 'Punto 1' from place returning id`);
  const pair = async (changes: object = {}) => {
    const token = randomBytes(16);
    const id = await firstValue<string>(
      owner`insert into counter_device ${owner({
        ...{
          counter_id: counter,
          token_hash: token,
          paired_by: boss.personId,
          expires_at: new Date("2099-01-01"),
        },
        ...changes,
      })} returning id`,
    );
    return { id, token };
  };
  return { provider: provider.id, boss, counter, pair };
}
const endedOf = async (id: string) =>
  firstValue<Date | null>(owner`select ended_at from counter_device where id = ${id}`);
const deviceOf = (token: Buffer) => owner`select device_id from read_device(${token})`;

test("a device works while neither it, its counter nor its branch has ended, and for its own provider alone", async () => {
  const [mine, other] = [await shop(), await shop()];
  const device = await mine.pair();
  const own = (provider: string) =>
    firstValue<string | null>(owner`select own_device(${device.id}, ${provider})`);
  expect([await own(mine.provider), await own(other.provider)]).toEqual([device.id, null]);
  for (const [end, undo] of [
    [
      "update counter set closed_at = now() where id = $1",
      "update counter set closed_at = null where id = $1",
    ],
    [
      "update branch set closed_at = now() where id = (select branch_id from counter where id = $1)",
      "update branch set closed_at = null where id = (select branch_id from counter where id = $1)",
    ],
    [
      "update counter_device set expires_at = now() where counter_id = $1",
      "update counter_device set expires_at = '2099-01-01' where counter_id = $1",
    ],
    ["update counter_device set ended_at = now() where counter_id = $1", null],
  ] as const) {
    expect(await deviceOf(device.token)).toHaveLength(1);
    await owner.unsafe(end, [mine.counter]);
    expect([await deviceOf(device.token), await own(mine.provider)], end).toEqual([[], null]);
    if (undo) await owner.unsafe(undo, [mine.counter]);
  }
});

test("a device is ended with its own sessions, once, and pairing anew ends the provider's own pairing alone", async () => {
  const [mine, other] = [await shop(), await shop()];
  const [first, second, theirs] = [await mine.pair(), await mine.pair(), await other.pair()];
  const over = await mine.pair({ ended_at: before });
  const session = async (device: string | null, revoked: Date | null = null) => {
    const hash = await makeSession(mine.boss.personId);
    await owner`update session set device_id = ${device}, revoked_at = ${revoked} where token_hash = ${hash}`;
    return hash;
  };
  const sessions = [await session(first.id), await session(second.id), await session(null)];
  const closed = await session(first.id, before);
  const end = (device: string) =>
    firstValue<string>(owner`select end_device(${mine.provider}, ${mine.boss.personId}, ${device}, 'x')`);
  expect([await end(theirs.id), await end(over.id), await end(first.id), await end(first.id)]).toEqual([
    ...["place_closed", "place_closed", "done", "place_closed"],
  ]);
  expect(await endedOf(over.id)).toEqual(before);
  const isOpen = async (hash: Buffer) =>
    (await owner`select from session where token_hash = ${hash} and revoked_at is null`).length === 1;
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, true, true]);
  expect(
    await owner`select from session where token_hash = ${closed} and revoked_at = ${before}`,
  ).toHaveLength(1);
  const pair = (was: Buffer) =>
    firstValue<string>(owner`select pair_device(${mine.provider}, ${mine.boss.personId},
    ${mine.counter}, ${randomBytes(16)}, ${was}, 60, 'x', 'x')`);
  expect([await pair(theirs.token), await endedOf(theirs.id)]).toEqual(["done", null]);
  expect([await pair(second.token), await endedOf(second.id)]).toEqual(["done", expect.any(Date)]);
});

test("a provider has at most a hundred devices that work; ended ones and those of others do not count", async () => {
  const [mine, other] = [await shop(), await shop()];
  const many = (counter: string, count: number, changes: object = {}) => owner`
    insert into counter_device (counter_id, token_hash, paired_by, expires_at, ended_at)
    select ${counter}, uuid_send(gen_random_uuid()), ${mine.boss.personId}, '2099-01-01', ${"ended" in changes ? before : null}
    from generate_series(1, ${count}::int)`;
  await many(mine.counter, 99);
  await many(mine.counter, 5, { ended: true });
  await many(other.counter, 5);
  const pair = () =>
    firstValue<string>(owner`select pair_device(${mine.provider}, ${mine.boss.personId}, ${mine.counter},
    ${randomBytes(16)}, null, 60, 'x', 'x')`);
  expect([await pair(), await pair()]).toEqual(["done", "too_many_places"]);
});

test("a device that cannot be paired again stays paired as it is, and one among a hundred is", async () => {
  const mine = await shop();
  const own = await mine.pair();
  const others = [];
  while (others.length < 100) others.push(await mine.pair());
  const again = () =>
    firstValue<string>(owner`select pair_device(${mine.provider}, ${mine.boss.personId}, ${mine.counter},
    ${randomBytes(16)}, ${own.token}, 60, 'x', 'x')`);
  const endedNow = () =>
    firstValue<Date | null>(owner`select ended_at from counter_device where id = ${own.id}`);
  expect([await again(), await endedNow()]).toEqual(["too_many_places", null]);
  await owner`update counter_device set ended_at = now() where id = ${others[0]?.id ?? ""}`;
  expect([await again(), await endedNow()]).toEqual(["done", expect.any(Date)]);
});

test("a device on which nobody is named asks for the last person who still works there, else for who paired it, else for an owner", async () => {
  const { provider, boss, pair } = await shop();
  const [clerk, another] = [await makeMember(provider, "clerk"), await makeMember(provider, "owner")];
  const device = await pair({ paired_by: clerk.personId, last_person_id: another.personId });
  const actor = async () =>
    (
      await owner`select person_id, last_seen_at > now() - interval '1 second' as seen
    from device_actor(${device.token}) a join counter_device d on d.id = a.device_id`
    )[0];
  expect(await actor()).toMatchObject({ person_id: another.personId });
  await owner`update person set disabled_at = now() where id = ${another.personId}`;
  expect((await actor())?.person_id).toBe(clerk.personId);
  await owner`update membership set removed_at = now() where person_id = ${clerk.personId}`;
  expect((await actor())?.person_id).toBe(boss.personId);
  // That it was seen is written once a minute.
  const seen = () => firstValue<Date>(owner`select last_seen_at from counter_device where id = ${device.id}`);
  const last = await seen();
  await actor();
  expect(await seen()).toEqual(last);
  await owner`update counter_device set last_seen_at = ${before} where id = ${device.id}`;
  await actor();
  expect((await seen()).getTime()).toBeGreaterThanOrEqual(last.getTime());
  await owner`update counter_device set last_seen_at = ${before}, ended_at = now() where id = ${device.id}`;
  expect(await actor()).toBeUndefined();
  expect(await seen()).toEqual(before);
});

test("a session that a PIN opened counts on its own device alone, and any other one everywhere", async () => {
  const { boss, pair } = await shop();
  const [own, other] = [await pair(), await pair()];
  const [pin, plain] = [await makeSession(boss.personId), await makeSession(boss.personId)];
  await owner`update session set device_id = ${own.id} where token_hash = ${pin}`;
  const page = async (session: Buffer | null, device: Buffer | null) =>
    (await owner`select person_id, named from page_actor(${session}, ${device})`)[0]?.named;
  expect([await page(pin, own.token), await page(pin, other.token), await page(pin, null)]).toEqual([
    ...[true, false, undefined],
  ]);
  expect([await page(plain, other.token), await page(plain, null), await page(null, own.token)]).toEqual([
    ...[true, true, false],
  ]);
});

test("what is registered names a person whose session is open, or comes from a counter without a device", async () => {
  const [{ boss, counter, pair }, other] = [await shop(), await shop()];
  const hash = await makeSession(boss.personId);
  const session = await firstValue<string>(owner`select id from session where token_hash = ${hash}`);
  const names = (of: string | null, person = boss.personId, at: string | null = null) =>
    owner`select require_named(${of}, ${person}, ${at})`.then(
      () => true,
      () => false,
    );
  await other.pair();
  expect([
    await names(session),
    await names(session, other.boss.personId),
    await names(null, boss.personId, counter),
  ]).toEqual([true, false, true]);
  const device = await pair();
  expect([await names(null, boss.personId, counter), await names(device.id)]).toEqual([false, false]);
  await owner`update counter_device set ended_at = now() where id = ${device.id}`;
  expect(await names(null, boss.personId, counter)).toBe(true);
  for (const change of [
    owner`expires_at = now()`,
    owner`last_seen_at = now() - make_interval(secs => idle_seconds)`,
    owner`revoked_at = now()`,
  ]) {
    const ended = await makeSession(boss.personId);
    const [row] = await owner`update session set ${change} where token_hash = ${ended} returning id`;
    expect(await names(row?.id)).toBe(false);
  }
});
