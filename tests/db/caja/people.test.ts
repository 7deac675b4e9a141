import { expect, test } from "vitest";
import { cajaDatabase, doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findSessionActor } from "@/db/queries/session";
import { chooseNewPassword, readPasswordLink } from "@/domain/account/recover";
import {
  changeOfficial,
  endAccess,
  inviteOfficial,
  readOfficials,
  resendOfficialInvitation,
  returnAccess,
} from "@/domain/caja/people";
import { authorize, type CajaRole, type Grant } from "@/model/access";
import {
  browser,
  mailsTo,
  makeMember,
  makeProvider,
  makeSession,
  owner,
  PASSWORD,
  someEmail,
} from "@/tests/support/factories/account";
import { enrol, halfSession } from "@/tests/support/factories/factor";
import { loggedEvents } from "@/tests/support/logged-events";
import { makeOfficial } from "@/tests/support/officials";

type Manage = Grant<"people.manage">;
const manager = async (): Promise<Manage> => authorize(await makeOfficial("administrator"), "people.manage");

async function invite(grant: Manage, role: CajaRole = "officer", email = someEmail()) {
  let link = "";
  const compose = (token: string) => {
    link = token;
    return { subject: "invited", text: "" };
  };
  await inviteOfficial(grant, { name: "Diana Mercado", email, role }, compose, browser());
  const [person] = await owner<{ id: string }[]>`select id from person where email = ${email}`;
  return { email, link, person: person?.id ?? "" };
}

const choose = (token: string, code?: string) =>
  chooseNewPassword({ token, password: PASSWORD, code }, { subject: "x", text: "" }, browser());
const codeOf = async (grant: Manage, person: string) => {
  const code = (await officialOf(grant, person))?.code;
  return typeof code === "object" ? code?.told : undefined;
};
const end = (grant: Manage, person: string) => endAccess(grant, { person, cause: "left" }, browser());
const change = (grant: Manage, person: string, role: CajaRole, was: CajaRole, name = "Diana Mercado") =>
  changeOfficial(grant, { person, name, role, was }, browser());

async function officialOf(grant: Manage, person: string) {
  return (await readOfficials(grant, new Date())).find(({ personId }) => personId === person);
}

test("an invited person chooses a password by the e-mail's link and has the role; each step is logged", async () => {
  const grant = await manager();
  const { email, link, person } = await invite(grant, "support");
  expect(await mailsTo(email)).toEqual([expect.objectContaining({ subject: "invited" })]);
  expect(await officialOf(grant, person)).toMatchObject({
    email,
    name: "Diana Mercado",
    role: "support",
    standing: "invited",
  });
  expect(await choose(link, await codeOf(grant, person))).toMatchObject({ personId: person, isCaja: true });
  expect(await officialOf(grant, person)).toMatchObject({ standing: "active" });
  const by = grant.actor.personId;
  expect((await loggedEvents(person)).slice(0, 2)).toEqual([
    ["person.invited", by, null],
    ["password.chosen", person, null],
  ]);
});

test("an invitation sent again ends the earlier link, and none is sent to who has a second factor", async () => {
  const grant = await manager();
  const { link, person } = await invite(grant);
  let newer = "";
  const again = () =>
    resendOfficialInvitation(
      grant,
      person,
      (token) => {
        newer = token;
        return { subject: "again", text: "" };
      },
      browser(),
    );
  await again();
  expect((await readPasswordLink(link))?.state).toBe("superseded");
  expect(await loggedEvents(person)).toContainEqual(["person.invitation_resent", grant.actor.personId, null]);
  await choose(newer, await codeOf(grant, person));
  await enrol(await halfSession(person));
  await expect(again()).rejects.toMatchObject({ code: "official_changed" });
});

test("an e-mail that is somebody's already is refused, also of five invitations at once", async () => {
  const grant = await manager();
  const shop = await makeMember(await makeProvider(), "clerk");
  await expect(invite(grant, "officer", shop.email)).rejects.toMatchObject({ code: "official_email_taken" });
  const email = someEmail();
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, () => invite(grant, "officer", email.toUpperCase())),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "official_email_taken" });
});

test("the fourth invitation of one address within an hour has to wait, with its end", async () => {
  const grant = await manager();
  const { person, email } = await invite(grant);
  const again = () =>
    resendOfficialInvitation(grant, person, () => ({ subject: "again", text: "" }), browser());
  await again();
  await again();
  await expect(again()).rejects.toMatchObject({ code: "too_many_attempts", until: expect.any(Date) });
  expect((await mailsTo(email)).map(({ subject }) => subject).sort()).toEqual(["again", "again", "invited"]);
});

test("ended access signs the person out of every session and lets no link or password in, until it is returned", async () => {
  const grant = await manager();
  const { link, email, person } = await invite(grant);
  const [one, two] = [await makeSession(person), await makeSession(person)];
  expect(await findSessionActor(doorDatabase(), one)).toMatchObject({ personId: person });
  await end(grant, person);
  for (const session of [one, two]) expect(await findSessionActor(doorDatabase(), session)).toBeNull();
  expect(await readPasswordLink(link)).toBeNull();
  await expect(choose(link)).rejects.toMatchObject({ code: "link_not_usable" });
  expect(await call(doorDatabase(), "sign_in_facts", { email })).toBeNull();
  expect(await officialOf(grant, person)).toMatchObject({ standing: "ended", sessions: 0 });

  await returnAccess(grant, person, browser());
  expect((await readPasswordLink(link))?.state).toBe("superseded");
  for (const session of [one, two]) expect(await findSessionActor(doorDatabase(), session)).toBeNull();
  const by = grant.actor.personId;
  expect(await loggedEvents(person)).toEqual([
    ["person.invited", by, null],
    ["person.access_ended", by, null],
    ["person.access_returned", by, null],
  ]);
});

test("a changed role works on the next request, and what somebody else changed meanwhile is not changed back", async () => {
  const grant = await manager();
  const { personId } = await makeOfficial("officer");
  const session = await makeSession(personId);
  await change(grant, personId, "treasurer", "officer");
  expect(await findSessionActor(doorDatabase(), session)).toMatchObject({ role: "treasurer" });
  await expect(change(grant, personId, "auditor", "officer")).rejects.toMatchObject({
    code: "official_changed",
  });
  // The page showed the name of before, which another administrator has corrected.
  const stale = {
    person: personId,
    name: "Diana",
    nameWas: "Otro Nombre",
    role: "treasurer",
    was: "treasurer",
  } as const;
  await expect(changeOfficial(grant, stale, browser())).rejects.toMatchObject({ code: "official_changed" });
  await changeOfficial(grant, { ...stale, nameWas: "Diana Mercado" }, browser());
  expect(await officialOf(grant, personId)).toMatchObject({ name: "Diana" });
  const [event] = await owner<{ detail: unknown }[]>`
    select detail from audit_event where subject_id = ${personId} and action = 'person.role_changed'`;
  expect(event?.detail).toEqual({ from: "officer", to: "treasurer" });
  expect(await loggedEvents(personId)).toContainEqual(["person.renamed", grant.actor.personId, null]);
});

test("nobody changes their own role or ends their own access; their own name they may mend", async () => {
  const grant = await manager();
  const own = grant.actor.personId;
  await expect(end(grant, own)).rejects.toMatchObject({ code: "own_access" });
  await expect(change(grant, own, "auditor", "administrator")).rejects.toMatchObject({ code: "own_access" });
  await change(grant, own, "administrator", "administrator", "Marta Ríos");
  expect(await officialOf(grant, own)).toMatchObject({ name: "Marta Ríos", role: "administrator" });
});

test("who works for a provider, and nobody at all, is found by none of the acts", async () => {
  const grant = await manager();
  const { personId } = await makeMember(await makeProvider(), "clerk");
  await expect(end(grant, personId)).rejects.toMatchObject({ code: "official_not_found" });
  await expect(returnAccess(grant, personId, browser())).rejects.toMatchObject({
    code: "official_not_found",
  });
  await expect(change(grant, personId, "auditor", "officer")).rejects.toMatchObject({
    code: "official_not_found",
  });
  const [row] = await owner<{ open: boolean }[]>`
    select disabled_at is null and caja_role is null as open from person where id = ${personId}`;
  expect(row?.open).toBe(true);
});

test("the list is nobody's without its permission", async () => {
  const { personId } = await makeOfficial("officer");
  expect(await call(cajaDatabase(), "list_caja_people", { actor: personId })).toEqual([]);
});

test("who has not entered for 180 days is named, one day earlier not", async () => {
  const grant = await manager();
  const { link, person } = await invite(grant);
  await choose(link, await codeOf(grant, person));
  const [invited] = await owner<{ at: Date }[]>`select created_at as at from person where id = ${person}`;
  const after = (days: number) => new Date((invited?.at.getTime() ?? 0) + days * 24 * 60 * 60 * 1000);
  const idleDays = async (days: number) =>
    (await readOfficials(grant, after(days))).find(({ personId }) => personId === person)?.idleDays;
  expect(await idleDays(179)).toBeNull();
  expect(await idleDays(180)).toBe(180);
});

test("fifty administrators who end each other's access at once: each gets one answer, and one stays at least", async () => {
  const grants = await Promise.all(Array.from({ length: 50 }, manager));
  const results = await Promise.allSettled(
    grants.map((grant, at) => end(grant, grants[(at + 1) % grants.length]?.actor.personId ?? "")),
  );
  const done = results.filter(({ status }) => status === "fulfilled").length;
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "not_allowed" });
  const ids = grants.map(({ actor }) => actor.personId);
  const [left] = await owner<{ active: number; events: number }[]>`
    select (select count(*)::int from person where id = any(${ids}) and disabled_at is null) as active,
      (select count(*)::int from audit_event where subject_id = any(${ids}) and action = 'person.access_ended') as events`;
  expect(left).toEqual({ active: 50 - done, events: done });
  expect(left?.active).toBeGreaterThanOrEqual(1);
});

test("two administrators who end each other's access at once: one stays", async () => {
  for (let round = 0; round < 5; round++) {
    const [ana, luis] = [await manager(), await manager()];
    const results = await Promise.allSettled([end(ana, luis.actor.personId), end(luis, ana.actor.personId)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});

test("fifty who end the access of one: one does it, the others are told that it changed", async () => {
  const grants = await Promise.all(Array.from({ length: 50 }, manager));
  const { personId } = await makeOfficial("officer");
  const results = await Promise.allSettled(grants.map((grant) => end(grant, personId)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "official_changed" });
});
