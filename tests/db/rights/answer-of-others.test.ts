import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeMember, makeProvider, makeSession, owner } from "@/tests/support/factories/account";
import { giveAccount, someAccount } from "@/tests/support/factories/bank-account";
import { fileRights } from "@/tests/support/factories/rights";
import { makeOfficial } from "@/tests/support/officials";
import { rightsDesk } from "@/tests/support/rights-desk";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

test("an account is needed while somebody works for the caja or a provider, and no longer", async () => {
  const works = (person: string) => firstValue<boolean>(owner`select still_works(${person})`);
  const [official, former] = [await makeOfficial("officer"), await makeOfficial("officer")];
  const provider = await makeProvider();
  const [member, removed] = [await makeMember(provider, "clerk"), await makeMember(provider, "clerk")];
  await owner`update person set disabled_at = now() where id = ${former.personId}`;
  await owner`update membership set removed_at = now() where person_id = ${removed.personId}`;
  const people = [official, former, member, removed].map(({ personId }) => personId);
  expect(await Promise.all(people.map(works))).toEqual([true, false, true, false]);
  expect(await works(randomUUID())).toBe(false);
});

test("an account that is emptied loses its own traces, and nobody else's go with it", async () => {
  const provider = await makeProvider();
  const [mine, other] = [await makeMember(provider, "clerk"), await makeMember(provider, "clerk")];
  for (const { personId } of [mine, other]) {
    await makeSession(personId);
    await owner`insert into email_change (id, person_id, old_hash, new_hash, expires_at)
      values (gen_random_uuid(), ${personId}, ${randomBytes(16)}, ${randomBytes(16)}, now())`;
    await owner`insert into order_form (person_id, answers) values (${personId}, 'x')`;
    await owner`insert into kept_file (id, person_id, provider_id, form, field, file_name, media_type, sealed)
      values (gen_random_uuid(), ${personId}, ${provider}, 'request:X', 'rut', 'x', 'application/pdf', 'x')`;
  }
  const invited = (email: string, changes: object) =>
    firstValue<string>(
      owner`insert into invitation ${owner({
        ...{ provider_id: provider, email, name: "x", role: "clerk", invited_by: other.personId, ...changes },
      })} returning id`,
    );
  const over = [
    await invited(mine.email.toUpperCase(), { accepted_at: new Date() }),
    await invited(mine.email, { cancelled_at: new Date() }),
  ];
  const kept = [await invited(mine.email, {}), await invited(other.email, { accepted_at: new Date() })];
  await owner`select empty_account(${mine.personId})`;
  const traces = async (person: string) => {
    const [row] = await owner`select (select count(*)::int from session where person_id = p.id) as sessions,
      (select count(*)::int from email_change where person_id = p.id) as changes,
      (select count(*)::int from order_form where person_id = p.id) as forms,
      (select count(*)::int from kept_file where person_id = p.id) as files from person p where p.id = ${person}`;
    return row;
  };
  expect(await traces(mine.personId)).toEqual({ sessions: 0, changes: 0, forms: 0, files: 0 });
  expect(await traces(other.personId)).toEqual({ sessions: 1, changes: 1, forms: 1, files: 1 });
  const emptied =
    await owner`select id from invitation where id in ${owner([...over, ...kept])} and name = ''`;
  expect(emptied.map(({ id }) => id).sort()).toEqual([...over].sort());
});

test("what is held has the account in use of the holder's own company, and no factor that ended", async () => {
  const [nit, email] = [`9${String(Date.now()).slice(-8)}`, `${randomUUID()}@prueba.example`];
  const [mine, other] = [await makeProvider({ nit }), await makeProvider()];
  await giveAccount(other, { ...someAccount, number: "10000001" });
  const account = async () => {
    const held = await firstValue<{ account: string | null }[]>(
      owner`select companies_of_holder(${owner.json({ nit })})`,
    );
    return held.map((company) => company.account);
  };
  expect(await account()).toEqual([null]);
  await giveAccount(mine, { ...someAccount, number: "10000002" });
  await giveAccount(mine, { ...someAccount, number: "10000003" });
  expect(await account()).toEqual(["0003"]);
  const { personId } = await makeMember(mine, "owner", email);
  const { personId: stranger } = await makeMember(other, "owner");
  const factor = (person: string, name: string, ended: Date | null) => owner`
    insert into factor (person_id, kind, name, credential_id, public_key, counter, confirmed_at, ended_at)
    values (${person}, 'passkey', ${name}, ${randomUUID()}, 'x', 0, now(), ${ended})`;
  await factor(personId, "En uso", null);
  await factor(personId, "Terminada", new Date());
  await factor(stranger, "Ajena", null);
  const held = await firstValue<{ factors: { name: string }[] }>(
    owner`select account_held(p) from person p where id = ${personId}`,
  );
  expect(held.factors.map(({ name }) => name)).toEqual(["En uso"]);
  const people = await owner`select id from people_of_holder(${owner.json({ email: email.toUpperCase() })})`;
  expect([...people]).toEqual([{ id: personId }]);
});

test("what is held is collected for one request whose asker was looked at, by who handles them", async () => {
  const [{ personId: officer }, { personId: auditor }] = [
    await makeOfficial("officer"),
    await makeOfficial("auditor"),
  ];
  const [mine, other] = [await fileRights(), await fileRights()];
  await owner`update rights_request set identity_at = now(), identity_by = ${officer} where number = ${other.number}`;
  const collect = async (actor: string, number: string) =>
    (await firstValue<object | null>(
      owner`select collect_held_data(${actor}, ${number}, gen_random_uuid(), '{}', 'x')`,
    )) !== null;
  expect([
    await collect(officer, mine.number),
    await collect(auditor, other.number),
    await collect(officer, "DP-X"),
  ]).toEqual([...[false, false, false]]);
  expect(await collect(officer, other.number)).toBe(true);
  const events = await owner`select r.number from rights_event e join rights_request r on r.id = e.request_id
    where e.kind = 'exported' and r.number in ${owner([mine.number, other.number])}`;
  expect([...events]).toEqual([{ number: other.number }]);
});

test("the file has all that somebody did, and beyond its bound the last ones and how many there are", async () => {
  const { personId, email } = await makeMember(await makeProvider(), "clerk");
  const act = (count: number) => owner`
    insert into audit_event (action, actor_id, subject_kind, subject_id, channel, detail)
    select 'lookup.made', ${personId}, 'lookup', n::text, 'web', '{}' from generate_series(1, ${count}) n`;
  await act(501);
  const desk = await rightsDesk();
  const { number } = await desk.fileSeen({ email });
  const [account] = (await desk.held(number)).accounts;
  expect([account?.acts.length, account?.actCount]).toEqual([501, 501]);
  await inRolledBack(async (sql) => {
    await sql`create or replace function rights_acts_shown() returns int language sql immutable as 'select 2'`;
    const [row] = await sql`select jsonb_array_length(h -> 'acts') as shown, h ->> 'actCount' as held,
        h -> 'acts' -> 0 ->> 'at' <= h -> 'acts' -> 1 ->> 'at' as is_sorted
      from person p, account_held(p) h where p.id = ${personId}`;
    expect(row).toEqual({ shown: 2, held: "501", is_sorted: true });
  });
});
