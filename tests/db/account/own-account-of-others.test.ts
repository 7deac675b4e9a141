import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { changeOwnPassword } from "@/domain/own-account/change-password";
import { changeOwnProfile, readOwnProfile } from "@/domain/own-account/profile";
import { listOwnSessions } from "@/domain/own-account/sessions";
import { tokenHash } from "@/lib/crypto/token";
import {
  addMembership,
  makeMember,
  makeProvider,
  makeSession,
  owner,
  PASSWORD,
} from "@/tests/support/factories/account";
import { factorSession, halfSession, notice } from "@/tests/support/factories/factor";
import { makeLinks } from "@/tests/support/factories/mail-links";
import { makeOfficial } from "@/tests/support/officials";

const member = async () => makeMember(await makeProvider(), "owner");
const open = (personId: string) => halfSession(personId, false);
const long = new Date("2026-01-01");

test("a person's list has no session that ended, is past its last day or was not used for its time", async () => {
  const { personId } = await member();
  const own = await open(personId);
  for (const change of [
    owner`revoked_at = now()`,
    owner`expires_at = now()`,
    owner`last_seen_at = now() - make_interval(secs => idle_seconds)`,
  ])
    await owner`update session set ${change} where token_hash = ${tokenHash(await open(personId))}`;
  expect((await listOwnSessions(own)).map(({ isOwn }) => isOwn)).toEqual([true]);
});

test("a session that waits for its second factor changes neither name nor password", async () => {
  const { personId } = await makeOfficial("officer");
  const half = await halfSession(personId);
  await owner`update person set password_hash = 'before' where id = ${personId}`;
  const args = { tokenHash: tokenHash(half), ip: "x" };
  const profile = { ...args, name: "Otro", sealed: {} };
  expect(await call(doorDatabase(), "change_own_profile", profile)).toBe("not_allowed");
  const password = { ...args, was: "before", passwordHash: "after", mails: [] };
  expect(await call(doorDatabase(), "change_own_password", password)).toBe("not_allowed");
});

test("what a new password is compared with names the companies of now alone, and the profile the change that waits", async () => {
  const { personId } = await member();
  const [past, other] = [await makeProvider(), await member()];
  await addMembership(personId, past, "clerk");
  await owner`update membership set removed_at = now() where provider_id = ${past}`;
  const token = await open(personId);
  const names = await call(doorDatabase(), "read_own_names", { tokenHash: tokenHash(token) });
  const [own] =
    await owner`select v.nit, v.legal_name from membership m join provider v on v.id = m.provider_id
    where m.person_id = ${personId} and m.removed_at is null`;
  expect(names).toMatchObject({ nits: [own?.nit], companies: [own?.legal_name] });

  const until = async () => (await readOwnProfile(token))?.emailChangeUntil ?? null;
  const asked = (person: string, changes: object) =>
    owner`insert into email_change ${owner({
      ...{
        id: randomUUID(),
        person_id: person,
        email_sealed: "x",
        old_hash: randomBytes(8),
        new_hash: randomBytes(8),
      },
      ...{ expires_at: new Date("2099-01-01"), ...changes },
    })}`;
  await asked(other.personId, {});
  await asked(personId, { ended_at: long });
  await asked(personId, { done_at: long });
  expect(await until()).toBeNull();
  await asked(personId, {});
  expect(await until()).toEqual(new Date("2099-01-01"));
  await owner`update email_change set expires_at = now() where person_id = ${personId}`;
  expect(await until()).toBeNull();
});

test("a name alone leaves no event of the mobile, and a mobile from before sealing does", async () => {
  const { personId } = await member();
  const token = await open(personId);
  const change = (name: string) => changeOwnProfile(token, { name, mobile: null }, { ip: "x" });
  await owner`update person set mobile = null, mobile_sealed = null, mobile_index = null where id = ${personId}`;
  const events = async () =>
    (
      await owner`select action from audit_event where actor_id = ${personId} and action like 'person.%' order by seq`
    ).map(({ action }) => action);
  await change("Otro Nombre");
  expect(await events()).toEqual(["person.renamed"]);
  await owner`update person set mobile = '+573001112233' where id = ${personId}`;
  await change("Otro Nombre");
  expect(await events()).toEqual(["person.renamed", "person.mobile_changed"]);
});

test("a new password ends one's own open links of passwords alone", async () => {
  const [mine, other] = [await member(), await member()];
  const ended = await makeLinks("password", mine.personId, other.personId);
  const token = await open(mine.personId);
  const typed = { password: PASSWORD, newPassword: "cuatro sillas verdes y un paraguas" };
  await changeOwnPassword(token, await factorSession(token), typed, notice, { ip: "x" });
  expect(await ended()).toEqual(["own"]);
});

test("what opens no page counts among a person's sessions at once neither as one too many nor as one to end", async () => {
  const { personId } = await makeOfficial("officer");
  const [bystander, silent] = [await member(), await makeSession(personId)];
  const theirs = await makeSession(bystander.personId);
  await owner`update session set last_seen_at = now() - interval '5 minutes' where token_hash = ${theirs}`;
  const closed = [
    silent,
    await makeSession(personId),
    await makeSession(personId),
    await makeSession(personId),
  ];
  const [idle, expired, revoked, paired] = closed.map((hash) => owner`token_hash = ${hash}`);
  await owner`update session set last_seen_at = now() - make_interval(secs => idle_seconds) where ${idle ?? false}`;
  await owner`update session set expires_at = now(), last_seen_at = now() - interval '1 minute' where ${expired ?? false}`;
  await owner`update session set revoked_at = ${long} where ${revoked ?? false}`;
  await owner`update session set device_id = gen_random_uuid() where ${paired ?? false}`;
  const [older, newer] = [await makeSession(personId), await makeSession(personId)];
  await owner`update session set last_seen_at = now() - interval '2 minutes' where token_hash = ${older}`;
  const isOpen = async (hash: Buffer) =>
    (await owner`select from session where token_hash = ${hash} and revoked_at is null`).length === 1;
  const keep = (hash: Buffer, most: number) =>
    call(doorDatabase(), "keep_session_limit", { tokenHash: hash, most });
  await keep(newer, 2);
  expect(await Promise.all([older, theirs, ...closed].map(isOpen))).toEqual([
    ...[true, true],
    ...[true, true, false, true],
  ]);
  // Nor does one that waits for its factor end any, or one that ended itself.
  await keep(tokenHash(await halfSession(personId)), 1);
  await keep(closed[2] ?? newer, 1);
  expect(await Promise.all([older, newer].map(isOpen))).toEqual([true, true]);
  await keep(newer, 1);
  expect(await Promise.all([older, newer, theirs].map(isOpen))).toEqual([false, true, true]);
});
