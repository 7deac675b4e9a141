import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readProviderFile } from "@/domain/provider/file";
import { readProviders } from "@/domain/provider/standing";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeOrders } from "@/tests/support/listed-orders";
import { makeOrder, makeTill } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";

test("a provider's file says what is left on the orders in force that it alone may take, and when each person came last", async () => {
  const till = await makeTill();
  const { id, nit: own } = till.actor.provider;
  const silent = await makeMember(id, "owner");
  await owner`insert into audit_event (at, action, actor_id, subject_kind, subject_id, channel, detail)
    values ('2026-02-03T15:00:00Z', 'session.opened', ${till.actor.personId}, 'person', ${till.actor.personId}, 'web', '{}')`;
  const { nit, orders } = await makeOrders(4);
  const [first, second] = orders;
  await owner`update "order" set issued_on = bogota_today() - 9, valid_until = bogota_today() - 1
    where id = ${first?.id ?? ""}`;
  await owner`update "order" set state = 'annulled' where id = ${second?.id ?? ""}`;
  await owner`update "order" set provider_nit = ${own} where provider_nit = ${nit}`;
  await makeOrder({ providerNit: own, issuedIn: 3 });
  const file = await readProviderFile(await grantOf("officer", "provider.read"), id);
  // The third and the fourth order are worth 3.000 and 4.000 pesos.
  expect(file?.bound).toEqual({ orders: 2, amount: 7_000 });
  const seen = (person: string) => file?.team.find(({ email }) => email === person)?.lastSeenAt ?? null;
  const emails = await owner<{ id: string; email: string }[]>`
    select id, email from person where id in (${till.actor.personId}, ${silent.personId})`;
  const emailOf = (person: string) => emails.find((row) => row.id === person)?.email ?? "";
  expect(seen(emailOf(till.actor.personId))).toBeInstanceOf(Date);
  expect(seen(emailOf(silent.personId))).toBeNull();
});

test("the list of providers is in the order of the alphabet, with and without accents", async () => {
  const word = `zz${randomUUID().replace(/\W|\d/g, "q")}`;
  const names = ["Óptica", "Papelería", "almacén", "Ñandú", "Zapatos"].map((name) => `${name} ${word}`);
  for (const name of names)
    await owner`update provider set legal_name = ${name} where id = ${await makeProvider()}`;
  const { rows } = await readProviders(await grantOf("officer", "provider.read"), word, 1);
  const sorted = names.toSorted((one, other) => one.localeCompare(other, "es", { sensitivity: "base" }));
  expect(rows.map(({ legalName }) => legalName)).toEqual(sorted);
});
