import { beforeAll, expect, test } from "vitest";
import { acceptInvitation, readInvitation } from "@/domain/account/accept-invitation";
import { entryCode } from "@/domain/account/entry-code";
import { chooseNewPassword, readPasswordLink } from "@/domain/account/recover";
import {
  changeOfficial,
  endAccess,
  inviteOfficial,
  readOfficials,
  resendOfficialInvitation,
  returnAccess,
} from "@/domain/caja/people";
import { nameOwner, readNamedOwner } from "@/domain/provider/owner";
import { OwnerInput } from "@/domain/provider/owner-schema";
import { readProviderSeen } from "@/domain/provider/standing";
import { inviteMember, resendInvitation } from "@/domain/team/invite-member";
import { removeMember } from "@/domain/team/remove-member";
import { readTeam } from "@/domain/team/team";
import { authorize } from "@/model/access";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
  teamGrant,
} from "@/tests/support/factories/account";
import { loggedEvents } from "@/tests/support/logged-events";
import { makeOfficial } from "@/tests/support/officials";

beforeAll(makePolicy);

const notice = { subject: "x", text: "" };
const dead = { code: "link_not_usable" };

/** Invites an owner of this provider by this person; answers the link. */
async function invite(provider: string, by: string, email = someEmail()): Promise<string> {
  let link = "";
  const emails = (token: string) => {
    link = token;
    return { invite: notice, known: notice };
  };
  await inviteMember(teamGrant(provider, by), { name: "Cómplice", email, role: "owner" }, emails, browser());
  return link;
}
const accept = (token: string, code?: string) =>
  acceptInvitation(
    { token, code, name: "Cómplice", password: PASSWORD, treatment: "1", terms: "1" },
    { ...browser(), language: "es-CO" },
    () => notice,
  );
const stateOf = async (link: string) => (await readInvitation(link))?.state;
const administrator = async () => authorize(await makeOfficial("administrator"), "provider.manage");
const manager = async () => authorize(await makeOfficial("administrator"), "people.manage");

async function name(grant: Awaited<ReturnType<typeof administrator>>, provider: string) {
  let link = "";
  const seen = await readProviderSeen(grant, provider);
  const proof = "Cámara de Comercio de ayer, en la sede Prado.";
  const input = OwnerInput.parse({ provider, email: someEmail(), name: "Nueva Dueña", proof, seen });
  const emails = ({ token }: { token: string }) => {
    link = token;
    return { invite: notice, team: notice };
  };
  await nameOwner(grant, input, emails, browser());
  return { link, code: (await readNamedOwner(grant, provider))?.code };
}

test("an owner who is replaced does not come back through anybody whom they or a colleague invited", async () => {
  const [provider, elsewhere] = [await makeProvider(), await makeProvider()];
  const [gone, other] = [await makeMember(provider, "owner"), await makeMember(elsewhere, "owner")];
  const email = someEmail();
  const [link, kept] = [
    await invite(provider, gone.personId, email),
    await invite(elsewhere, other.personId, email),
  ];
  const named = await name(await administrator(), provider);
  await accept(named.link, named.code);
  expect(await stateOf(link)).toBe("inviter_left");
  await expect(accept(link)).rejects.toMatchObject(dead);
  expect(await stateOf(kept)).toBe("ok");
  const [since] = await owner<
    { id: string }[]
  >`select p.id from membership m join person p on p.id = m.person_id
    where m.provider_id = ${provider} and m.removed_at is null`;
  const team = teamGrant(provider, since?.id ?? "");
  expect((await readTeam(team)).invitations).toEqual([]);
  // The address is free for an invitation of the new owner.
  expect(await stateOf(await invite(provider, team.actor.personId, email))).toBe("ok");
});

test("with a removed owner end the invitations that they sent last, also when they remove themselves", async () => {
  const provider = await makeProvider();
  const [gone, stays] = [await makeMember(provider, "owner"), await makeMember(provider, "owner")];
  const [own, taken, colleague] = [
    await invite(provider, gone.personId),
    await invite(provider, gone.personId, "tomada@demo.test"),
    await invite(provider, stays.personId),
  ];
  const team = teamGrant(provider, stays.personId);
  const again = (await readTeam(team)).invitations.find(({ email }) => email === "tomada@demo.test");
  let resent = "";
  const emails = (token: string) => {
    resent = token;
    return { invite: notice, known: notice };
  };
  await resendInvitation(team, again?.id ?? "", emails, browser());
  await removeMember(teamGrant(provider, gone.personId), gone.personId, browser());
  expect(await Promise.all([own, taken, colleague, resent].map(stateOf))).toEqual([
    "inviter_left",
    "superseded",
    "ok",
    "ok",
  ]);
  await expect(accept(own)).rejects.toMatchObject(dead);
  expect((await readTeam(team)).invitations).toHaveLength(2);
  const ended = await owner`select detail from audit_event
    where action = 'invitation.cancelled' and provider_id = ${provider} and actor_id = ${gone.personId}`;
  expect(ended).toEqual([{ detail: { because: "inviter_left" } }]);
  // Who is invited again does not bring the ended ones back.
  await owner`insert into membership (person_id, provider_id, role) values (${gone.personId}, ${provider}, 'owner')`;
  expect(await stateOf(own)).toBe("cancelled");
  await expect(accept(own)).rejects.toMatchObject(dead);
});

test("an invitation of somebody who owns nothing any more is not accepted, however it stayed open", async () => {
  const provider = await makeProvider();
  const [gone] = [await makeMember(provider, "owner"), await makeMember(provider, "owner")];
  const link = await invite(provider, gone.personId);
  await owner`update membership set role = 'clerk' where person_id = ${gone.personId}`;
  expect(await stateOf(link)).toBe("inviter_left");
  await expect(accept(link)).rejects.toMatchObject(dead);
});

test("with an administrator whose access or role ends goes the owner whom they named", async () => {
  const by = await manager();
  for (const end of [
    (person: string) => endAccess(by, { person, cause: "left" }, browser()),
    (person: string) =>
      changeOfficial(by, { person, name: "Otro Nombre", role: "auditor", was: "administrator" }, browser()),
  ]) {
    const [provider, untouched] = [await makeProvider(), await makeProvider()];
    await makeMember(provider, "owner");
    await makeMember(untouched, "owner");
    const grant = await administrator();
    const [named, other] = [await name(grant, provider), await name(await administrator(), untouched)];
    await end(grant.actor.personId);
    expect(await Promise.all([named.link, other.link].map(stateOf))).toEqual(["inviter_left", "ok"]);
    await expect(accept(named.link, named.code)).rejects.toMatchObject(dead);
    expect(await readNamedOwner(grant, provider)).toBeNull();
    expect(await loggedEvents(provider)).toContainEqual([
      "provider.owner_withdrawn",
      by.actor.personId,
      provider,
    ]);
  }
});

test("whom an administrator invited opens nothing once the administrator's access or role ended", async () => {
  const by = await manager();
  let link = "";
  const compose = (token: string) => {
    link = token;
    return notice;
  };
  const invited = async (grant: Awaited<ReturnType<typeof manager>>) => {
    const input = { name: "Cómplice", email: someEmail(), role: "administrator" as const };
    return { person: await inviteOfficial(grant, input, compose, browser()), link };
  };
  const choose = ({ person, link: token }: { person: string; link: string }) =>
    chooseNewPassword({ token, password: PASSWORD, code: entryCode(person) }, notice, browser());
  const codeOf = async (person: string) =>
    (await readOfficials(by, new Date())).find(({ personId }) => personId === person)?.code;

  const [gone, lesser] = [await manager(), await manager()];
  const accomplices = [await invited(gone), await invited(lesser)];
  const [entered, honest, vouched] = [await invited(gone), await invited(by), await invited(gone)];
  await choose(entered);
  await resendOfficialInvitation(by, vouched.person, compose, browser());
  await endAccess(by, { person: gone.actor.personId, cause: "left" }, browser());
  await changeOfficial(
    by,
    { person: lesser.actor.personId, name: "Otro Nombre", role: "officer", was: "administrator" },
    browser(),
  );
  for (const accomplice of accomplices) {
    expect((await readPasswordLink(accomplice.link))?.state).toBe("inviter_left");
    await expect(choose(accomplice)).rejects.toMatchObject(dead);
    expect(await codeOf(accomplice.person)).toBe("none");
  }
  await returnAccess(by, gone.actor.personId, browser());
  for (const accomplice of accomplices) await expect(choose(accomplice)).rejects.toMatchObject(dead);
  expect((await readPasswordLink(honest.link))?.state).toBe("ok");
  expect(await codeOf(vouched.person)).toEqual({ told: entryCode(vouched.person) });
  expect(await codeOf(entered.person)).toEqual({ told: entryCode(entered.person) });
});
