import { expect, test } from "vitest";
import { acceptInvitation, joinTeam, readInvitation } from "@/domain/account/accept-invitation";
import { inviteMember } from "@/domain/team/invite-member";
import { removeMember } from "@/domain/team/remove-member";
import { readTeam } from "@/domain/team/team";
import { tokenHash } from "@/lib/crypto/token";
import {
  addMembership,
  browser,
  mailsTo,
  makeMember,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
  teamGrant,
} from "@/tests/support/factories/account";

async function makeTeam() {
  const providerId = await makeProvider();
  const { personId } = await makeMember(providerId, "owner");
  return { providerId, grant: teamGrant(providerId, personId) };
}

/** Invites and answers the token of the mail's link. */
async function invite({ grant }: Awaited<ReturnType<typeof makeTeam>>, email: string): Promise<string> {
  let link = "";
  const emails = (token: string) => {
    link = token;
    return { invite: { subject: "invite", text: "" }, known: { subject: "known", text: "" } };
  };
  await inviteMember(grant, { name: "Beto", email, role: "clerk" }, emails, browser());
  return link;
}

test("a person of another company accepts with the own password and keeps one account", async () => {
  const [elsewhere, team] = [await makeProvider(), await makeTeam()];
  const known = await makeMember(elsewhere, "owner");
  const link = await invite(team, known.email);
  expect(await mailsTo(known.email)).toEqual([expect.objectContaining({ subject: "invite" })]);
  expect(await readInvitation(link)).toMatchObject({ state: "ok", hasAccount: true });
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, () => joinTeam({ token: link, password: PASSWORD }, browser())),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toEqual([
    { status: "fulfilled", value: { personId: known.personId, provider: team.providerId } },
  ]);
  const rows = await owner`select provider_id, role from membership
    where person_id = ${known.personId} and removed_at is null order by created_at`;
  expect(rows).toEqual([
    { provider_id: elsewhere, role: "owner" },
    { provider_id: team.providerId, role: "clerk" },
  ]);
  const [person] = await owner`select count(*)::int as found from person where email = ${known.email}`;
  expect(person?.found).toBe(1);
  expect((await readTeam(team.grant)).members).toContainEqual(
    expect.objectContaining({ email: known.email }),
  );
});

test("an invitation is not accepted with a wrong password, nor with another person's", async () => {
  const team = await makeTeam();
  const known = await makeMember(await makeProvider(), "clerk");
  const link = await invite(team, known.email);
  await expect(
    joinTeam({ token: link, password: "otra frase larga cualquiera" }, browser()),
  ).rejects.toMatchObject({
    code: "bad_credentials",
  });
  const other = await makeMember(await makeProvider(), "clerk");
  const [answer] =
    await owner`select outcome from join_team(${tokenHash(link)}, ${other.personId}, 'prueba')`;
  expect(answer).toEqual({ outcome: "email_taken" });
  const acceptance = { token: link, name: "Beto", password: PASSWORD, treatment: "1", terms: "1" } as const;
  await expect(acceptInvitation(acceptance, { ...browser(), language: "es-CO" })).rejects.toMatchObject({
    code: "email_taken",
  });
  expect((await readTeam(team.grant)).members).toHaveLength(1);
  await joinTeam({ token: link, password: PASSWORD }, browser());
});

test("who may no longer enter, or is of the team already, joins by no invitation", async () => {
  for (const [rule, outcome] of [
    ["update person set disabled_at = now() where id = $1", "email_taken"],
    ["update membership set removed_at = now() where person_id = $1", "email_taken"],
    ["update membership set provider_id = $2 where person_id = $1", "email_taken"],
    [
      "update invitation set cancelled_at = now() where provider_id = $2 and $1::uuid is not null",
      "cancelled",
    ],
  ] as const) {
    const team = await makeTeam();
    const known = await makeMember(await makeProvider(), "clerk");
    const link = await invite(team, known.email);
    const args = rule.includes("$2") ? [known.personId, team.providerId] : [known.personId];
    await owner.unsafe(rule, args);
    const [answer] =
      await owner`select outcome from join_team(${tokenHash(link)}, ${known.personId}, 'prueba')`;
    expect([rule, answer?.outcome]).toEqual([rule, outcome]);
  }
});

test("the inviting owner sees the same of a stranger, of another company's person and of the caja's", async () => {
  const official = someEmail();
  await owner`insert into person (email, name, caja_role) values (${official}, 'Funcionaria', 'officer')`;
  const known = await makeMember(await makeProvider(), "clerk");
  const seen = [];
  for (const email of [someEmail(), known.email, official]) {
    const team = await makeTeam();
    await invite(team, email);
    const { members, invitations } = await readTeam(team.grant);
    seen.push([members.length, invitations.map(({ id: _, email: __, invitedAt: ___, ...rest }) => rest)]);
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test("who was removed from one company goes on in the other, with the same password", async () => {
  const [one, other] = [await makeTeam(), await makeTeam()];
  const clerk = await makeMember(one.providerId, "clerk");
  await addMembership(clerk.personId, other.providerId, "clerk");
  await removeMember(one.grant, clerk.personId, browser());
  const link = await invite(one, clerk.email);
  expect(await readInvitation(link)).toMatchObject({ hasAccount: true });
  await joinTeam({ token: link, password: PASSWORD }, browser());
  const rows =
    await owner`select 1 from membership where person_id = ${clerk.personId} and removed_at is null`;
  expect(rows).toHaveLength(2);
});
