import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealPerson } from "@/domain/account/sealed-fields";
import { answerRightsRequest } from "@/domain/rights/answer";
import { noteRightsIdentity, viewRightsRequest } from "@/domain/rights/desk";
import { readHeldData } from "@/domain/rights/held-data";
import { readRightsFile, readRightsStatus } from "@/domain/rights/status";
import { writeHeldData } from "@/domain/rights/write-file";
import { seal } from "@/lib/crypto/seal";
import { esCO } from "@/messages/es-CO";
import { authorize, type Grant } from "@/model/access";
import { browser, makeMember, makeProvider, owner, someEmail } from "@/tests/support/factories/account";
import { fileProvenRights, fileRights, rightsRow, stepEmail } from "@/tests/support/factories/rights";
import { loggedEvents } from "@/tests/support/logged-events";
import { makeOrder, makeTill, someDigits } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { lookUpOutcome } from "@/tests/support/typed-look-up";

afterAll(() => owner.end());

const client = browser();
const words = {
  compose: stepEmail,
  write: (held: Parameters<typeof writeHeldData>[0], request: Parameters<typeof writeHeldData>[1]) =>
    writeHeldData(held, request, { words: esCO, language: "es-CO", portal: "Portal" }),
};
let grant: Grant<"rights.handle">;
beforeAll(async () => {
  grant = await grantOf("officer", "rights.handle");
});

/** A member of a provider with an ID number and a mobile, whose access may have ended. */
async function makePerson(idNumber: string, { left = false, email = someEmail() } = {}) {
  const provider = await makeProvider();
  const { personId } = await makeMember(provider, "clerk", email);
  const sealed = sealPerson(personId, { idNumber, mobile: "+573001234567" });
  await owner`update person set id_kind = 'CC', id_number_sealed = decode(${sealed.id_number ?? ""}, 'base64'),
    id_number_index = decode(${sealed.id_index ?? ""}, 'base64'), mobile_sealed = decode(${sealed.mobile ?? ""}, 'base64'),
    mobile_index = decode(${sealed.mobile_index ?? ""}, 'base64') where id = ${personId}`;
  await owner`insert into session (token_hash, person_id, idle_seconds, expires_at, ip, user_agent)
    values (sha256(${randomUUID()}::bytea), ${personId}, 60, now(), '10.9.8.7', 'Navegador de prueba')`;
  await owner`insert into order_form (person_id, answers) values (${personId}, ${seal("x", `order.form:${personId}`)})`;
  await owner`insert into factor (person_id, kind, name, credential_id, public_key, counter, transports, confirmed_at)
    values (${personId}, 'passkey', 'Llave azul', ${randomUUID()}, 'x', 0, '{}', now())`;
  await owner`insert into consent (person_id, policy_id, purposes, consented_at, ip, language)
    select ${personId}, min(id), '{account}', now(), '10.9.8.7', 'es-CO' from policy`;
  if (left) await owner`update membership set removed_at = now() where person_id = ${personId}`;
  return personId;
}

const see = (number: string, version: number) =>
  noteRightsIdentity(grant, { number, version, text: "Cédula vista en la oficina" }, client);
const answer = (number: string, version: number, also: { file?: "1"; forget?: "1" } = {}) =>
  answerRightsRequest(grant, { number, version, result: "partly", text: "Se hizo", ...also }, words, client);
const heldOn = async (number: string) => {
  const found = await viewRightsRequest(authorize(grant.actor, "rights.read"), number, client);
  if (!found?.content) throw new Error("no request");
  return readHeldData(grant, { ...found, content: found.content }, client);
};

test("nothing leaves and nothing is forgotten before somebody wrote down whose identity was seen", async () => {
  const { number } = await fileProvenRights({ kind: "erase" });
  await expect(heldOn(number)).rejects.toThrow("rights_unproven");
  await expect(answer(number, 1, { file: "1" })).rejects.toThrow("rights_unproven");
  await expect(answer(number, 1, { forget: "1" })).rejects.toThrow("rights_unproven");
  expect(await rightsRow(number)).toMatchObject({ state: "open", version: 1 });
  expect((await loggedEvents(number)).map(([action]) => action)).not.toContain("rights.exported");
});

test("the file has all that is held on an affiliate and a member, opened, and nothing of anybody else", async () => {
  const idNumber = someDigits(10);
  const order = await makeOrder({ idNumber });
  const stranger = await makeOrder();
  const till = await makeTill();
  expect(await lookUpOutcome(till, order)).toBe("current");
  await lookUpOutcome(till, stranger);
  await makePerson(idNumber);
  const { number, code } = await fileProvenRights({ idNumber });
  await see(number, 1);
  await answer(number, 2, { file: "1" });
  const text = (await readRightsFile(code, client))?.content.toString() ?? "";
  for (const held of [idNumber, order.number, "María Pérez", "3001234567", "10.9.8.7", "Llave azul", number])
    expect(text).toContain(held);
  for (const other of [stranger.number, stranger.idNumber]) expect(text).not.toContain(other);
  expect(text).not.toMatch(/<script|https?:\/\//);
  expect((await loggedEvents(number)).map(([action]) => action)).toEqual(
    expect.arrayContaining(["rights.exported", "rights.answered", "rights.file_fetched"]),
  );
  const status = await readRightsStatus(code);
  expect(status).toMatchObject({ state: "answered", result: "partly", hasFile: true });
  expect(status?.words.at(-1)).toMatchObject({ kind: "answered", text: "Se hizo" });
  expect(JSON.stringify(status?.words)).not.toContain("Cédula vista en la oficina");
});

test("whoever trades in their own name reads what is held on their shop and its convenio, and nobody else does", async () => {
  const nit = `9${someDigits(8)}`;
  const provider = await makeProvider({ nit });
  await owner`update provider set address = 'Carrera 9 # 99-77', phone = '+576059998877' where id = ${provider}`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, email, starts_on, ends_on)
    values (${`C-${nit}`}, ${nit}, 0, 'Ana Prueba', ${`${nit}@prueba.example`}, current_date - 9, current_date + 9)`;
  const companies = async (idNumber: string) => {
    const { number } = await fileProvenRights({ idNumber });
    await see(number, 1);
    return (await heldOn(number)).companies;
  };
  const own = await companies(nit);
  expect(own.map(({ name }) => name).sort()).toEqual(["Ana Prueba", "Prueba S.A.S."]);
  expect(own).toContainEqual(
    expect.objectContaining({ address: "Carrera 9 # 99-77", phone: "+576059998877" }),
  );
  expect(own).toContainEqual(expect.objectContaining({ email: `${nit}@prueba.example` }));
  expect(await companies(someDigits(10))).toEqual([]);
});

test("a mailbox finds an account without an ID number once it is proven and never for a representative", async () => {
  const email = someEmail();
  await makeMember(await makeProvider(), "clerk", email);
  const emails = async (number: string) => {
    await see(number, 1);
    return (await heldOn(number)).accounts.map((account) => account.email);
  };
  const unproven = await fileRights({ email });
  const proven = await fileProvenRights({ email });
  const other = { holderName: "Luis", proof: "Poder" };
  const represented = await fileProvenRights({ email, asker: "representative", ...other });
  expect(await emails(unproven.number)).toEqual([]);
  expect(await emails(proven.number)).toEqual([email]);
  expect(await emails(represented.number)).toEqual([]);
});

test("forgetting empties what was typed and the account that works nowhere, and keeps what the law says", async () => {
  const idNumber = someDigits(10);
  const order = await makeOrder({ idNumber });
  const till = await makeTill();
  await lookUpOutcome(till, order);
  const gone = await makePerson(idNumber, { left: true });
  const working = await makePerson(idNumber);
  const { number } = await fileProvenRights({ kind: "erase", idNumber });
  await see(number, 1);
  const view = () => viewRightsRequest(authorize(grant.actor, "rights.read"), number, client);
  expect(await view()).toMatchObject({ hasForgotten: false });
  await answer(number, 2, { file: "1", forget: "1" });
  expect(await view()).toMatchObject({ hasForgotten: true });

  const typed =
    await owner`select 1 from lookup where order_id = ${order.id} and (id_sealed is not null or id_index is not null)`;
  expect(typed).toHaveLength(0);
  const [person] =
    await owner`select email, name, id_kind, id_number_sealed, id_number_index, mobile_sealed, mobile_index,
    password_hash from person where id = ${gone}`;
  expect(person).toEqual({
    email: `${gone}@olvidada.invalid`,
    name: "Persona de prueba",
    ...{
      id_kind: null,
      id_number_sealed: null,
      id_number_index: null,
      mobile_sealed: null,
      mobile_index: null,
    },
    password_hash: null,
  });
  const left = await owner<
    { sessions: number; forms: number; keys: number; name: string; revoked: boolean; ip: string }[]
  >`
    select (select count(*)::int from session where person_id = ${gone}) as sessions,
      (select count(*)::int from order_form where person_id = ${gone}) as forms,
      (select count(*)::int from factor where person_id = ${gone} and public_key is not null) as keys,
      (select name from factor where person_id = ${gone}) as name,
      (select revoked_at is not null from consent where person_id = ${gone}) as revoked,
      (select ip from consent where person_id = ${gone}) as ip`;
  expect(left[0]).toEqual({ sessions: 0, forms: 0, keys: 0, name: "", revoked: true, ip: "10.9.8.7" });

  const [kept] = await owner`select mobile_sealed is not null as mobile, password_hash is not null as password
    from person where id = ${working}`;
  expect(kept).toEqual({ mobile: true, password: true });
  const [stays] =
    await owner`select affiliate_id_sealed is not null as sealed from "order" where id = ${order.id}`;
  expect(stays).toEqual({ sealed: true });
  const [event] =
    await owner`select detail from audit_event where subject_id = ${number} and action = 'rights.forgotten'`;
  expect(event?.detail).toEqual({ typed: 1, accounts: 1, invitations: 0 });
});

test("an answer is given once, on the version that was shown, and not while something is missing", async () => {
  const { number } = await fileProvenRights();
  await expect(answer(number, 7)).rejects.toThrow("rights_changed");
  const both = await Promise.allSettled([answer(number, 1), answer(number, 1)]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(answer(number, 2)).rejects.toThrow("rights_closed");
});
