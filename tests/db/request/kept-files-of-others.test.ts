import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addMembership, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { closeApplications, makeApplication } from "@/tests/support/factories/application";
import { makeApplicant, makeRequest } from "@/tests/support/factories/request";
import { firstValue } from "@/tests/support/rolled-back";

type Kept = { person: string; provider: string; form: string; field: string };
const keep = ({ person, provider, form, field }: Kept, changes: object = {}) =>
  firstValue<string>(
    owner`insert into kept_file ${owner({
      ...{ id: randomUUID(), person_id: person, provider_id: provider, form, field, file_name: field },
      ...{ media_type: "application/pdf", sealed: "x", ...changes },
    })} returning id`,
  );

test("kept files are listed, read and dropped by person, provider, form and field, for a day", async () => {
  const [provider, elsewhere] = [await makeProvider(), await makeProvider()];
  const [mine, other] = [await makeMember(provider, "owner"), await makeMember(provider, "owner")];
  await addMembership(mine.personId, elsewhere, "owner");
  const own = { person: mine.personId, provider, form: "request:X", field: "rut" };
  const ids = {
    own: await keep(own),
    field: await keep({ ...own, field: "camara" }),
    form: await keep({ ...own, form: "request:Y" }),
    company: await keep({ ...own, provider: elsewhere }),
    person: await keep({ ...own, person: other.personId }),
    old: await keep({ ...own, field: "cedula" }, { kept_at: new Date(Date.now() - 25 * 60 * 60 * 1000) }),
  };
  const list = async (person = own.person, at = provider) =>
    (await owner`select field from list_kept_files(${person}, ${at}, 'request:X') order by 1`).map(
      ({ field }) => field,
    );
  expect([await list(), await list(own.person, elsewhere), await list(other.personId)]).toEqual([
    ...[["camara", "rut"], ["rut"], ["rut"]],
  ]);
  const read = async (field: string, person = own.person) =>
    (await owner`select id from read_kept_file(${person}, ${provider}, 'request:X', ${field})`).map(
      ({ id }) => id,
    );
  expect([await read("rut"), await read("cedula"), await read("rut", other.personId)]).toEqual([
    ...[[ids.own], [], [ids.person]],
  ]);
  const stranger = await makeMember(await makeProvider(), "owner");
  await owner`select drop_kept_files(${stranger.personId}, ${provider}, 'request:X')`;
  await owner`update membership set role = 'viewer' where person_id = ${other.personId}`;
  expect([await list(other.personId), await read("rut", other.personId)]).toEqual([[], []]);
  await owner`select drop_kept_files(${other.personId}, ${provider}, 'request:X')`;
  await owner`select drop_kept_files(${own.person}, ${provider}, 'request:X')`;
  const left = await owner`select id from kept_file where id in ${owner(Object.values(ids))}`;
  expect(left.map(({ id }) => id).sort()).toEqual([ids.form, ids.company, ids.person].sort());
});

test("a form asks for the documents of its own application alone, and a report of one's own look-up for a photo", async () => {
  const [code, second] = [await makeApplication({ documents: ["rut", "chamber"] }), await makeApplication()];
  const asks = (provider: string, form: string, field: string) =>
    firstValue<boolean>(owner`select asks_for_file(${provider}, ${form}, ${field})`);
  const [actor, other] = [await makeApplicant(), await makeApplicant()];
  const { provider } = actor;
  const answers = async (form: string, at = provider.id) =>
    Promise.all(["rut", "camara", "cedula", "photo"].map((field) => asks(at, form, field)));
  expect(await answers(`request:${code}`)).toEqual([true, true, false, false]);
  expect(await answers(`request:${second}`)).toEqual([true, false, false, false]);
  await owner`update application_document set active = false where application_code = ${code} and kind = 'rut'`;
  expect(await answers(`request:${code}`)).toEqual([false, true, false, false]);
  const id = await makeRequest(actor);
  const number = await firstValue<string>(owner`select filing_number from request where id = ${id}`);
  expect((await answers(`correction:${number}`)).slice(0, 2)).toEqual([true, true]);
  expect(await answers(`correction:${number}`, other.provider.id)).toEqual([false, false, false, false]);
  const lookup = randomUUID();
  await owner`insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome)
    values (${lookup}, ${actor.personId}, ${provider.id}, 'typed', 'AS', 'x', 'not_found')`;
  expect(await answers(`report:${lookup}`)).toEqual([false, false, false, true]);
  expect(await answers(`report:${lookup}`, other.provider.id)).toEqual([false, false, false, false]);
  expect(await asks(provider.id, `report:${randomUUID()}`, "photo")).toBe(false);
  await closeApplications([code, second]);
});
