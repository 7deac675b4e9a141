import { beforeAll, expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { acceptInvitation, readInvitation } from "@/domain/account/accept-invitation";
import type { AcceptInput } from "@/domain/account/schema";
import { cancelInvitation, inviteMember, resendInvitation } from "@/domain/team/invite-member";
import { removeMember } from "@/domain/team/remove-member";
import { readTeam } from "@/domain/team/team";
import {
  browser,
  mailsTo,
  makeMember,
  makePolicy,
  makeProvider,
  makeSession,
  owner,
  PASSWORD,
  someEmail,
  teamGrant,
} from "@/tests/support/factories/account";

beforeAll(makePolicy);

async function makeTeam() {
  const providerId = await makeProvider();
  const ownerMember = await makeMember(providerId, "owner");
  return { providerId, ownerMember, grant: teamGrant(providerId, ownerMember.personId) };
}

type Team = Awaited<ReturnType<typeof makeTeam>>;

/** Invites and answers the token of the mail's link. */
async function invite({ grant }: Team, email = someEmail()): Promise<{ email: string; link: string }> {
  let link = "";
  const emails = (token: string) => {
    link = token;
    return { invite: { subject: "invite", text: "" }, known: { subject: "known", text: "" } };
  };
  await inviteMember(grant, { name: "Beto", email, role: "clerk" }, emails, browser());
  return { email, link };
}

const from = () => ({ ...browser(), language: "es-CO" });
const acceptance = (token: string): AcceptInput => ({
  token,
  name: "Beto",
  password: PASSWORD,
  treatment: "1",
  terms: "1",
});

test("an accepted invitation creates one member with the invited role", async () => {
  const team = await makeTeam();
  const { email, link } = await invite(team);
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => acceptInvitation(acceptance(link), from())),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { members, invitations } = await readTeam(team.grant);
  expect(members).toContainEqual(expect.objectContaining({ email, role: "clerk" }));
  expect(invitations).toEqual([]);
  expect((await readInvitation(link))?.state).toBe("used");
});

test("the same e-mail is not invited twice, also not concurrently", async () => {
  const team = await makeTeam();
  const email = someEmail();
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => invite(team, email)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "already_invited" });
});

test("a colleague is not invited again; an e-mail of the caja gets an e-mail without a link", async () => {
  const team = await makeTeam();
  await expect(invite(team, team.ownerMember.email)).rejects.toMatchObject({ code: "email_taken" });
  const email = someEmail();
  await owner`insert into person (email, name, caja_role) values (${email}, 'Funcionaria', 'officer')`;
  const { link } = await invite(team, email);
  expect(await mailsTo(email)).toEqual([expect.objectContaining({ subject: "known" })]);
  expect(await readInvitation(link)).toBeNull();
});

test("a cancelled or superseded invitation cannot be accepted", async () => {
  const team = await makeTeam();
  const { link } = await invite(team);
  const [invitation] = (await readTeam(team.grant)).invitations;
  if (!invitation) throw new Error("no invitation");
  let newer = "";
  await resendInvitation(
    team.grant,
    invitation.id,
    (token) => {
      newer = token;
      return { invite: { subject: "invite", text: "" }, known: { subject: "known", text: "" } };
    },
    browser(),
  );
  expect((await readInvitation(link))?.state).toBe("superseded");
  await expect(acceptInvitation(acceptance(link), from())).rejects.toMatchObject({ code: "link_not_usable" });
  await cancelInvitation(team.grant, invitation.id, browser());
  expect((await readInvitation(newer))?.state).toBe("cancelled");
  await expect(acceptInvitation(acceptance(newer), from())).rejects.toMatchObject({
    code: "link_not_usable",
  });
});

test("a removed member is signed out on the next request and can be invited again", async () => {
  const team = await makeTeam();
  const clerk = await makeMember(team.providerId, "clerk");
  const session = await makeSession(clerk.personId);
  expect(await findSessionActor(doorDatabase(), session)).not.toBeNull();
  await removeMember(team.grant, clerk.personId, browser());
  expect(await findSessionActor(doorDatabase(), session)).toBeNull();
  const { link } = await invite(team, clerk.email);
  const { personId } = await acceptInvitation(acceptance(link), from());
  expect(personId).not.toBe(clerk.personId);
  expect((await readTeam(team.grant)).members).toContainEqual(
    expect.objectContaining({ personId, email: clerk.email }),
  );
});

test("the last owner cannot be removed, also when two owners remove each other concurrently", async () => {
  const team = await makeTeam();
  await expect(removeMember(team.grant, team.ownerMember.personId, browser())).rejects.toMatchObject({
    code: "last_owner",
  });
  for (let round = 0; round < 5; round++) {
    const pair = await makeTeam();
    const other = await makeMember(pair.providerId, "owner");
    await Promise.allSettled([
      removeMember(pair.grant, other.personId, browser()),
      removeMember(teamGrant(pair.providerId, other.personId), pair.ownerMember.personId, browser()),
    ]);
    // Either may be the one who was removed, and then reads nothing of the team any more.
    const teams = await Promise.all(
      [pair.ownerMember, other].map(({ personId }) => readTeam(teamGrant(pair.providerId, personId))),
    );
    expect(teams.map(({ members }) => members.filter(({ role }) => role === "owner").length).sort()).toEqual([
      0, 1,
    ]);
  }
});

test("nobody changes another company's team, and a former owner changes none", async () => {
  const [mine, theirs] = [await makeTeam(), await makeTeam()];
  await expect(removeMember(mine.grant, theirs.ownerMember.personId, browser())).rejects.toMatchObject({
    code: "member_not_found",
  });
  await expect(
    removeMember(
      teamGrant(theirs.providerId, mine.ownerMember.personId),
      theirs.ownerMember.personId,
      browser(),
    ),
  ).rejects.toMatchObject({ code: "not_allowed" });
  await owner`update membership set role = 'clerk' where person_id = ${mine.ownerMember.personId}`;
  await expect(invite(mine)).rejects.toMatchObject({ code: "not_allowed" });
});

test("a company that was never approved sends no invitations and resends none", async () => {
  const providerId = await makeProvider({ approved: false });
  const ownerMember = await makeMember(providerId, "owner");
  const team = { providerId, ownerMember, grant: teamGrant(providerId, ownerMember.personId) };
  const email = someEmail();
  await expect(invite(team, email)).rejects.toMatchObject({ code: "team_not_approved" });
  const [old] = await owner<{ id: string }[]>`
    insert into invitation (provider_id, email, name, role, invited_by)
    values (${providerId}, ${email}, 'GANE 5 MILLONES', 'clerk', ${ownerMember.personId}) returning id`;
  const emails = () => ({ invite: { subject: "", text: "" }, known: { subject: "", text: "" } });
  await expect(resendInvitation(team.grant, old?.id ?? "", emails, browser())).rejects.toMatchObject({
    code: "team_not_approved",
  });
  expect(await mailsTo(email)).toEqual([]);
  await owner`update provider set approved_at = now() where id = ${providerId}`;
  await resendInvitation(team.grant, old?.id ?? "", emails, browser());
  expect(await mailsTo(email)).toHaveLength(1);
});
