import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findSessionActor } from "@/db/queries/session";
import { openSessionFor, type WorkPlace } from "@/domain/account/sign-in";
import { switchProvider } from "@/domain/account/switch-provider";
import { removeMember } from "@/domain/team/remove-member";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { type ProviderRole, permissionsOfRoles } from "@/model/access";
import {
  addMembership,
  browser,
  makeMember,
  makePasswordLink,
  makeProvider,
  owner,
  someEmail,
  someNit,
  teamGrant,
} from "@/tests/support/factories/account";
import { makeNamedCounter } from "@/tests/support/use-in-database";

/** Somebody who owns one provider and only looks up for another one, which they joined later. */
async function accountant() {
  const [first, second] = [await makeProvider(), await makeProvider()];
  const { personId } = await makeMember(first, "owner");
  await addMembership(personId, second, "viewer");
  return { personId, first, second };
}

const open = async (personId: string, place?: WorkPlace) =>
  (await openSessionFor(personId, false, browser(), place)).token;

async function providerOf(token: string) {
  const actor = await findSessionActor(doorDatabase(), tokenHash(token));
  return actor?.kind === "provider" ? actor.provider.id : null;
}

test("a person of two providers has one session for one of them, with the role of that membership", async () => {
  const { personId, first, second } = await accountant();
  const token = await open(personId);
  const actorOf = () => findSessionActor(doorDatabase(), tokenHash(token));
  expect(await actorOf()).toMatchObject({ role: "owner", provider: { id: first } });
  await switchProvider(token, second, browser());
  const actor = await actorOf();
  expect(actor).toMatchObject({ role: "viewer", provider: { id: second } });
  expect(actor?.kind === "provider" && actor.ownProviders.map(({ id }) => id).sort()).toEqual(
    [first, second].sort(),
  );
});

test("a switch changes no other session of the person, and is in the audit log for the new provider", async () => {
  const { personId, first, second } = await accountant();
  const [one, other] = [await open(personId), await open(personId)];
  await switchProvider(one, second, browser());
  await switchProvider(one, second, browser());
  expect([await providerOf(one), await providerOf(other)]).toEqual([second, first]);
  const events = await owner`
    select provider_id from audit_event where actor_id = ${personId} and action = 'session.switched'`;
  expect(events.map(({ provider_id }) => provider_id)).toEqual([second]);
});

test("nobody switches to a provider that they do not work for, or do not any more, or with a closed session", async () => {
  const { personId, first, second } = await accountant();
  const token = await open(personId);
  const gone = await makeProvider();
  await addMembership(personId, gone, "owner");
  await owner`update membership set removed_at = now() where person_id = ${personId} and provider_id = ${gone}`;
  for (const provider of [await makeProvider(), gone, randomUUID()])
    await expect(switchProvider(token, provider, browser())).rejects.toMatchObject({ code: "not_allowed" });
  expect(await providerOf(token)).toBe(first);
  for (const end of [
    "revoked_at = now()",
    "expires_at = now()",
    "last_seen_at = now() - interval '13 hours'",
  ]) {
    const ended = await open(personId);
    await owner`update session set ${owner.unsafe(end)} where token_hash = ${tokenHash(ended)}`;
    await expect(switchProvider(ended, second, browser())).rejects.toMatchObject({ code: "not_allowed" });
  }
  await expect(switchProvider(newToken().token, second, browser())).rejects.toMatchObject({
    code: "not_allowed",
  });
});

test("the end of one membership closes the sessions of that provider and no others", async () => {
  const { personId, first, second } = await accountant();
  const boss = await makeMember(second, "owner");
  const [here, there] = [await open(personId), await open(personId, { provider: second })];
  await removeMember(teamGrant(second, boss.personId), personId, browser());
  expect([await providerOf(here), await providerOf(there)]).toEqual([first, null]);
  const actor = await findSessionActor(doorDatabase(), tokenHash(here));
  expect(actor).toMatchObject({ ownProviders: [{ id: first }] });
  expect(await providerOf(await open(personId, { provider: second }))).toBe(first);
});

test("the last owner of a provider stays, however many others they own", async () => {
  const { personId, first, second } = await accountant();
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  await makeMember(first, "owner");
  await expect(removeMember(teamGrant(second, personId), personId, browser())).rejects.toMatchObject({
    code: "last_owner",
  });
  await removeMember(teamGrant(first, personId), personId, browser());
});

test("a suspension of one provider leaves the work for the other", async () => {
  const { personId, first, second } = await accountant();
  await owner`update provider set suspended_at = now(), suspension_reason = 'prueba' where id = ${first}`;
  const token = await open(personId);
  const suspended = async () => {
    const actor = await findSessionActor(doorDatabase(), tokenHash(token));
    return actor?.kind === "provider" && actor.provider.suspended;
  };
  expect(await suspended()).toBe(true);
  await switchProvider(token, second, browser());
  expect(await suspended()).toBe(false);
});

test("a switch and the end of that membership at once: no session works for a provider it was removed from", async () => {
  for (let round = 0; round < 10; round++) {
    const { personId, first, second } = await accountant();
    const boss = await makeMember(second, "owner");
    const tokens = await Promise.all(Array.from({ length: 4 }, () => open(personId)));
    await Promise.allSettled([
      ...tokens.map((token) => switchProvider(token, second, browser())),
      removeMember(teamGrant(second, boss.personId), personId, browser()),
    ]);
    // Who was first decides whether the session was closed or never switched.
    for (const token of tokens) expect([first, null]).toContain(await providerOf(token));
    const [row] =
      await owner`select count(*)::int as open from session s join membership m on m.id = s.membership_id
      where s.person_id = ${personId} and s.revoked_at is null and m.removed_at is not null`;
    expect(row?.open).toBe(0);
  }
});

test("a device opens the provider whose counter it is, else the one it worked for last, else the first", async () => {
  const { personId, first, second } = await accountant();
  const third = await makeProvider();
  await addMembership(personId, third, "clerk");
  const { counterId: counter } = await makeNamedCounter({ personId, providerId: second, counterId: null });
  const foreign = await makeMember(await makeProvider(), "clerk");
  const [row] = await owner`select provider_id from membership where person_id = ${foreign.personId}`;
  const strange = row?.provider_id;
  const opened = async (place: WorkPlace) => providerOf(await open(personId, place));
  expect(await opened({})).toBe(first);
  expect(await opened({ provider: third })).toBe(third);
  expect(await opened({ counter, provider: third })).toBe(second);
  expect(await opened({ counter: randomUUID(), provider: strange })).toBe(first);
  await owner`update counter set closed_at = now() where id = ${counter}`;
  expect(await opened({ counter, provider: third })).toBe(third);
});

test("a session from before there was a choice works for the person's first provider, and ends with it", async () => {
  const { personId, first, second } = await accountant();
  const boss = await makeMember(first, "owner");
  const token = await open(personId);
  await owner`update session set membership_id = null where person_id = ${personId}`;
  expect(await providerOf(token)).toBe(first);
  await removeMember(teamGrant(first, boss.personId), personId, browser());
  expect(await providerOf(token)).toBeNull();
  expect(await providerOf(await open(personId))).toBe(second);
});

test("the log says for which provider a session ended", async () => {
  const { personId, second } = await accountant();
  const token = await open(personId);
  await switchProvider(token, second, browser());
  await call(doorDatabase(), "end_session", { tokenHash: tokenHash(token), ip: "prueba" });
  const events = await owner`select provider_id from audit_event
    where actor_id = ${personId} and action = 'session.closed'`;
  expect(events.map(({ provider_id }) => provider_id)).toEqual([second]);
});

test("a person has at most one open membership of a provider", async () => {
  const { personId, first } = await accountant();
  await expect(addMembership(personId, first, "clerk")).rejects.toThrow("membership_open");
  await owner`update membership set removed_at = now() where person_id = ${personId} and provider_id = ${first}`;
  await addMembership(personId, first, "clerk");
});

test("a person of the caja works for no provider, also when both are written at once", async () => {
  const official = async () => {
    const [row] = await owner<{ id: string }[]>`
      insert into person (email, name, caja_role) values (${someEmail()}, 'Funcionaria', 'officer') returning id`;
    return row?.id ?? "";
  };
  const provider = await makeProvider();
  await expect(addMembership(await official(), provider, "clerk")).rejects.toThrow("works for no provider");
  const { personId } = await makeMember(provider, "clerk");
  const promote = (id: string) => owner`update person set caja_role = 'officer' where id = ${id}`;
  await expect(promote(personId)).rejects.toThrow("is not of the caja");
  for (let round = 0; round < 10; round++) {
    const [row] = await owner<{ id: string }[]>`
      insert into person (email, name) values (${someEmail()}, 'Alguien') returning id`;
    const id = row?.id ?? "";
    const done = await Promise.allSettled([addMembership(id, provider, "clerk"), promote(id)]);
    expect(done.filter(({ status }) => status === "fulfilled").length).toBeLessThan(2);
  }
});

test("each permission of each role holds for that membership alone", async () => {
  const roles = ["owner", "clerk", "viewer"] as const;
  const permissions = [...new Set(permissionsOfRoles.map(({ permission }) => permission))];
  const mayBy = (role: ProviderRole | null, wanted: string) =>
    permissionsOfRoles.some(({ permission, role: holder }) => permission === wanted && holder === role);
  const neither = await makeProvider();
  for (const here of roles)
    for (const there of roles) {
      const [one, other] = [await makeProvider(), await makeProvider()];
      const { personId } = await makeMember(one, here);
      await addMembership(personId, other, there);
      const rows = await owner<{ permission: string; may: boolean[] }[]>`
        select permission, array[may_for(${personId}, ${one}, permission), may_for(${personId}, ${other}, permission),
          may_for(${personId}, ${neither}, permission)] as may from unnest(${permissions}::text[]) permission`;
      expect(rows).toEqual(
        permissions.map((permission) => ({
          permission,
          may: [mayBy(here, permission), mayBy(there, permission), false],
        })),
      );
    }
});

test("the NITs of all providers of a person stand against a password that holds one", async () => {
  const nits = [someNit(), someNit()];
  const [first, second] = [await makeProvider({ nit: nits[0] }), await makeProvider({ nit: nits[1] })];
  const { personId } = await makeMember(first, "clerk");
  await addMembership(personId, second, "clerk");
  const link = await makePasswordLink(personId);
  const [row] = await owner<{ nits: string[] }[]>`select nits from read_password_link(${tokenHash(link)})`;
  expect(row?.nits.sort()).toEqual(nits.sort());
});
