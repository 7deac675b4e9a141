import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { findCurrentPolicy } from "@/db/queries/caja";
import { findNamedOwner, listInvitations, listMembers } from "@/db/queries/team";
import { acceptInvitation, joinTeam, readInvitation } from "@/domain/account/accept-invitation";
import { nameOwner, readNamedOwner, withdrawOwner } from "@/domain/provider/owner";
import { OwnerInput } from "@/domain/provider/owner-schema";
import { readProviderSeen } from "@/domain/provider/standing";
import { cancelInvitation, resendInvitation } from "@/domain/team/invite-member";
import { authorize } from "@/model/access";
import {
  browser,
  mailsTo,
  makeMember,
  makeProvider,
  makeSession,
  owner,
  PASSWORD,
  someEmail,
  teamGrant,
} from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";

const notice = (subject: string) => ({ subject, text: "" });
const emails = ({ token }: { token: string }) => ({
  invite: { subject: "invite", text: token },
  team: notice("named"),
});
const changed = () => notice("changed");
const ownersOf = (provider: string) => owner<{ id: string; email: string }[]>`
  select p.id, p.email from membership m join person p on p.id = m.person_id
  where m.provider_id = ${provider} and m.role = 'owner' and m.removed_at is null`;

/** A provider with one owner who left, and an administrator of the caja who may name another. */
async function leaderless() {
  const provider = await makeProvider();
  const [gone, clerk] = [await makeMember(provider, "owner"), await makeMember(provider, "clerk")];
  const grant = authorize(await makeCajaPerson("administrator"), "provider.manage");
  const name = async (email = someEmail(), seen?: string) => {
    const input = OwnerInput.parse({
      provider,
      email,
      name: "Nueva Dueña",
      proof: "Cámara de Comercio de ayer, en la sede Prado.",
      seen: seen ?? (await readProviderSeen(grant, provider)),
    });
    await nameOwner(grant, input, emails, browser());
    const token = (await mailsTo(email)).find(({ subject }) => subject === "invite")?.text ?? "";
    const code = (await readNamedOwner(grant, provider))?.code ?? "";
    return { email, token, code };
  };
  const owners = async () => (await ownersOf(provider)).map(({ email }) => email);
  return { provider, gone, clerk, grant, name, owners };
}

function accept({ token, code }: { token: string; code?: string }) {
  // As a page passes it on: with the name of the browser, which is no part of an acceptance.
  const from = { ...browser(), language: "es-CO", device: "navegador" };
  return acceptInvitation(
    { token, code, name: "Nueva Dueña", password: PASSWORD, treatment: "1", terms: "1" },
    from,
    changed,
  );
}

test("the person whom the caja names becomes the owner by link and code, the earlier one leaves, and all are told", async () => {
  await findCurrentPolicy(publicDatabase());
  const { provider, gone, clerk, name, owners } = await leaderless();
  await makeSession(gone.personId);
  await makeSession(clerk.personId);
  const { email, token, code } = await name();
  expect(await owners()).toEqual([gone.email]);
  for (const person of [gone, clerk])
    expect((await mailsTo(person.email)).map((mail) => mail.subject)).toEqual(["named"]);

  await expect(accept({ token })).rejects.toMatchObject({ code: "wrong_owner_code" });
  await expect(accept({ token, code: "AAAA-AAAA" })).rejects.toMatchObject({ code: "wrong_owner_code" });
  expect(await owners()).toEqual([gone.email]);

  await accept({ token, code: code.toLowerCase().replace("-", " ") });
  expect(await owners()).toEqual([email]);
  for (const person of [gone, clerk])
    expect((await mailsTo(person.email)).map((mail) => mail.subject)).toEqual(["named", "changed"]);
  const open = await owner`select person_id from session where revoked_at is null
    and person_id in ${owner([gone.personId, clerk.personId])}`;
  expect(open).toEqual([{ person_id: clerk.personId }]);
  const events = await owner<{ action: string; detail: object }[]>`select action, detail from audit_event
    where subject_id = ${provider} order by seq`;
  expect(events.map(({ action }) => action)).toEqual(["provider.owner_named", "provider.owner_changed"]);
  expect(events[0]?.detail).toMatchObject({ proof: "Cámara de Comercio de ayer, en la sede Prado." });
  expect(JSON.stringify(events)).not.toContain(email);
});

test("the mailbox alone opens nothing: the fifth wrong code ends the invitation, also for the right one", async () => {
  const { name, owners, gone, grant, provider } = await leaderless();
  const { token, code } = await name();
  for (let turn = 0; turn < 5; turn += 1)
    await expect(accept({ token, code: `WRNG-${turn}` })).rejects.toMatchObject({ code: "wrong_owner_code" });
  await expect(accept({ token, code })).rejects.toMatchObject({ code: "link_not_usable" });
  expect(await owners()).toEqual([gone.email]);
  expect(await readNamedOwner(grant, provider)).toBeNull();
});

test("a clerk of the company is named and stays one member, with an own password and the code", async () => {
  const { provider, clerk, name, owners } = await leaderless();
  const { token, code } = await name(clerk.email);
  const from = browser();
  await expect(
    joinTeam({ token, password: PASSWORD }, from, async () => null, changed),
  ).rejects.toMatchObject({
    code: "wrong_owner_code",
  });
  await joinTeam({ token, password: PASSWORD, code }, from, async () => null, changed);
  expect(await owners()).toEqual([clerk.email]);
  const joined = (await ownersOf(provider))[0]?.id ?? "";
  expect(await listMembers(publicDatabase(), teamGrant(provider, joined))).toHaveLength(1);
});

test("of ten concurrent namings one is stored, and the others are refused", async () => {
  const { provider, grant, name } = await leaderless();
  const seen = await readProviderSeen(grant, provider);
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => name(someEmail(), seen)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "owner_named" });
});

test("nobody is named where two owners remain, where they are the owner, or from what was not shown", async () => {
  const { provider, gone, name } = await leaderless();
  await expect(name(gone.email)).rejects.toMatchObject({ code: "owner_already" });
  await expect(name(someEmail(), "{}")).rejects.toMatchObject({ code: "changed_since" });
  const official = await makeCajaPerson("auditor");
  await expect(name(official.email)).rejects.toMatchObject({ code: "owner_email_barred" });
  await makeMember(provider, "owner");
  await expect(name()).rejects.toMatchObject({ code: "owner_remains" });
});

test("the earlier owner neither sees, sends again nor cancels the caja's invitation; the caja takes it back", async () => {
  const { provider, gone, clerk, grant, name } = await leaderless();
  const { token, code } = await name();
  const named = await findNamedOwner(cajaDatabase(), provider);
  const own = teamGrant(provider, gone.personId);
  expect(await listInvitations(publicDatabase(), own)).toEqual([]);
  const id = named?.id ?? "";
  await expect(cancelInvitation(own, id, browser())).rejects.toMatchObject({ code: "member_not_found" });
  await expect(
    resendInvitation(own, id, () => ({ invite: notice("x"), known: notice("x") }), browser()),
  ).rejects.toMatchObject({ code: "member_not_found" });

  await withdrawOwner(grant, { provider, invitation: id }, () => notice("withdrawn"), browser());
  expect((await readInvitation(token))?.state).toBe("cancelled");
  const taken = await owner`select from audit_event
    where action = 'provider.owner_withdrawn' and subject_id = ${provider}`;
  expect(taken).toHaveLength(1);
  await expect(accept({ token, code })).rejects.toMatchObject({ code: "link_not_usable" });
  expect((await mailsTo(clerk.email)).map((mail) => mail.subject)).toEqual(["named", "withdrawn"]);
});
