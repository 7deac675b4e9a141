import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { listProviderDocuments } from "@/db/queries/provider-file";
import { listDueDocuments, wantedInRenewal } from "@/domain/request/documents-due";
import { listRenewals, submitRenewal } from "@/domain/request/renew";
import { authorize, type ProviderActor } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { ageTo, makeRenewing } from "@/tests/support/factories/renewal";
import { file, find, makeApplicant, somePaper, uploads } from "@/tests/support/factories/request";
import { ownApplications } from "@/tests/support/own-applications";

const { codes, application } = ownApplications();

async function renewing(options: { age?: number; of?: string } = {}) {
  const renewed = await makeRenewing(options);
  codes.push(renewed.code);
  return renewed;
}
const filing = (actor: ProviderActor) => authorize(actor, "application.request");
const dueOf = async (actor: ProviderActor, code: string) =>
  Object.fromEntries((await listDueDocuments(filing(actor), code)).map(({ kind, due }) => [kind, due]));
const renew = (actor: ProviderActor, applicationCode: string) =>
  submitRenewal(
    filing(actor),
    { applicationCode, uploads: uploads({ chamber: somePaper(), rut: somePaper() }) },
    { subject: "renewal", text: "" },
    browser(),
  );

test("of who has the application a document counts by its days of renewal, of who asks for it by its largest age", async () => {
  const { actor, code } = await renewing({ age: 100 });
  await owner`update application_document set renewal_days = 60 where application_code = ${code} and kind = 'rut'`;
  expect(await dueOf(actor, code)).toEqual({ rut: "old", chamber: "none" });
  expect(wantedInRenewal(await listDueDocuments(filing(actor), code)).map(({ kind }) => kind)).toEqual([
    "rut",
  ]);
  // Another application asks for the same papers: there it is a first request.
  const other = await application("rut", "chamber");
  await owner`update application_document set renewal_days = 3000, largest_age_days = 30
    where application_code = ${other}`;
  expect(await dueOf(actor, other)).toEqual({ rut: "old", chamber: "old" });
  // Nor does it renew whose first request waits or came back, although the application was given before.
  await file(actor, other);
  await owner`update request_document d set uploaded_at = uploaded_at - interval '100 days' from request r
    where r.id = d.request_id and r.application_code = ${other}`;
  await owner`insert into granted_application (provider_id, application_code) values (${actor.provider.id}, ${other})`;
  await owner`update request set state = 'returned', reason = 'x' where application_code = ${other}`;
  expect(await dueOf(actor, other)).toEqual({ rut: "old", chamber: "old" });
  await owner`update request set state = 'approved' where application_code = ${other}`;
  expect(await dueOf(actor, other)).toEqual({ rut: "none", chamber: "none" });
});

test("a document may be given again 30 days before its day, and never before two thirds of its days have passed", async () => {
  const { actor, code } = await renewing({ age: 335 });
  const since = () => listRenewals(authorize(actor, "application.view"));
  expect(await dueOf(actor, code)).toEqual({ rut: "none", chamber: "none" });
  await ageTo(actor, 336);
  expect(await dueOf(actor, code)).toEqual({ rut: "none", chamber: "old" });
  const [day] = await owner<{ day: string }[]>`select (bogota_today() + 30)::text as day`;
  expect(await since()).toMatchObject([{ applicationCode: code, since: day?.day, state: null }]);
  // The desk counts nobody who has time left.
  const [document] = await listProviderDocuments(cajaDatabase(), actor.provider.id);
  expect(document?.toRenew).toBe(false);
  await owner`update application_document set renewal_days = 30 where application_code = ${code}`;
  await ageTo(actor, 20);
  expect(await dueOf(actor, code)).toEqual({ rut: "none", chamber: "none" });
  await ageTo(actor, 21);
  expect(await renew(actor, code)).toMatch(/^SOL-/);
  expect(await since()).toMatchObject([{ applicationCode: code, state: "submitted" }]);
});

test("what is due of another provider or in another application is not due here", async () => {
  const [late, fresh] = [await renewing(), await renewing({ age: 1 })];
  const neighbour = await renewing({ age: 1, of: late.code });
  await expect(renew(neighbour.actor, late.code)).rejects.toMatchObject({ code: "nothing_to_renew" });
  await owner`insert into granted_application (provider_id, application_code)
    values (${late.actor.provider.id}, ${fresh.code})`;
  await owner`delete from application_document where application_code = ${fresh.code} and kind = 'chamber'`;
  await expect(renew(late.actor, fresh.code)).rejects.toMatchObject({ code: "nothing_to_renew" });
  expect(await renew(late.actor, late.code)).toMatch(/^SOL-/);
});

test("nothing is renewed of an application that is no longer offered, nor of one that was not given", async () => {
  const { actor, code } = await renewing();
  const gone = { code: "request_not_found" };
  await owner`update application set active = false where code = ${code}`;
  await expect(renew(actor, code)).rejects.toMatchObject(gone);
  await owner`update application set active = true where code = ${code}`;
  const applicant = await makeApplicant();
  await expect(renew(applicant, code)).rejects.toMatchObject(gone);
  const request = await find(applicant, await file(applicant, code));
  await ageTo(applicant, 400);
  expect(request?.renews).toBe(false);
  await expect(renew(applicant, code)).rejects.toMatchObject(gone);
});
