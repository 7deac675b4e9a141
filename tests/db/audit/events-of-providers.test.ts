import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acceptInvitation } from "@/domain/account/accept-invitation";
import { confirmAccount } from "@/domain/account/confirm";
import { chooseNewPassword, sendPasswordLink } from "@/domain/account/recover";
import { authorise, readDraft, saveStep, sendConfirmation } from "@/domain/account/register";
import { sendCorrection } from "@/domain/request/correct";
import { cancelInvitation, inviteMember, resendInvitation } from "@/domain/team/invite-member";
import { removeMember } from "@/domain/team/remove-member";
import { readTeam } from "@/domain/team/team";
import { shortDigest } from "@/lib/crypto/digest";
import { tokenHash } from "@/lib/crypto/token";
import { authorize } from "@/model/access";
import {
  browser,
  mailsTo,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
  someNit,
  teamGrant,
} from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeApplicant,
  outcomeOf,
  somePaper,
  uploads,
} from "@/tests/support/factories/request";
import { loggedEvents } from "@/tests/support/logged-events";

beforeAll(makePolicy);

const message = { subject: "x", text: "x" };
const anyEmail = { invite: message, known: message };

async function makeTeam() {
  const providerId = await makeProvider();
  const { personId } = await makeMember(providerId, "owner");
  return { providerId, personId, grant: teamGrant(providerId, personId) };
}

test("sending, resending and cancelling an invitation are in the audit log with the owner", async () => {
  const { providerId, personId, grant } = await makeTeam();
  const email = someEmail();
  await inviteMember(grant, { name: "Beto", email, role: "clerk" }, () => anyEmail, browser());
  const id = (await readTeam(grant)).invitations[0]?.id ?? "";
  await resendInvitation(grant, id, () => anyEmail, browser());
  await cancelInvitation(grant, id, browser());
  expect(await loggedEvents(id)).toEqual([
    ["member.invited", personId, providerId],
    ["invitation.resent", personId, providerId],
    ["invitation.cancelled", personId, providerId],
  ]);
  expect(await mailsTo(email)).toHaveLength(2);
});

test("joining is in the audit log as the new member's action, removal as the owner's, and removal closes the sessions", async () => {
  const { providerId, personId, grant } = await makeTeam();
  let token = "";
  await inviteMember(
    grant,
    { name: "Beto", email: someEmail(), role: "clerk" },
    (sent) => {
      token = sent;
      return anyEmail;
    },
    browser(),
  );
  const input = { token, name: "Beto", password: PASSWORD, treatment: "1", terms: "1" } as const;
  const { personId: member } = await acceptInvitation(input, { ...browser(), language: "es-CO" });
  await owner`insert into session (token_hash, person_id, idle_seconds, expires_at)
    values (${tokenHash(randomUUID())}, ${member}, 60, now() + interval '1 hour')`;
  await removeMember(grant, member, browser());
  expect(await loggedEvents(member)).toEqual([
    ["member.joined", member, providerId],
    ["member.removed", personId, providerId],
  ]);
  const [open] =
    await owner`select count(*)::int as n from session where person_id = ${member} and revoked_at is null`;
  expect(open?.n).toBe(0);
});

test("requesting a password link and setting a password are in the audit log and close sessions and failed attempts", async () => {
  const { personId, email } = await makeMember(await makeProvider(), "owner");
  let token = "";
  await sendPasswordLink(
    email,
    (sent) => {
      token = sent;
      return message;
    },
    browser(),
  );
  await owner`insert into session (token_hash, person_id, idle_seconds, expires_at)
    values (${tokenHash(randomUUID())}, ${personId}, 60, now() + interval '1 hour')`;
  const key = shortDigest(email);
  const network = randomUUID();
  await owner`insert into budget_counter (scope, key, window_start, spent) values ('signin.account', ${key}, now(), 1),
    ('signin.pair', ${`${key}:x`}, now(), 1), ('signin.network', ${network}, now(), 1)`;
  await chooseNewPassword({ token, password: PASSWORD }, message, browser());
  expect(await loggedEvents(personId)).toEqual([
    ["password.link_requested", personId, null],
    ["password.chosen", personId, null],
  ]);
  const [open] =
    await owner`select count(*)::int as n from session where person_id = ${personId} and revoked_at is null`;
  expect(open?.n).toBe(0);
  expect(await mailsTo(email)).toHaveLength(2);
  const left = await owner`select scope from budget_counter where key in (${key}, ${`${key}:x`}, ${network})`;
  expect(left).toEqual([{ scope: "signin.network" }]);
});

test("a data consent, its e-mail and the resulting account are in the audit log", async () => {
  const token = await authorise(
    { treatment: "1", terms: "1" },
    { ...browser(), language: "es-CO", token: undefined },
  );
  const draft = async () => {
    const found = await readDraft(token);
    if (!found) throw new Error("no draft");
    return found;
  };
  const company = {
    nit: someNit(),
    checkDigit: 0,
    legalName: "Tienda",
    municipality: "08001",
    address: "Calle 1",
    phone: "+576053235000",
  };
  const email = someEmail();
  const person = { name: "Ana", idKind: "CC", idNumber: "1042555318", email, mobile: "+573001234567" };
  await saveStep(token, await draft(), { company });
  await saveStep(token, await draft(), { person });
  let link = "";
  await sendConfirmation(
    await draft(),
    (_answers, sent) => {
      link = sent;
      return { confirm: message, known: message, barred: message };
    },
    browser(),
  );
  const [row] = await owner<
    { id: string }[]
  >`select id from registration where token_hash = ${tokenHash(token)}`;
  expect(await loggedEvents(row?.id ?? "")).toEqual([
    ["registration.authorised", null, null],
    ["registration.submitted", null, null],
  ]);
  await confirmAccount({ token: link, password: PASSWORD }, browser());
  const [created] = await owner<{ person: string; provider: string }[]>`
    select p.id as person, m.provider_id as provider from person p join membership m on m.person_id = p.id
    where p.email = ${email}`;
  if (!created) throw new Error("no account made");
  expect(await loggedEvents(created.provider)).toEqual([
    ["account.created", created.person, created.provider],
  ]);
});

test("a request, its decision, its correction and each view of a document are in the audit log", async () => {
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  const filingNumber = await file(applicant);
  const id = (await find(applicant, filingNumber))?.id ?? "";
  expect(await outcomeOf(grant, id, "returned")).toBe("done");
  await sendCorrection(
    authorize(applicant, "application.request"),
    { requestId: id, agreementNumber: null, note: "Ya.", uploads: uploads({ rut: somePaper() }) },
    browser(),
  );
  expect(await outcomeOf(grant, id, "rejected")).toBe("done");
  const [person, provider, official] = [applicant.personId, applicant.provider.id, grant.actor.personId];
  expect(await loggedEvents(id)).toEqual([
    ["request.submitted", person, provider],
    ["request.returned", official, provider],
    ["request.corrected", person, provider],
    ["request.rejected", official, provider],
  ]);
  const [document] = await owner<
    { id: string }[]
  >`select id from request_document where request_id = ${id} limit 1`;
  await owner`select view_request_paper(${filingNumber}, ${document?.id ?? ""}, ${official}, 'x', true)`;
  await owner`select view_request_paper(${filingNumber}, ${randomUUID()}, ${official}, 'x')`;
  expect(await loggedEvents(filingNumber)).toEqual([["request.document_viewed", official, null]]);
});
