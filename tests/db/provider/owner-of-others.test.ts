import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tokenHash } from "@/lib/crypto/token";
import {
  addMembership,
  makeMember,
  makePolicy,
  makeProvider,
  makeSession,
  owner,
  someEmail,
} from "@/tests/support/factories/account";
import { makeLinks } from "@/tests/support/factories/mail-links";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { lockedRows } from "@/tests/support/locked-rows";
import { firstValue } from "@/tests/support/rolled-back";

const policy = await makePolicy();
const before = new Date("2026-01-01");

async function makeTeam() {
  const provider = await makeProvider();
  const [boss, { personId: actor }] = [
    await makeMember(provider, "owner"),
    await makeCajaPerson("administrator"),
  ];
  const name = async (email = someEmail()) => {
    const [id, link] = [randomUUID(), tokenHash(randomUUID())];
    const outcome =
      await firstValue<string>(owner`select outcome from name_owner(${id}, ${provider}, ${actor}, ${email},
      'Dueña', 'Cámara de ayer', 'code', null, ${link}, 3600, ${randomUUID()}, ${randomUUID()}, 'x', '[]', '[]', 'x')`);
    return { id, email, link, outcome };
  };
  const withdraw = (id: string) =>
    firstValue<string>(owner`select withdraw_owner(${id}, ${provider}, ${actor}, '[]', 'x')`);
  const invited = (email: string, changes: object = {}) =>
    firstValue<string>(
      owner`insert into invitation ${owner({
        ...{ provider_id: provider, email, name: "x", role: "clerk", invited_by: boss.personId },
        ...changes,
      })} returning id`,
    );
  return { provider, boss, name, withdraw, invited };
}
const openOf = async (ids: string[]) => {
  const rows = await owner`select id from invitation where id in ${owner(ids)} and cancelled_at is null`;
  return ids.map((id) => rows.some((row) => row.id === id));
};

test("an owner is named in place of the team's open invitation of the same e-mail, and of no other", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const email = someEmail();
  const same = await team.invited(email.toUpperCase());
  const kept = [
    await team.invited(someEmail()),
    await other.invited(email),
    await team.invited(email, { accepted_at: before }),
  ];
  const over = await team.invited(email, { cancelled_at: before });
  expect((await team.name(email)).outcome).toBe("done");
  expect(await openOf([same, ...kept])).toEqual([false, true, true, true]);
  expect(await owner`select from invitation where id = ${over} and cancelled_at = ${before}`).toHaveLength(1);
});

test("an owner is named anew after one was taken back or accepted, and of no provider that was never approved", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  await other.name();
  const first = await team.name();
  expect((await team.name()).outcome).toBe("owner_named");
  const ended = await makeLinks("invite", first.id, randomUUID());
  expect(await team.withdraw(await team.invited(someEmail()))).toBe("owner_not_named");
  expect(await other.withdraw(first.id)).toBe("owner_not_named");
  expect(await team.withdraw(first.id)).toBe("done");
  expect(await team.withdraw(first.id)).toBe("owner_not_named");
  expect(await ended()).toEqual(["own"]);
  const second = await team.name();
  expect(second.outcome).toBe("done");
  await owner`select from accept_invitation(${second.link}, 'Dueña', 'x', ${policy}, '{}', 'x', 'x', 'es-CO', 'code')`;
  expect(await team.withdraw(second.id)).toBe("owner_not_named");
  const third = await team.name();
  expect(third.outcome).toBe("done");
  await team.withdraw(third.id);
  await owner`update provider set approved_at = null where id = ${team.provider}`;
  expect((await team.name()).outcome).toBe("provider_not_found");
});

test("who owned the provider leaves their sessions of it, and none of another company or that had ended", async () => {
  const [team, elsewhere] = [await makeTeam(), await makeProvider()];
  await addMembership(team.boss.personId, elsewhere, "owner");
  const of = async (provider: string | null) => {
    const hash = await makeSession(team.boss.personId);
    await owner`update session set membership_id = (select id from membership
      where person_id = ${team.boss.personId} and provider_id = ${provider}) where token_hash = ${hash}`;
    return hash;
  };
  const sessions = [await of(team.provider), await of(null), await of(elsewhere)];
  const over = await of(team.provider);
  await owner`update session set revoked_at = ${before} where token_hash = ${over}`;
  const { link } = await team.name();
  await owner`select from accept_invitation(${link}, 'Dueña', 'x', ${policy}, '{}', 'x', 'x', 'es-CO', 'code')`;
  const isOpen = async (hash: Buffer) =>
    (await owner`select from session where token_hash = ${hash} and revoked_at is null`).length === 1;
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, false, true]);
  expect(await owner`select from session where token_hash = ${over} and revoked_at = ${before}`).toHaveLength(
    1,
  );
});

test("an owner who is taken back keeps the team from changing meanwhile", async () => {
  const team = await makeTeam();
  const { id } = await team.name();
  const { personId } = await makeCajaPerson("administrator");
  const locked = await lockedRows(
    (sql) => sql`select withdraw_owner(${id}, ${team.provider}, ${personId}, '[]', 'x')`,
    "provider",
    [team.provider],
  );
  expect(locked).toEqual([team.provider]);
});
