import { newSessionCookie } from "@/lib/crypto/session-cookie";
import { newToken } from "@/lib/crypto/token";
import type { Role } from "@/model/access";
import { addMembership, makeMember } from "./factories/account";
import { makeCajaPerson } from "./factories/own-order";
import { makeApplicant } from "./factories/request";
import { makeTill, owner } from "./look-up-orders";
import { makeRoles } from "./person-per-role";
import { roles } from "./role-table";

/**
 * Somebody who asks for a page, a route or an action. `role`: the role whose permissions they have; null for who is
 * nobody to the portal, whatever their cookie once was.
 */
export type AccessActor = { name: string; cookie: string; personId: string; role: Role | null };

async function open(personId: string, { factor = true } = {}): Promise<{ cookie: string; hash: Buffer }> {
  const { token, hash } = newToken();
  await owner`select open_session(${personId}, ${hash}, 43200, 604800, '127.0.0.1', 'test', p_factor => ${factor})`;
  return { cookie: `sesion=${newSessionCookie(token)}`, hash };
}

/** A person of each role, with the sessions that are not one any more, and those whose provider does not work. */
export async function makeAccessActors(): Promise<AccessActor[]> {
  const people = await makeRoles();
  const ofRoles = await Promise.all(
    roles.map(async (role) => {
      const personId = people.get(role) ?? "";
      return { name: role, personId, role, cookie: (await open(personId)).cookie };
    }),
  );
  const [suspended, first, second, applicant, administrator, boss] = await Promise.all([
    makeTill({ suspended: true }),
    makeTill(),
    makeTill(),
    makeApplicant(),
    makeCajaPerson("administrator"),
    makeTill().then(({ actor }) => makeMember(actor.provider.id, "owner")),
  ]);
  const [paused, both] = [
    await makeMember(suspended.actor.provider.id, "owner"),
    await makeMember(first.actor.provider.id, "viewer"),
  ];
  // The session works for the first one: what the person may at the other counts for nothing.
  await addMembership(both.personId, second.actor.provider.id, "owner");
  const [gone, old] = await Promise.all([open(administrator.personId), open(boss.personId)]);
  await owner`update session set revoked_at = now() where token_hash = ${gone.hash}`;
  await owner`update session set last_seen_at = now() - interval '13 hours' where token_hash = ${old.hash}`;
  const half = await open(administrator.personId, { factor: false });
  const nobody = { role: null } as const;
  return [
    ...ofRoles,
    await standing("an owner of a suspended provider", paused.personId, "owner"),
    await standing("an owner who is not approved", applicant.personId, "owner"),
    await standing("a viewer who is an owner elsewhere", both.personId, "viewer"),
    { ...nobody, name: "who has no session", personId: administrator.personId, cookie: "" },
    {
      ...nobody,
      name: "an administrator whose session was ended",
      personId: administrator.personId,
      ...gone,
    },
    { ...nobody, name: "an owner whose session is too old", personId: boss.personId, ...old },
    {
      ...nobody,
      name: "an administrator before the second factor",
      personId: administrator.personId,
      ...half,
    },
  ];
}

/** Lets the last proof of these people, by password or factor, be so many minutes old. */
export async function ageProofs(actors: readonly AccessActor[], minutes: number): Promise<void> {
  await owner`update session set proven_at = now() - make_interval(mins => ${minutes})
    where person_id = any(${actors.map(({ personId }) => personId)})`;
}

async function standing(name: string, personId: string, role: Role): Promise<AccessActor> {
  return { name, personId, role, cookie: (await open(personId)).cookie };
}
