import { expect, test } from "vitest";
import {
  addMembership,
  makeMember,
  makeProvider,
  makeSession,
  owner,
} from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue } from "@/tests/support/rolled-back";

const before = new Date("2026-01-01");

test("a removed member leaves the sessions of that company, and none of another company, person or time", async () => {
  const [provider, elsewhere] = [await makeProvider(), await makeProvider()];
  const [boss, clerk] = [await makeMember(provider, "owner"), await makeMember(provider, "clerk")];
  await addMembership(clerk.personId, elsewhere, "clerk");
  const of = async (person: string, at: string | null, revoked: Date | null = null) => {
    const hash = await makeSession(person);
    await owner`update session set revoked_at = ${revoked}, membership_id = (select id from membership
      where person_id = ${person} and provider_id = ${at}) where token_hash = ${hash}`;
    return hash;
  };
  const sessions = [
    await of(clerk.personId, provider),
    await of(clerk.personId, null),
    await of(clerk.personId, elsewhere),
    await of(boss.personId, provider),
  ];
  const over = await of(clerk.personId, provider, before);
  const remove = (person: string) =>
    firstValue<string>(owner`select remove_member(${provider}, ${boss.personId}, ${person}, 'x')`);
  expect(await remove(clerk.personId)).toBe("done");
  const isOpen = async (hash: Buffer) =>
    (await owner`select from session where token_hash = ${hash} and revoked_at is null`).length === 1;
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, false, true, true]);
  expect(await owner`select from session where token_hash = ${over} and revoked_at = ${before}`).toHaveLength(
    1,
  );
  expect(await remove(clerk.personId)).toBe("member_not_found");
});

test("nobody is of the caja and of a provider at once, and who left a provider may be of the caja", async () => {
  const { personId } = await makeMember(await makeProvider(), "clerk");
  const { personId: official } = await makeOfficial("officer");
  const appoint = () => owner`update person set caja_role = 'officer' where id = ${personId}`;
  await expect(appoint()).rejects.toThrow(/not of the caja/);
  await expect(addMembership(official, await makeProvider(), "clerk")).rejects.toThrow(
    /works for no provider/,
  );
  await owner`update membership set removed_at = now() where person_id = ${personId}`;
  await appoint();
  await expect(owner`update membership set removed_at = null where person_id = ${personId}`).rejects.toThrow(
    /works for no provider/,
  );
  await owner`update person set caja_role = null where id = ${personId}`;
});
