import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { listProviderDocuments } from "@/db/queries/provider-file";
import { listDocuments } from "@/db/queries/request";
import { findRequest } from "@/db/queries/request-desk";
import { sendCorrection } from "@/domain/request/correct";
import { takeBackDecision } from "@/domain/request/decide";
import { hasToCome, listDueDocuments, wantedInRenewal } from "@/domain/request/documents-due";
import { isToBeSent, listRenewals, submitRenewal } from "@/domain/request/renew";
import { authorize, type ProviderActor } from "@/model/access";
import { browser, mailsTo, makeMember, owner } from "@/tests/support/factories/account";
import { ageTo, makeRenewing, YEAR } from "@/tests/support/factories/renewal";
import {
  file,
  find,
  makeAdministrator,
  makeApplicant,
  outcomeOf,
  somePaper,
  uploads,
  whoFiled,
} from "@/tests/support/factories/request";
import { logOf } from "@/tests/support/officials";
import { ownApplications } from "@/tests/support/own-applications";
import { firstValue } from "@/tests/support/rolled-back";

const { codes } = ownApplications();

async function approved(options: { age?: number } = {}) {
  const renewing = await makeRenewing(options);
  codes.push(renewing.code);
  return renewing;
}

const view = (actor: ProviderActor) => authorize(actor, "application.view");
const filing = (actor: ProviderActor) => authorize(actor, "application.request");
const own = async (actor: ProviderActor, code: string) =>
  (await listRenewals(view(actor))).find(({ applicationCode }) => applicationCode === code);
const renew = (actor: ProviderActor, code: string, ...kinds: string[]) =>
  submitRenewal(
    filing(actor),
    {
      applicationCode: code,
      uploads: uploads(Object.fromEntries(kinds.map((kind) => [kind, somePaper(`${kind}-nuevo.pdf`)]))),
    },
    { subject: "renewal", text: "" },
    browser(),
  );
async function renewed(actor: ProviderActor, code: string) {
  const request = await find(actor, await renew(actor, code, "chamber"));
  if (!request) throw new Error("no renewal made");
  return request;
}
const mayWork = ({ provider }: ProviderActor) =>
  firstValue<boolean>(owner`select provider_may_work(${provider.id}, now())`);
const papersOf = async (id: string) =>
  Object.fromEntries(
    (await listDocuments(publicDatabase(), await whoFiled(id), id)).map((each) => [each.kind, each.fileName]),
  );

test("a document is to be renewed on the day after its last one, counted in Bogotá, and not by the age of a request", async () => {
  const { actor, code } = await approved({ age: YEAR - 30 });
  expect(await own(actor, code)).toBeUndefined();
  await expect(renew(actor, code, "chamber")).rejects.toMatchObject({ code: "nothing_to_renew" });
  await ageTo(actor, YEAR + 1);
  const [today] = await owner<{ day: string }[]>`select bogota_today()::text as day`;
  expect(await own(actor, code)).toMatchObject({
    ...{ since: today?.day, state: null, filingNumber: null },
    documents: [{ kind: "chamber", name: "Documento chamber" }],
  });
});

test("a renewal asks for what is due alone, and what stands is taken over with its mark", async () => {
  const { actor, code, first } = await approved();
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'doc_catalogo', 'Catálogo', false, 9)`;
  const asked = wantedInRenewal(await listDueDocuments(filing(actor), code));
  expect(asked.map(({ kind, due }) => [kind, due, hasToCome])).toEqual([["chamber", "old", hasToCome]]);
  await expect(renew(actor, code)).rejects.toMatchObject({ code: "documents_missing" });
  const request = await renewed(actor, code);
  expect(request).toMatchObject({ state: "submitted", renews: true });
  expect(await logOf(actor.personId)).toContainEqual(
    expect.objectContaining({
      action: "request.renewal_submitted",
      detail: { filing_number: request.filingNumber, application: code, documents: ["chamber"] },
    }),
  );
  expect((await mailsTo(actor.email)).map(({ subject }) => subject)).toContain("renewal");
  expect(await papersOf(request.id)).toEqual({ rut: "rut.pdf", chamber: "chamber-nuevo.pdf" });
  expect(await papersOf(first.id)).toEqual({ rut: "rut.pdf", chamber: "chamber.pdf" });
  expect(await own(actor, code)).toMatchObject({ state: "submitted", filingNumber: request.filingNumber });
});

test("whatever becomes of a renewal, its provider goes on working", async () => {
  const { actor, code } = await approved();
  const reviewer = await makeAdministrator();
  expect(await mayWork(actor)).toBe(true);
  const { id, filingNumber } = await renewed(actor, code);
  expect(await mayWork(actor)).toBe(true);
  expect(await outcomeOf(reviewer, id, "returned")).toBe("done");
  expect(await mayWork(actor)).toBe(true);
  expect(await renew(actor, code, "chamber")).toBe(filingNumber);
  expect(await own(actor, code)).toMatchObject({ state: "returned", reason: "El RUT no se lee." });
  const correction = { requestId: id, agreementNumber: null, note: "Va.", uploads: uploads({}) };
  await sendCorrection(filing(actor), correction, browser());
  expect(await outcomeOf(reviewer, id, "rejected")).toBe("done");
  expect(await mayWork(actor)).toBe(true);
  const again = await renewed(actor, code);
  expect(again.id).not.toBe(id);
  expect(await outcomeOf(reviewer, again.id, "approved")).toBe("done");
  expect(await mayWork(actor)).toBe(true);
  expect(await own(actor, code)).toBeUndefined();
  await expect(renew(actor, code, "chamber")).rejects.toMatchObject({ code: "nothing_to_renew" });
});

test("a rejected renewal leaves the document due, and a year after one that was approved it is due anew", async () => {
  const { actor, code } = await approved();
  const reviewer = await makeAdministrator();
  const { id, filingNumber } = await renewed(actor, code);
  await outcomeOf(reviewer, id, "rejected");
  const rejected = await own(actor, code);
  expect(rejected).toMatchObject({ state: "rejected", filingNumber });
  expect(rejected && isToBeSent(rejected)).toBe(true);
  const second = await renewed(actor, code);
  await outcomeOf(reviewer, second.id, "approved");
  await ageTo(actor, YEAR + 1);
  const due = await own(actor, code);
  expect(due && isToBeSent(due)).toBe(true);
  expect((await renewed(actor, code)).id).not.toBe(second.id);
});

test("of two owners who send one at once, both get the number of the first, and there is one", async () => {
  const { actor, code } = await approved();
  const { personId } = await makeMember(actor.provider.id, "owner");
  const both = [actor, { ...actor, personId }];
  const numbers = await Promise.all([...both, ...both].map((one) => renew(one, code, "chamber")));
  expect(new Set(numbers).size).toBe(1);
  const [row] = await owner<{ open: number }[]>`select count(*)::int as open from request
    where provider_id = ${actor.provider.id} and renews`;
  expect(row?.open).toBe(1);
});

test("the table itself refuses a second open renewal, and a request for what the provider has is answered by its first", async () => {
  const { actor, code, first } = await approved();
  await renewed(actor, code);
  await expect(
    owner`insert into request (filing_number, provider_id, application_code, state, submitted_by, renews)
      values ('SOL-1901-000001', ${actor.provider.id}, ${code}, 'returned', ${actor.personId}, true)`,
  ).rejects.toThrow();
  expect(await file(actor, code)).toBe(first.filingNumber);
});

test("a suspended provider renews, and stays suspended", async () => {
  const { actor, code } = await approved();
  await owner`update provider set suspended_at = now(), suspension_reason = 'Prueba' where id = ${actor.provider.id}`;
  const { id } = await renewed(actor, code);
  expect(await outcomeOf(await makeAdministrator(), id, "approved")).toBe("done");
  expect(await mayWork(actor)).toBe(false);
  const [row] = await owner<
    { suspended: boolean }[]
  >`select suspended_at is not null as suspended from provider where id = ${actor.provider.id}`;
  expect(row?.suspended).toBe(true);
});

test("a renewal is approved without a convenio in force, and gives back no right that is gone", async () => {
  const { actor, code } = await approved();
  const { id, filingNumber } = await renewed(actor, code);
  await owner`update agreement set ends_on = current_date - 5 where nit = ${actor.provider.nit}`;
  await owner`delete from granted_application where provider_id = ${actor.provider.id}`;
  expect(await findRequest(cajaDatabase(), filingNumber)).toMatchObject({ obstacle: null });
  expect(await outcomeOf(await makeAdministrator(), id, "approved")).toBe("done");
  expect(
    await owner`select 1 from granted_application where provider_id = ${actor.provider.id}`,
  ).toHaveLength(0);
});

test("an approved renewal that is taken back waits again, and the access stays", async () => {
  const { actor, code } = await approved();
  const reviewer = await makeAdministrator();
  const { id } = await renewed(actor, code);
  await outcomeOf(reviewer, id, "approved");
  await takeBackDecision(reviewer, id, browser());
  expect(await own(actor, code)).toMatchObject({ state: "submitted" });
  expect(await mayWork(actor)).toBe(true);
});

test("nobody renews for an application or a provider that is not theirs", async () => {
  const { actor, code } = await approved();
  const stranger = await makeApplicant();
  await expect(renew(stranger, code, "chamber")).rejects.toMatchObject({ code: "request_not_found" });
  const posing = { ...stranger, provider: actor.provider };
  await expect(renew(posing, code, "chamber")).rejects.toMatchObject({ code: "not_allowed" });
  expect(await listRenewals(view(posing))).toEqual([]);
  const { personId } = await makeMember(actor.provider.id, "clerk");
  expect(await own({ ...actor, personId, role: "clerk" }, code)).toMatchObject({ state: null });
  await expect(renew({ ...actor, personId }, code, "chamber")).rejects.toMatchObject({ code: "not_allowed" });
});

test("the desk marks a renewal, warns of nothing for it, and the file of its provider says what is to be renewed", async () => {
  const { actor, code } = await approved();
  const toRenew = async () =>
    (await listProviderDocuments(cajaDatabase(), actor.provider.id))
      .filter((each) => each.toRenew)
      .map(({ name }) => name);
  expect(await toRenew()).toEqual(["Documento chamber"]);
  const { id, filingNumber } = await renewed(actor, code);
  expect((await findRequest(cajaDatabase(), filingNumber))?.flags).toContain("renewal");
  await outcomeOf(await makeAdministrator(), id, "approved");
  expect(await toRenew()).toEqual([]);
  const shown = await listProviderDocuments(cajaDatabase(), actor.provider.id);
  expect(shown.map(({ name, filingNumber: of }) => [name, of === filingNumber])).toEqual([
    ["Documento chamber", true],
    ["Documento rut", false],
  ]);
});
