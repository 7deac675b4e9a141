import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { listRightsAccounts, nameRightsAccount } from "@/domain/rights/accounts";
import { requireRightsRequest } from "@/domain/rights/desk";
import {
  keepNumbers,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  someEmail,
} from "@/tests/support/factories/account";
import { fileProvenRights, rightsRow } from "@/tests/support/factories/rights";
import { someDigits } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { rightsDesk } from "@/tests/support/rights-desk";

afterAll(() => owner.end());

const desk = await rightsDesk();
const policy = await makePolicy();
const mobile = "+573001234567";

/** A clerk who came by an invitation: no ID number. The name is nobody else's. */
async function makeClerk() {
  const { personId, email } = await makeMember(await makeProvider(), "clerk");
  const name = `Ana ${randomUUID().replaceAll("-", "")}`;
  await owner`update person set name = ${name} where id = ${personId}`;
  await owner`insert into consent (person_id, policy_id, purposes, consented_at, language)
    values (${personId}, ${policy}, '{account}', now(), 'es-CO')`;
  return { personId, email, name };
}

const name = async (number: string, person: string, theirs: "yes" | "no" = "yes") =>
  nameRightsAccount(
    desk.grant,
    { number, version: (await rightsRow(number)).version, person, theirs },
    desk.client,
  );
const search = async (number: string, typed: string) => {
  const request = await requireRightsRequest(desk.grant, number, desk.client);
  return listRightsAccounts(desk.grant, request, typed, desk.client);
};
const find = async (number: string, typed: string) =>
  (await search(number, typed)).accounts.map(({ id, isNamed, isFound, mayName, companies, cajaRole }) => ({
    ...{ id, isNamed, isFound, mayName, companies, cajaRole },
  }));
const idsHeld = async (number: string) => (await desk.held(number)).accounts.map(({ id }) => id);

test("an account that nothing finds is found by its name or e-mail, named, and is in the file", async () => {
  const [ana, other] = [await makeClerk(), await makeClerk()];
  const { number } = await desk.fileSeen();
  expect(await idsHeld(number)).toEqual([]);
  expect(await find(number, "")).toEqual([]);
  const found = { id: ana.personId, isNamed: false, isFound: false, mayName: true, cajaRole: null };
  for (const typed of [ana.name.toUpperCase(), ana.email])
    expect(await find(number, typed)).toEqual([{ ...found, companies: "Prueba S.A.S." }]);
  await name(number, ana.personId);
  expect(await find(number, other.email)).toEqual([
    { ...found, isNamed: true, companies: "Prueba S.A.S." },
    expect.objectContaining({ id: other.personId, isNamed: false }),
  ]);
  expect(await idsHeld(number)).toEqual([ana.personId]);
  const [event] = await owner`select actor_id, detail from audit_event
    where subject_id = ${number} and action = 'rights.account_named'`;
  expect(event).toEqual({ actor_id: desk.grant.actor.personId, detail: { person: ana.personId } });
  await expect(name(number, ana.personId)).rejects.toThrow("rights_changed");
  await name(number, ana.personId, "no");
  expect(await idsHeld(number)).toEqual([]);
  await expect(name(number, ana.personId, "no")).rejects.toThrow("rights_changed");
  await expect(name(number, randomUUID())).rejects.toThrow("rights_changed");
});

test("somebody of the caja and who gave the mailbox up are found by their name", async () => {
  const { number } = await desk.fileSeen();
  const official = await makeOfficial("auditor");
  const former = await makeClerk();
  await owner`update person set email = id || '@anterior.invalid' where id = ${former.personId}`;
  expect(await find(number, official.name)).toEqual([
    expect.objectContaining({ id: official.personId, cajaRole: "auditor", companies: null }),
  ]);
  expect(await find(number, former.name)).toEqual([expect.objectContaining({ id: former.personId })]);
  expect(await find(number, `${former.personId}@anterior.invalid`)).toEqual([]);
  for (const { personId } of [official, former]) await name(number, personId);
  expect((await idsHeld(number)).sort()).toEqual([official.personId, former.personId].sort());
});

test("a search stands in the log with how much came out, never with what was typed, and says when there is more", async () => {
  const word = `Eva${randomUUID().replaceAll("-", "")}`;
  const { number } = await desk.fileSeen();
  const { personId } = await makeClerk();
  await owner`update person set name = ${word} where id = ${personId}`;
  expect(await search(number, word)).toMatchObject({ accounts: [{ id: personId }], isMore: false });
  await owner`insert into person (id, email, name)
    select gen_random_uuid(), gen_random_uuid() || '@prueba.example', ${word} from generate_series(1, 20)`;
  const { accounts, isMore } = await search(number, word);
  expect([accounts.length, isMore]).toEqual([20, true]);
  await search(number, "");
  const events = await owner`select actor_id, detail, subject_kind from audit_event
    where subject_id = ${number} and action = 'rights.accounts_searched' order by seq`;
  const event = { actor_id: desk.grant.actor.personId, subject_kind: "rights" };
  expect([...events]).toEqual([
    { ...event, detail: { found: 1 } },
    { ...event, detail: { found: 21 } },
  ]);
});

test("no account is named before the identity was seen, nor one with somebody else's ID number", async () => {
  const [idNumber, ana] = [someDigits(10), await makeClerk()];
  const unseen = await fileProvenRights({ idNumber });
  await expect(name(unseen.number, ana.personId)).rejects.toThrow("rights_unproven");
  expect(await find(unseen.number, ana.email)).toEqual([]);
  await desk.see(unseen.number);
  await keepNumbers(ana.personId, { idNumber: someDigits(10), mobile });
  expect(await find(unseen.number, ana.email)).toMatchObject([{ mayName: false, isFound: false }]);
  await expect(name(unseen.number, ana.personId)).rejects.toThrow("rights_other_number");
  expect(await idsHeld(unseen.number)).toEqual([]);
  // Theirs, written down under another kind of document: left out until somebody names it.
  await keepNumbers(ana.personId, { idKind: "PPT", idNumber, mobile });
  expect(await find(unseen.number, ana.email)).toMatchObject([{ mayName: true, isFound: false }]);
  expect(await desk.leftOut(unseen.number)).toMatchObject({ accounts: 1 });
  await name(unseen.number, ana.personId);
  expect(await desk.leftOut(unseen.number)).toMatchObject({ accounts: 0 });
  expect(await idsHeld(unseen.number)).toEqual([ana.personId]);
  // Somebody else's number was written down since it was named.
  await keepNumbers(ana.personId, { idNumber: someDigits(10), mobile });
  expect(await idsHeld(unseen.number)).toEqual([]);
  expect(await find(unseen.number, "")).toMatchObject([{ isNamed: true, mayName: false }]);
  await keepNumbers(ana.personId, { idNumber, mobile });
  await name(unseen.number, ana.personId, "no");
  expect(await find(unseen.number, ana.email)).toMatchObject([{ isFound: true }]);
});

test("a named account is withdrawn and forgotten with its request, and with no other", async () => {
  const [ana, eva] = [await makeClerk(), await makeClerk()];
  const standing = async () =>
    (
      await owner<{ id: string }[]>`select person_id as id from consent
        where revoked_at is null and person_id in ${owner([ana.personId, eva.personId])}`
    ).map(({ id }) => id);
  const email = someEmail();
  const { number } = await desk.fileSeen({ kind: "revoke", email });
  await expect(desk.withdraw(number)).rejects.toThrow("rights_no_consent");
  await name(number, ana.personId);
  await desk.withdraw(number);
  expect(await standing()).toEqual([eva.personId]);
  await owner`update membership set removed_at = now() where person_id in ${owner([ana.personId, eva.personId])}`;
  const other = await desk.fileSeen({ kind: "erase", email });
  await desk.answer(other.number, { forget: "1" });
  const emails = async () =>
    (
      await owner<{ email: string }[]>`select email from person
        where id in ${owner([ana.personId, eva.personId])} order by email = ${eva.email}`
    ).map((row) => row.email);
  expect(await emails()).toEqual([ana.email, eva.email]);
  await desk.answer(number, { forget: "1" });
  expect(await emails()).toEqual([`${ana.personId}@olvidada.invalid`, eva.email]);
});
