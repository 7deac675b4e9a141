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
import { someDigits } from "@/tests/support/look-up-orders";
import { rightsDesk } from "@/tests/support/rights-desk";

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
