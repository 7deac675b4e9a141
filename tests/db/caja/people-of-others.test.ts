import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { makeMember, makeProvider, makeSession, owner, someEmail } from "@/tests/support/factories/account";
import { makeLinks } from "@/tests/support/factories/mail-links";
import { lockedRows } from "@/tests/support/locked-rows";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue } from "@/tests/support/rolled-back";
import { whileOpen } from "@/tests/support/while-open";

const listed = async (actor: string) => call(cajaDatabase(), "list_caja_people", { actor });
const rowOf = async (actor: string, person: string) =>
  (await listed(actor)).find(({ personId }) => personId === person);
const resend = (actor: string, person: string) =>
  firstValue<string>(owner`select outcome from resend_official_invitation(${actor}, ${person},
    ${Buffer.from(randomUUID())}, 3600, ${randomUUID()}, ${randomUUID()}, 'x', '[]', 'x')`);

test("the list has people of the caja alone, who left last and who was forgotten not at all", async () => {
  const { personId: actor } = await makeOfficial("administrator");
  const [first, gone, forgotten] = [
    await makeOfficial("officer"),
    await makeOfficial("officer"),
    await makeOfficial("officer"),
  ];
  const member = await makeMember(await makeProvider(), "owner");
  await owner`update person set name = 'Aaa antes de todos', disabled_at = now() where id = ${gone.personId}`;
  await owner`update person set name = '' where id = ${forgotten.personId}`;
  const ids = (await listed(actor)).map(({ personId }) => personId);
  expect(ids).not.toContain(member.personId);
  expect(ids).not.toContain(forgotten.personId);
  expect(ids.indexOf(gone.personId)).toBeGreaterThan(ids.indexOf(first.personId));
});

test("each is listed with their own last entry, open sessions and wrong codes", async () => {
  const { personId: actor } = await makeOfficial("administrator");
  const [mine, other] = [await makeOfficial("officer"), await makeOfficial("officer")];
  for (const { personId } of [mine, mine, other]) await makeSession(personId);
  const changes = [
    owner`factor_at = null`,
    owner`revoked_at = now()`,
    owner`expires_at = now()`,
    owner`last_seen_at = now() - make_interval(secs => idle_seconds)`,
  ];
  for (const change of changes)
    await owner`update session set ${change} where token_hash = ${await makeSession(mine.personId)}`;
  const entry = (person: string, action: string) => owner`
    select audit_append(p_action => ${action}, p_actor => ${person}, p_subject_kind => 'session', p_subject_id => 'x')`;
  await entry(mine.personId, "session.proven");
  expect(await rowOf(actor, mine.personId)).toMatchObject({ sessions: 2, lastEnteredAt: null });
  await entry(mine.personId, "session.opened");
  await entry(mine.personId, "session.proven");
  await entry(other.personId, "session.opened");
  const at = await firstValue<Date>(owner`select at from audit_event
    where actor_id = ${mine.personId} and action = 'session.opened'`);
  expect((await rowOf(actor, mine.personId))?.lastEnteredAt).toEqual(at);
  for (const [misses, codeClosed] of [
    [4, false],
    [5, true],
  ] as const) {
    await owner`update person set entry_code_misses = ${misses} where id = ${mine.personId}`;
    expect(await rowOf(actor, mine.personId)).toMatchObject({ codeClosed });
  }
});

test("an invitation is sent again to who may still choose a password, and wrong codes are counted anew", async () => {
  const { personId: actor } = await makeOfficial("administrator");
  const [official, ended] = [await makeOfficial("officer"), await makeOfficial("officer")];
  const member = await makeMember(await makeProvider(), "owner");
  await owner`update person set password_hash = null
    where id in ${owner([official, ended, member].map(({ personId }) => personId))}`;
  await owner`update person set disabled_at = now() where id = ${ended.personId}`;
  await owner`update person set entry_code_misses = 3 where id = ${official.personId}`;
  for (const { personId } of [ended, member]) expect(await resend(actor, personId)).toBe("changed");
  expect(await resend(actor, randomUUID())).toBe("changed");
  expect(await resend(actor, official.personId)).toBe("done");
  const misses = owner`select entry_code_misses from person where id = ${official.personId}`;
  expect(await firstValue<number>(misses)).toBe(0);
});

test("after one invitation too many the next one waits, and nobody is invited", async () => {
  const { personId: actor } = await makeOfficial("administrator");
  const email = someEmail();
  const spent = [{ scope: "official.invite", key: randomUUID(), limit: 1, seconds: 3600 }];
  const invite = (to: string) =>
    firstValue<string>(owner`select outcome from invite_official(${actor}, ${to}, 'Diana', 'officer',
      ${Buffer.from(randomUUID())}, 3600, ${randomUUID()}, ${randomUUID()}, 'x', ${owner.json(spent)}, 'x')`);
  expect(await invite(someEmail())).toBe("done");
  expect(await invite(email)).toBe("waiting");
  expect(await owner`select from person where email = ${email}`).toHaveLength(0);
});

test("an e-mail that registers at the same moment is not invited", async () => {
  const { personId: actor } = await makeOfficial("administrator");
  const email = someEmail();
  const outcome = await whileOpen(
    (sql) => sql`insert into person (email, name) values (${email}, 'Otra')`,
    (sql) =>
      firstValue<string>(sql`select outcome from invite_official(${actor}, ${email}, 'Diana', 'officer',
        ${Buffer.from(randomUUID())}, 3600, ${randomUUID()}, ${randomUUID()}, 'x', '[]', 'x')`),
  );
  expect(outcome).toBe("email_taken");
});

test("who left is changed by nobody, and with them end their own open links of passwords alone", async () => {
  const { personId: actor } = await makeOfficial("administrator");
  const [gone, other] = [await makeOfficial("officer"), await makeOfficial("officer")];
  const ended = await makeLinks("password", gone.personId, other.personId);
  await owner`select end_official_access(${actor}, ${gone.personId}, 'left', 'x')`;
  expect(await ended()).toEqual(["own"]);
  const change = (person: string) =>
    firstValue<string>(owner`select change_official(${actor}, ${person}, 'Otro', 'auditor', 'officer', 'x')`);
  expect(await change(gone.personId)).toBe("changed");
  expect(await change(other.personId)).toBe("done");
});

test("who decides on people keeps those who may too from deciding meanwhile, and nobody else", async () => {
  const people = [
    await makeOfficial("administrator"),
    await makeOfficial("administrator"),
    await makeOfficial("administrator"),
    await makeOfficial("officer"),
  ].map(({ personId }) => personId);
  const [actor = "", other = "", gone = ""] = people;
  await owner`update person set disabled_at = now() where id = ${gone}`;
  const locked = await lockedRows((sql) => sql`select lock_caja_people(${actor})`, "person", people);
  expect(locked).toEqual([actor, other]);
});
