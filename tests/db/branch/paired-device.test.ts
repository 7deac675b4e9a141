import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { doorDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findSessionPage } from "@/db/queries/session";
import { counterLimits } from "@/domain/account/session-limits";
import { openSessionFor } from "@/domain/account/sign-in";
import { endDevice, listDevices, pairDevice, readDevice } from "@/domain/branch/devices";
import { listDevicePeople, nameOnDevice, readOwnPin, setPin } from "@/domain/branch/pin";
import { compareOrder } from "@/domain/lookup/compare";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { authorize, can, type ProviderActor, unnamedDevice } from "@/model/access";
import { addMembership, browser, makeMember, owner, teamGrant } from "@/tests/support/factories/account";
import { agedProof } from "@/tests/support/factories/factor";
import { makeOrder, makeTill } from "@/tests/support/look-up-orders";

const PIN = "805937";
const OTHER = "640983";
const from = browser();

/** A shop with two people who have a PIN, and a device that its owner paired. */
async function shop() {
  const { provider } = (await makeTill()).actor;
  const boss = await makeMember(provider.id, "owner");
  const ana = await makeMember(provider.id, "clerk");
  await owner`update person set name = 'Ana' where id = ${ana.personId}`;
  const [counter] = await owner<{ id: string }[]>`
    with place as (insert into branch (provider_id, name) values (${provider.id}, 'Sede Norte') returning id)
    insert into counter (branch_id, name) select id, 'Punto 2' from place returning id`;
  const grant = teamGrant(provider.id, boss.personId);
  for (const [{ personId }, pin] of [
    [ana, PIN],
    [boss, OTHER],
  ] as const)
    await setPin((await openSessionFor(personId, false, from)).token, personId, pin, from);
  const device = await pairDevice(grant, counter?.id ?? "", null, from);
  return { providerId: provider.id, boss, ana, counter: counter?.id ?? "", grant, device };
}
let shared: Awaited<ReturnType<typeof shop>>;
beforeAll(async () => {
  shared = await shop();
});

const pageOf = async (device: string | null, token: string | null = null) =>
  (
    await findSessionPage(publicDatabase(), {
      tokenHash: token === null ? null : tokenHash(token),
      deviceHash: device === null ? null : tokenHash(device),
      counter: null,
      lookup: null,
    })
  ).actor as ProviderActor | null;

async function lookUp(actor: ProviderActor, counterId: string) {
  const order = await makeOrder();
  const typed = { way: "typed", kindCode: "AS", ...order, checkCode: null } as never;
  return lookUpOrder(authorize(actor, "order.look_up"), typed, { ip: from.ip, counterId });
}

test("a paired device looks up by itself, and nothing else; who it names in history is said to be the last person", async () => {
  const { device, ana, counter, providerId } = shared;
  const actor = await pageOf(device);
  if (!actor) throw new Error("the device does not work");
  expect([unnamedDevice(actor) === null, can(actor, "order.look_up")]).toEqual([false, true]);
  for (const more of ["counter.work", "order.use", "history.read", "team.manage", "report.file"] as const)
    expect(can(actor, more)).toBe(false);
  await nameOnDevice(device, { person: ana.personId, pin: PIN }, from);
  await owner`update session set revoked_at = now() where person_id = ${ana.personId} and device_id is not null`;
  const alone = await pageOf(device);
  if (!alone) throw new Error("the device does not work");
  expect(alone.personId).toBe(ana.personId);
  const lookup = await lookUp(alone, counter);
  const [row] = await owner`select l.person_id = ${ana.personId} as last, l.device_id is not null as unnamed,
    l.counter_id = ${counter} as here from lookup l where l.id = ${lookup}`;
  expect(row).toEqual({ last: true, unnamed: true, here: true });
  const [told] = await call(publicDatabase(), "list_history", {
    ...{ provider: providerId, personAsking: ana.personId, what: null, person: null, place: null },
    ...{ numberKey: null, before: null, beforeId: null, limit: 5, offset: 0 },
    from: await call(publicDatabase(), "bogota_today", {}),
    to: await call(publicDatabase(), "bogota_today", {}),
  });
  expect(told).toMatchObject({ person: "Ana", unnamed: true });
});

test("the database compares and uses nothing in a person's name while nobody is named at the device", async () => {
  const { device, ana, counter } = shared;
  await owner`update session set revoked_at = now() where person_id = ${ana.personId} and device_id is not null`;
  const alone = await pageOf(device);
  if (!alone) throw new Error("the device does not work");
  const lookup = await lookUp(alone, counter);
  const forged = authorize({ ...alone, pairedDevice: { id: randomUUID(), isNamed: true } }, "order.look_up");
  await expect(compareOrder(forged, lookup, { way: "rows", differing: [] }, from)).rejects.toThrow();
  const use = (session: string | null) =>
    call(publicDatabase(), "use_order", {
      ...{
        order: randomUUID(),
        person: ana.personId,
        provider: alone.provider.id,
        lookup,
        key: randomUUID(),
      },
      ...{ amount: null, invoice: null, ip: from.ip, counter, session },
    });
  for (const session of [alone.sessionId, null, randomUUID()]) await expect(use(session)).rejects.toThrow();
  const token = await nameOnDevice(device, { person: ana.personId, pin: PIN }, from);
  const named = await pageOf(device, token);
  expect(await use(named?.sessionId ?? "")).toMatchObject({ outcome: "not_found" });
  await expect(
    call(publicDatabase(), "use_order", {
      ...{
        order: randomUUID(),
        person: shared.boss.personId,
        provider: alone.provider.id,
        lookup,
        key: randomUUID(),
      },
      ...{ amount: null, invoice: null, ip: from.ip, counter, session: named?.sessionId ?? "" },
    }),
  ).rejects.toThrow();
});

test("a PIN names a person within two seconds, the one before no longer, and an owner as a clerk", async () => {
  const { device, ana, boss } = shared;
  const first = await nameOnDevice(device, { person: ana.personId, pin: PIN }, from);
  const begun = performance.now();
  const second = await nameOnDevice(device, { person: boss.personId, pin: OTHER }, from);
  const actor = await pageOf(device, second);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(actor).toMatchObject({ personId: boss.personId, role: "clerk", pairedDevice: { isNamed: true } });
  expect(await pageOf(device, first)).toMatchObject({ pairedDevice: { isNamed: false } });
  // A session of a PIN is worth nothing without its device, and changes no account.
  expect(await pageOf(null, second)).toBeNull();
  await expect(setPin(second, boss.personId, "937264", from)).rejects.toMatchObject({ code: "not_allowed" });
  const [row] = await owner`select idle_seconds as idle from session where device_id is not null
    and person_id = ${boss.personId} and revoked_at is null`;
  expect(row).toEqual({ idle: counterLimits.idleSeconds });
});

test("wrong PINs wait after five, ten in a row close it on every device, and the password opens another", async () => {
  const { device, ana } = await shop();
  const wrong = () => nameOnDevice(device, { person: ana.personId, pin: "111119" }, from);
  for (let count = 0; count < 5; count++)
    await expect(wrong()).rejects.toMatchObject({ code: expect.stringMatching(/^(wrong|last)_pin$/) });
  await expect(nameOnDevice(device, { person: ana.personId, pin: PIN }, from)).rejects.toMatchObject({
    code: "too_many_attempts",
  });
  await owner`delete from budget_counter where scope = 'pin.device'`;
  const results = await Promise.allSettled(Array.from({ length: 5 }, wrong));
  expect(results.every(({ status }) => status === "rejected")).toBe(true);
  await expect(nameOnDevice(device, { person: ana.personId, pin: PIN }, from)).rejects.toMatchObject({
    code: "pin_closed",
  });
  const events = await owner<{ action: string }[]>`select action from audit_event
    where subject_id = ${ana.personId} and action in ('pin.set', 'pin.refused', 'pin.closed') order by seq`;
  expect(events.map(({ action }) => action)).toEqual([
    "pin.set",
    ...Array.from({ length: 9 }, () => "pin.refused"),
    "pin.closed",
  ]);
  const { token } = await openSessionFor(ana.personId, false, from);
  expect(await readOwnPin(token)).toEqual({ state: "closed", isProvider: true });
  await agedProof(ana.personId, 5);
  await expect(setPin(token, ana.personId, OTHER, from)).rejects.toMatchObject({ code: "proof_needed" });
  await agedProof(ana.personId, 1);
  await setPin(token, ana.personId, OTHER, from);
  await nameOnDevice(device, { person: ana.personId, pin: OTHER }, from);
});

test("a PIN is kept as a slow digest under a key, bound to its person", async () => {
  const { ana, boss, device } = await shop();
  const rows = await owner<{ pin_hash: string }[]>`
    select pin_hash from counter_pin where person_id in (${ana.personId}, ${boss.personId})`;
  expect(rows.every(({ pin_hash }) => pin_hash.startsWith("$argon2id$"))).toBe(true);
  await owner`update counter_pin set pin_hash = (select o.pin_hash from counter_pin o where o.person_id = ${ana.personId})
    where person_id = ${boss.personId}`;
  await expect(nameOnDevice(device, { person: boss.personId, pin: PIN }, from)).rejects.toMatchObject({
    code: expect.stringMatching(/^(wrong|last)_pin$/),
  });
});

test("only people of the device's provider are named on it, by name, and nobody who left", async () => {
  const { device, providerId, boss, ana } = await shop();
  const stranger = (await shop()).ana;
  await expect(nameOnDevice(device, { person: stranger.personId, pin: PIN }, from)).rejects.toMatchObject({
    code: "wrong_pin",
  });
  expect((await listDevicePeople(device)).map(({ personId }) => personId).sort()).toEqual(
    [ana.personId, boss.personId].sort(),
  );
  const token = await nameOnDevice(device, { person: ana.personId, pin: PIN }, from);
  await owner`update membership set removed_at = now() where person_id = ${ana.personId}`;
  expect(await pageOf(device, token)).toMatchObject({
    personId: boss.personId,
    pairedDevice: { isNamed: false },
  });
  await expect(nameOnDevice(device, { person: ana.personId, pin: PIN }, from)).rejects.toMatchObject({
    code: "wrong_pin",
  });
  await addMembership(ana.personId, providerId, "clerk");
  await nameOnDevice(device, { person: ana.personId, pin: PIN }, from);
});

test("an owner pairs and ends a device, which works for 30 days and no longer than its counter; a clerk does neither", async () => {
  const { device, grant, counter, ana, providerId } = await shop();
  const [listed, ...more] = await listDevices(grant);
  expect([listed, more]).toMatchObject([{ counter: "Punto 2", branch: "Sede Norte", lastPerson: null }, []]);
  const token = await nameOnDevice(device, { person: ana.personId, pin: PIN }, from);
  const clerk = teamGrant(providerId, ana.personId);
  expect(await listDevices(clerk)).toEqual([]);
  const foreign = (await shop()).grant;
  for (const other of [clerk, foreign]) {
    await expect(endDevice(other, listed?.deviceId ?? "", from)).rejects.toThrow();
    await expect(pairDevice(other, counter, null, from)).rejects.toThrow();
  }
  const again = await pairDevice(grant, counter, device, from);
  expect([await readDevice(device), await pageOf(device, token)]).toEqual([null, null]);
  const paired = await readDevice(again);
  const [row] = await owner`select expires_at - paired_at = interval '30 days' as month from counter_device
    where id = ${paired?.deviceId ?? null}`;
  expect(row).toEqual({ month: true });
  await endDevice(grant, paired?.deviceId ?? "", from);
  expect(await pageOf(again)).toBeNull();
  const last = await pairDevice(grant, counter, null, from);
  await owner`update counter_device set expires_at = now() where token_hash = ${tokenHash(last)}`;
  expect(await pageOf(last)).toBeNull();
  const closed = await pairDevice(grant, counter, null, from);
  await owner`update counter set closed_at = now() where id = ${counter}`;
  expect(await pageOf(closed)).toBeNull();
  expect(await call(doorDatabase(), "read_device", { deviceHash: newToken().hash })).toBeNull();
  const events = await owner<{ action: string }[]>`select action from audit_event
    where subject_id = ${counter} and action like 'device.%' order by seq`;
  expect(events.map(({ action }) => action)).toEqual([
    "device.paired",
    "device.paired",
    "device.ended",
    "device.paired",
    "device.paired",
  ]);
});
