import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase, publicDatabase } from "@/db/client";
import { findOpenCounter } from "@/db/queries/branch";
import { findLookup } from "@/db/queries/lookup";
import { findSessionActor, findSessionPage } from "@/db/queries/session";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { newToken } from "@/lib/crypto/token";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";

const db = publicDatabase();

/** A till with a session, a counter and a look-up of a current order. */
async function working() {
  const till = await makeTill();
  const { personId, provider } = till.actor;
  const { hash } = newToken();
  await owner`select open_session(${personId}, ${hash}, 43200, 604800, '127.0.0.1', 'test', p_factor => true)`;
  const [place] = await owner<{ id: string }[]>`
    with b as (insert into branch (provider_id, name) values (${provider.id}, 'Centro') returning id)
    insert into counter (branch_id, name) select id, 'Punto 1' from b returning id`;
  const lookup = await lookUpOrder(till, { ...(await makeOrder()), kindCode: "AS" }, { ip: "x" });
  return { till, hash, counter: place?.id ?? "", lookup };
}

test("one statement reads the session, the device's counter and the look-up as their own readings do", async () => {
  const { till, hash, counter, lookup } = await working();
  const page = await findSessionPage(db, { tokenHash: hash, counter, lookup });
  expect(page.actor).toEqual(await findSessionActor(doorDatabase(), hash));
  expect(page.counter).toEqual(await findOpenCounter(db, till, counter));
  const { readAt: _own, ...alone } = (await findLookup(db, till, lookup)) ?? {};
  expect(page.lookup).toMatchObject(alone);
  expect(page.counter).toMatchObject({ name: "Punto 1", branch: "Centro" });
  expect(page.lookup).toMatchObject({ outcome: "current" });
});

test("a page about no look-up, and a device that is no counter, read the session alone", async () => {
  const { hash } = await working();
  const page = await findSessionPage(db, { tokenHash: hash, counter: null, lookup: null });
  expect(page).toEqual({
    actor: await findSessionActor(doorDatabase(), hash),
    counter: null,
    lookup: null,
    proven: true,
  });
});

test("a session reads neither the counter nor the look-up of another provider, nor one that does not exist", async () => {
  const { hash } = await working();
  const other = await working();
  for (const { counter, lookup } of [other, { counter: randomUUID(), lookup: randomUUID() }])
    expect(await findSessionPage(db, { tokenHash: hash, counter, lookup })).toMatchObject({
      counter: null,
      lookup: null,
    });
});

test("a session that ended reads nothing", async () => {
  const { hash, counter, lookup } = await working();
  await owner`update session set revoked_at = now() where token_hash = ${hash}`;
  const page = await findSessionPage(db, { tokenHash: hash, counter, lookup });
  expect(page).toEqual({ actor: null, counter: null, lookup: null, proven: false });
});

test("somebody of the caja, who has no provider, reads no look-up", async () => {
  const { counter, lookup } = await working();
  const [official] = await owner<{ id: string }[]>`insert into person (email, name, caja_role)
    values (${`${randomUUID()}@caja.example`}, 'Auditora', 'auditor') returning id`;
  const { hash } = newToken();
  await owner`select open_session(${official?.id ?? ""}, ${hash}, 43200, 604800, '127.0.0.1', 'test', p_factor => true)`;
  const page = await findSessionPage(db, { tokenHash: hash, counter, lookup });
  expect(page.actor?.kind).toBe("caja");
  expect(page).toMatchObject({ counter: null, lookup: null });
});
