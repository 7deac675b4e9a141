import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { openSessionFor } from "@/domain/account/sign-in";
import { switchProvider } from "@/domain/account/switch-provider";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { removeMember } from "@/domain/team/remove-member";
import { tokenHash } from "@/lib/crypto/token";
import { authorize } from "@/model/access";
import { addMembership, browser, makeMember, teamGrant } from "@/tests/support/factories/account";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { client, compared, confirmation, register } from "@/tests/support/use-order";

/** A clerk of two shops, signed in for the first, with an order that was compared there. */
async function clerkOfTwo() {
  const [till, other] = [await makeTill(), await makeTill()];
  const { personId, provider } = till.actor;
  await addMembership(personId, other.actor.provider.id, "clerk");
  const order = await makeOrder();
  const lookup = await compared(till, order);
  const { token } = await openSessionFor(personId, false, browser(), { provider: provider.id });
  return { till, personId, first: provider.id, second: other.actor.provider.id, order, lookup, token };
}

const usesOf = async (order: string) => {
  const rows = await owner<
    { provider_id: string }[]
  >`select provider_id from order_use where order_id = ${order}`;
  return rows.map(({ provider_id }) => provider_id);
};

/** What an action may do, by the session as it is at this moment. */
async function grantOf(token: string) {
  const actor = await findSessionActor(doorDatabase(), tokenHash(token));
  return actor?.kind === "provider" ? authorize(actor, "order.look_up") : null;
}

test("a use that is registered while its person switches is of the company that it was confirmed for", async () => {
  for (let round = 0; round < 5; round++) {
    const { first, second, order, lookup, token } = await clerkOfTwo();
    await Promise.all([
      switchProvider(token, second, browser()),
      grantOf(token).then((grant) => grant && register(grant, confirmation(lookup)).catch(() => null)),
    ]);
    // Read before the switch it is the first company's; read after it, the second one has no such look-up.
    expect([[], [first]]).toContainEqual(await usesOf(order.id));
  }
});

test("look-ups of one session around a switch are each of the company that the session had", async () => {
  const { personId, first, second, token } = await clerkOfTwo();
  const ask = async () => {
    const grant = await grantOf(token);
    if (!grant) throw new Error("no session");
    const { idNumber, number } = await makeOrder();
    const id = await lookUpOrder(grant, { idNumber, number, kindCode: "AS" }, client());
    return [id, grant.actor.provider.id] as const;
  };
  const lookups = await Promise.all([
    ask(),
    ask(),
    switchProvider(token, second, browser()).then(ask),
    ask(),
  ]);
  for (const [id, provider] of lookups) {
    const [row] = await owner`select provider_id, person_id from lookup where id = ${id}`;
    expect(row).toEqual({ provider_id: provider, person_id: personId });
  }
  expect([first, second]).toContain(lookups[0]?.[1]);
  expect(lookups[2]?.[1]).toBe(second);
});

test("once a membership ended nothing is used in its name, and the other company's work goes on", async () => {
  for (let round = 0; round < 5; round++) {
    const { till, personId, first, second, order, lookup } = await clerkOfTwo();
    const boss = await makeMember(first, "owner");
    const [, used] = await Promise.all([
      removeMember(teamGrant(first, boss.personId), personId, browser()),
      register(till, confirmation(lookup)).catch(() => null),
    ]);
    expect(await usesOf(order.id)).toEqual(used === null ? [] : [first]);
    const late = await makeOrder();
    await expect(
      lookUpOrder(till, { idNumber: late.idNumber, number: late.number, kindCode: "AS" }, client()),
    ).rejects.toThrow();
    const { token } = await openSessionFor(personId, false, browser());
    const grant = await grantOf(token);
    expect(grant?.actor.provider.id).toBe(second);
    if (grant) expect(await register(grant, confirmation(await compared(grant, late)))).not.toBeNull();
  }
});

test("a look-up of one company is used, compared and read for no other, also by its own person", async () => {
  const { till, second, order, lookup } = await clerkOfTwo();
  const there = authorize(
    { ...till.actor, provider: { ...till.actor.provider, id: second } },
    "order.look_up",
  );
  await register(there, confirmation(lookup)).catch(() => null);
  expect(await usesOf(order.id)).toEqual([]);
  await register(till, confirmation(lookup));
  expect(await usesOf(order.id)).toEqual([till.actor.provider.id]);
});
