import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tokenHash } from "@/lib/crypto/token";
import { makeMember, makePolicy, makeProvider, owner, someEmail } from "@/tests/support/factories/account";
import { makeLinks } from "@/tests/support/factories/mail-links";
import { lockedRows } from "@/tests/support/locked-rows";
import { firstValue } from "@/tests/support/rolled-back";

const policy = await makePolicy();

async function makeTeam() {
  const providerId = await makeProvider();
  const boss = await makeMember(providerId, "owner");
  const invite = async (email = someEmail()) => {
    const [id, link] = [randomUUID(), tokenHash(randomUUID())];
    const outcome = await firstValue<string>(owner`select outcome from invite_member(${id}, ${providerId},
      ${boss.personId}, ${email}, 'Beto', 'clerk', ${link}, 3600, ${randomUUID()}, ${randomUUID()}, 'x', 'x', '[]', 'x')`);
    return { id, email, link, outcome };
  };
  const cancel = (id: string, actor = boss.personId) =>
    firstValue<string>(owner`select cancel_invitation(${id}, ${providerId}, ${actor}, 'x')`);
  return { providerId, boss, invite, cancel };
}
const isOpen = async (id: string) =>
  (await owner`select from invitation where id = ${id} and accepted_at is null and cancelled_at is null`)
    .length === 1;
const accept = (link: Buffer, code: Buffer | null = null) =>
  firstValue<string>(owner`select outcome from accept_invitation(${link}, 'Beto', 'x', ${policy}, '{}', 'x', 'x',
    'es-CO', ${code})`);

test("two teams invite one e-mail, and a team invites again who was cancelled, or joined and was removed", async () => {
  const [one, other] = [await makeTeam(), await makeTeam()];
  const { id, email, link } = await one.invite();
  expect((await other.invite(email)).outcome).toBe("done");
  expect((await one.invite(email)).outcome).toBe("already_invited");
  expect(await one.cancel(id)).toBe("done");
  expect(await accept(link)).toBe("cancelled");
  const again = await one.invite(email);
  expect(again.outcome).toBe("done");
  expect(await accept(again.link)).toBe("done");
  expect((await one.invite(email)).outcome).toBe("email_taken");
  await owner`update membership set removed_at = now() where provider_id = ${one.providerId} and role = 'clerk'`;
  expect((await one.invite(email)).outcome).toBe("done");
});

test("an owner cancels one open invitation of their team with its links, once, and a clerk none", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const [mine, kept, theirs] = [await team.invite(), await team.invite(), await other.invite()];
  const clerk = await makeMember(team.providerId, "clerk");
  const ended = await makeLinks("invite", mine.id, kept.id);
  expect(await team.cancel(mine.id, clerk.personId)).toBe("not_allowed");
  expect(await team.cancel(theirs.id)).toBe("member_not_found");
  await owner`update invitation set replaces_owner = true, role = 'owner', proof = 'x', code_hash = 'x' where id = ${mine.id}`;
  expect(await team.cancel(mine.id)).toBe("member_not_found");
  await owner`update invitation set replaces_owner = false, role = 'clerk' where id = ${mine.id}`;
  expect(await team.cancel(mine.id)).toBe("done");
  expect(await ended()).toEqual(["own"]);
  expect(await Promise.all([mine, kept, theirs].map(({ id }) => isOpen(id)))).toEqual([false, true, true]);
  expect(await team.cancel(mine.id)).toBe("member_not_found");
  await accept(kept.link);
  expect(await team.cancel(kept.id)).toBe("member_not_found");
});

test("who works for a company now is told of its new owner, of an open link of one alone", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const [clerk, gone] = [
    await makeMember(team.providerId, "clerk"),
    await makeMember(team.providerId, "clerk"),
  ];
  await owner`update membership set removed_at = now() where person_id = ${gone.personId}`;
  const { id, link } = await team.invite();
  const { id: foreign } = await other.invite();
  const told = async () =>
    (await owner`select email from list_invited_team(${link}) order by email`).map(({ email }) => email);
  expect(await told()).toEqual([]);
  await owner`update invitation
    set replaces_owner = true, role = 'owner', proof = 'x', code_hash = 'right' where id in ${owner([id, foreign])}`;
  expect(await told()).toEqual([team.boss.email, clerk.email].sort());
  await owner`update mail_link set purpose = 'confirm' where token_hash = ${link}`;
  expect(await told()).toEqual([]);
  await owner`update mail_link set purpose = 'invite', expires_at = now() where token_hash = ${link}`;
  expect(await told()).toEqual([]);
  // A wrong code of a link that is over counts as none.
  expect(await accept(link, Buffer.from("wrong"))).toBe("expired");
  expect(await firstValue<number>(owner`select code_misses from invitation where id = ${id}`)).toBe(0);
});

test("an acceptance keeps its own team from changing meanwhile, and no other", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const [{ link }] = [await team.invite(), await other.invite()];
  const both = [team.providerId, other.providerId];
  const lock = (hash: Buffer) =>
    lockedRows((sql) => sql`select outcome from lock_invitation(${hash}, null)`, "provider", both);
  expect(await lock(link)).toEqual([team.providerId]);
  await owner`update mail_link set purpose = 'confirm' where token_hash = ${link}`;
  expect(await lock(link)).toEqual([]);
});
