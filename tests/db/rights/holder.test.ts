import { afterAll, expect, test } from "vitest";
import {
  addMembership,
  keepNumbers,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  someEmail,
} from "@/tests/support/factories/account";
import { makeOrder, makeTill, someDigits } from "@/tests/support/look-up-orders";
import { rightsDesk } from "@/tests/support/rights-desk";
import { lookUpOutcome } from "@/tests/support/typed-look-up";

afterAll(() => owner.end());

const mobile = "+573001234567";
const desk = await rightsDesk();
const policy = await makePolicy();

/** Somebody who left a company, with an authorisation of theirs; their ID number is given where they have one. */
async function makeFormer(email: string, idNumber?: string) {
  const provider = await makeProvider();
  const { personId } = await makeMember(provider, "owner", email);
  if (idNumber) await keepNumbers(personId, { idNumber, mobile });
  await owner`insert into consent (person_id, policy_id, purposes, consented_at, language)
    values (${personId}, ${policy}, '{account}', now(), 'es-CO')`;
  await owner`insert into invitation (provider_id, email, name, role, invited_by, accepted_at)
    values (${provider}, ${email.toUpperCase()}, 'Beto Prueba', 'clerk', ${personId}, now())`;
  await owner`update membership set removed_at = now() where person_id = ${personId}`;
  return personId;
}

const stateOf = async (personId: string) => {
  const [row] = await owner<{ email: string; consents: number; invitations: number }[]>`
    select p.email, (select count(*)::int from consent c where c.person_id = p.id and c.revoked_at is null) as consents,
      (select count(*)::int from invitation i where i.invited_by = p.id and i.name <> '') as invitations
    from person p where p.id = ${personId}`;
  return row;
};

test("a mailbox takes no account that has another person's ID number, sealed or plain, to file, forget or revoke", async () => {
  for (const isPlain of [false, true]) {
    const [email, idNumber] = [someEmail(), someDigits(10)];
    const beto = await makeFormer(email, idNumber);
    if (isPlain)
      await owner`update person set id_number = ${idNumber}, id_number_sealed = null, id_number_index = null
        where id = ${beto}`;
    const before = await stateOf(beto);
    expect(before).toMatchObject({ consents: 1, invitations: 1 });
    const asked = await desk.fileSeen({ kind: "revoke", email: email.toUpperCase() });
    expect(await desk.held(asked.number)).toMatchObject({ accounts: [], invitations: [] });
    await expect(desk.withdraw(asked.number)).rejects.toThrow("rights_no_consent");
    await desk.answer(asked.number, { forget: "1" });
    expect(await stateOf(beto)).toEqual(before);
    // Their own request, from the same mailbox or another, finds it.
    for (const own of [await desk.fileSeen({ email, idNumber }), await desk.fileSeen({ idNumber })])
      expect((await desk.held(own.number)).accounts.map(({ id }) => id)).toEqual([beto]);
  }
});

test("a mailbox finds the account without an ID number, whatever became of its companies", async () => {
  const email = someEmail();
  const former = await makeFormer(email);
  await addMembership(former, await makeProvider(), "clerk");
  const { number } = await desk.fileSeen({ email });
  const { accounts, invitations } = await desk.held(number);
  expect([accounts.map(({ id }) => id), invitations.length]).toEqual([[former], 1]);
});

test("another kind of document is another person: what has its number is counted, and neither told nor forgotten", async () => {
  const number = someDigits(10);
  const till = await makeTill();
  const withKind = async (idKind: string) => {
    const order = await makeOrder({ idNumber: number, idKind });
    const person = await makeFormer(someEmail());
    await keepNumbers(person, { idKind, idNumber: number, mobile });
    return { order, person };
  };
  const own = await withKind("PPT");
  const grown = [await withKind("TI"), await withKind("CC")];
  await makeProvider({ nit: number });
  await lookUpOutcome(till, own.order);
  await lookUpOutcome(till, grown[0]?.order ?? own.order);
  const idsOf = async (idKind: "PPT" | "RC", kind: "consult" | "erase" = "consult") => {
    const asked = await desk.fileSeen({ idKind, idNumber: number, kind });
    const held = await desk.held(asked.number);
    return {
      number: asked.number,
      accounts: held.accounts.map(({ id }) => id).sort(),
      orders: held.orders.map(({ id }) => id).sort(),
      typed: held.typed.map(({ number: typed }) => typed),
      companies: held.companies.length,
      requests: held.requests.length,
      leftOut: await desk.leftOut(asked.number),
    };
  };
  const foreigner = await idsOf("PPT");
  expect(foreigner).toMatchObject({
    ...{
      accounts: [own.person],
      orders: [own.order.id],
      typed: [own.order.number],
      companies: 0,
      requests: 1,
    },
    leftOut: { accounts: 2, orders: 2, companies: 1, requests: 0 },
  });
  expect(await idsOf("RC")).toMatchObject({
    accounts: grown.map(({ person }) => person).sort(),
    orders: grown.map(({ order }) => order.id).sort(),
    ...{ typed: [grown[0]?.order.number], companies: 1, requests: 1 },
    leftOut: { accounts: 1, orders: 1, companies: 0, requests: 1 },
  });
  const erase = await idsOf("PPT", "erase");
  await desk.answer(erase.number, { forget: "1" });
  for (const { person } of grown) expect((await stateOf(person))?.email).not.toContain("@olvidada.invalid");
  expect((await stateOf(own.person))?.email).toBe(`${own.person}@olvidada.invalid`);
  const typed = await owner<{ id: string }[]>`select order_id as id from lookup
    where id_index is not null and order_id in ${owner([own, ...grown].map(({ order }) => order.id))}`;
  expect(typed.map(({ id }) => id)).toEqual([grown[0]?.order.id]);
});

test("a row that says no kind of document is the holder's by its number, also a request of before", async () => {
  const idNumber = someDigits(10);
  const person = await makeFormer(someEmail());
  await keepNumbers(person, { idKind: null, idNumber, mobile });
  const before = await desk.fileSeen({ idNumber });
  await owner`update rights_request set id_kind = null where number = ${before.number}`;
  const { number } = await desk.fileSeen({ idNumber, idKind: "PPT" });
  const held = await desk.held(number);
  expect([held.accounts.length, held.requests.length]).toEqual([1, 2]);
  expect(await desk.leftOut(number)).toEqual({ accounts: 0, orders: 0, companies: 0, requests: 0 });
});
