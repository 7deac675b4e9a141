import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findLookups } from "@/domain/lookup/find-lookups";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { readLookup } from "@/domain/lookup/read-lookup";
import { bogotaDay } from "@/model/calendar";
import { colleagueOf, makeOrder, makeTill, owner, someDigits } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";
import { lookUpOutcome, typedLookUp } from "@/tests/support/typed-look-up";
import { client } from "@/tests/support/use-order";

test("a current order is shown whole, as the caja issued it", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const answer = await readLookup(till, await lookUpOrder(till, typedLookUp(order), client()));
  expect(answer).toMatchObject({
    outcome: "current",
    number: order.number,
    sheet: { affiliateId: order.idNumber, affiliateName: "María Pérez", value: 480_000, concept: "Calzado" },
  });
});

test("after one day the answer shows initials and no ID", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await lookUpOrder(till, typedLookUp(order), client());
  const ago = (time: string) =>
    owner`update lookup set asked_at = now() - ${time}::interval where id = ${id}`;
  await ago("23 hours 59 minutes");
  const sheet = { affiliateId: order.idNumber, affiliateName: "María Pérez" };
  expect(await readLookup(till, id)).toMatchObject({ sheet, asker: "Cajera de prueba" });
  await ago("24 hours");
  const later = await readLookup(till, id);
  expect(later?.sheet).toMatchObject({ affiliateId: null, affiliateName: "M. P.", value: 480_000 });
});

test("the orders are said to be as old as the last file that said something else", async () => {
  const till = await makeTill();
  const id = await lookUpOrder(till, typedLookUp(await makeOrder()), client());
  const { personId, provider } = till.actor;
  const [once, again, other] = ["2098-01-01T07:00Z", "2098-01-02T07:00Z", "2098-01-03T07:00Z"] as const;
  await inRolledBack(async (sql) => {
    const updatedAfter = async (at: string, file: string) => {
      await sql`insert into import_run (subject, file_name, sha256, state, lines, finished_at)
        values ('orders', 'x.csv', ${file}, 'finished', 1, ${at})`;
      return firstValue<Date>(
        sql`select data_updated_at from read_lookup(${id}, ${personId}, ${provider.id})`,
      );
    };
    expect(await updatedAfter(once, "a")).toEqual(new Date(once));
    expect(await updatedAfter(again, "a")).toEqual(new Date(once));
    expect(await updatedAfter(other, "b")).toEqual(new Date(other));
  });
});

test("the caja finds a look-up by its code, with who asked and what was answered", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await lookUpOrder(till, typedLookUp(order), client());
  const [found, ...more] = await findLookups(await grantOf("auditor", "lookup.read"), lookupCode(id));
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    id,
    outcome: "current",
    order: { number: order.number },
    provider: { nit: till.actor.provider.nit },
    person: "Cajera de prueba",
    result: null,
  });
  expect(JSON.stringify(found)).not.toContain(order.idNumber);
});

test("leading zeros, spaces and dots do not change the result", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const dotted = order.idNumber.replace(/\B(?=(\d{3})+$)/g, ".");
  expect(await lookUpOutcome(till, { idNumber: ` ${dotted} `, number: ` ${order.number.slice(2)} ` })).toBe(
    "current",
  );
  expect(await lookUpOutcome(till, { ...order, number: `0000${order.number}` })).toBe("current");
});

for (const [what, shape, outcome] of [
  ["used", { state: "used" }, "used"],
  ["annulled", { state: "annulled" }, "annulled"],
  ["past its last day", { endsIn: -1 }, "expired"],
  ["on its last day", { endsIn: 0 }, "current"],
  ["before its first day", { issuedIn: 1 }, "not_yet"],
  ["used and past its last day", { state: "used", endsIn: -1 }, "used"],
  ["of another provider", { providerNit: "800197268" }, "other_provider"],
  ["of another provider and used", { providerNit: "800197268", state: "used" }, "other_provider"],
] as const) {
  test(`an order ${what} answers ${outcome}, and shows name and value only while it is current`, async () => {
    const till = await makeTill();
    const answer = await readLookup(
      till,
      await lookUpOrder(till, typedLookUp(await makeOrder(shape)), client()),
    );
    expect(answer?.outcome).toBe(outcome);
    expect(answer?.sheet === null).toBe(outcome !== "current");
    if (outcome === "other_provider") expect(answer?.number).toBeNull();
  });
}

test("a wrong ID, a wrong number and a wrong kind get the same answer, without data of the order", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const misses = [
    { ...order, idNumber: someDigits(10), kindCode: "AS" },
    { ...order, number: someDigits(11), kindCode: "AS" },
    { ...order, kindCode: "ZZ" },
  ];
  for (const miss of misses) {
    const answer = await readLookup(till, await lookUpOrder(till, miss, client()));
    expect(answer).toMatchObject({ outcome: "not_found", number: null, sheet: null, stateChangedAt: null });
  }
});

test("a stored answer is read with the present state: an order annulled since shows annulled", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await lookUpOrder(till, typedLookUp(order), client());
  await owner`update "order" set state = 'annulled', state_changed_at = now() where id = ${order.id}`;
  expect((await readLookup(till, id))?.outcome).toBe("annulled");
});

test("reading an answer again is no new look-up and does not count towards the rate limit", async () => {
  const till = await makeTill();
  const id = await lookUpOrder(till, typedLookUp(await makeOrder()), client());
  for (let time = 0; time < 5; time++) await readLookup(till, id);
  const [rows] =
    await owner`select count(*)::int as n from lookup where provider_id = ${till.actor.provider.id}`;
  expect(rows?.n).toBe(1);
});

test("an answer can be read by the provider that asked only", async () => {
  const till = await makeTill();
  const id = await lookUpOrder(till, typedLookUp(await makeOrder()), client());
  expect((await readLookup(await colleagueOf(till), id))?.outcome).toBe("current");
  expect(await readLookup(await makeTill(), id)).toBeNull();
  expect(await readLookup(till, randomUUID())).toBeNull();
});

test("an ended convenio or a suspended provider answers paused and reveals nothing of the order", async () => {
  const order = await makeOrder();
  for (const [till, pausedSince] of [
    [await makeTill({ endsOn: "2021-01-01" }), "2021-01-02"],
    [await makeTill({ suspended: true }), bogotaDay(new Date())],
  ] as const) {
    const answer = await readLookup(till, await lookUpOrder(till, typedLookUp(order), client()));
    expect(answer).toMatchObject({ outcome: "paused", number: null, sheet: null, counter: { pausedSince } });
  }
});

test("a provider suspended after the look-up reads paused", async () => {
  const till = await makeTill();
  const id = await lookUpOrder(till, typedLookUp(await makeOrder()), client());
  await owner`update provider set suspended_at = now(), suspension_reason = 'x' where id = ${till.actor.provider.id}`;
  expect(await readLookup(till, id)).toMatchObject({ outcome: "paused", sheet: null });
});

test("each look-up writes an audit event without the typed ID or number", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await lookUpOrder(till, typedLookUp(order), { ip: "203.0.113.7" });
  const events =
    await owner`select action, actor_id, provider_id, channel, address_of(e) as ip, detail from audit_event e
    where subject_kind = 'lookup' and subject_id = ${id}`;
  expect(events).toEqual([
    {
      action: "order.looked_up",
      actor_id: till.actor.personId,
      provider_id: till.actor.provider.id,
      channel: "typed",
      ip: "203.0.113.7",
      detail: { outcome: "current", kind: "AS", order: order.id },
    },
  ]);
});

test("a person cannot look up for a provider they do not work for", async () => {
  const till = await makeTill();
  const stranger = await makeTill();
  const forged = { ...till, actor: { ...till.actor, provider: stranger.actor.provider } };
  await expect(lookUpOrder(forged, typedLookUp(await makeOrder()), client())).rejects.toThrow();
});
