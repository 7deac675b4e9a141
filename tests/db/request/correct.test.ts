import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { listDocuments, listRequestEvents } from "@/db/queries/request";
import { sendCorrection } from "@/domain/request/correct";
import { authorize, type ProviderActor } from "@/model/access";
import { browser, mailsTo, owner, someNit } from "@/tests/support/factories/account";
import {
  closingReason,
  file,
  find,
  makeAdministrator,
  makeAgreement,
  makeApplicant,
  makeRequest,
  outcomeOf,
  somePaper,
  uploads,
  whoFiled,
} from "@/tests/support/factories/request";

function correct(actor: ProviderActor, requestId: string) {
  const grant = authorize(actor, "application.request");
  const correction = { requestId, agreementNumber: "CV-7", note: "Ahora se lee." };
  return sendCorrection(
    grant,
    { ...correction, uploads: uploads({ rut: somePaper("nuevo.pdf") }) },
    browser(),
  );
}

/** A request that the caja sent back. */
async function makeReturned() {
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  const filingNumber = await file(applicant);
  const request = await find(applicant, filingNumber);
  if (!request) throw new Error("no request made");
  expect(await outcomeOf(grant, request.id, "returned")).toBe("done");
  return { grant, applicant, filingNumber, id: request.id };
}

test("a correction replaces the document it contains, keeps the other, and is submitted to the caja again", async () => {
  const { applicant, filingNumber, id } = await makeReturned();
  await correct(applicant, id);
  expect(await find(applicant, filingNumber)).toMatchObject({
    state: "submitted",
    agreementNumber: "CV-7",
    reason: null,
  });
  const names = (await listDocuments(publicDatabase(), await whoFiled(id), id)).map(({ kind, fileName }) => [
    kind,
    fileName,
  ]);
  expect(names).toEqual([
    ["chamber", "camara.pdf"],
    ["rut", "nuevo.pdf"],
  ]);
  const [old] = await owner`select count(*)::int as replaced from request_document
    where request_id = ${id} and replaced_at is not null`;
  expect(old).toMatchObject({ replaced: 1 });
  const events = await listRequestEvents(publicDatabase(), await whoFiled(id), id);
  expect(events.map(({ kind }) => kind)).toEqual(["corrected", "returned", "submitted"]);
});

test("of ten concurrent corrections the first succeeds", async () => {
  const { applicant, id } = await makeReturned();
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => correct(applicant, id)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("another provider cannot correct a request, and one under review cannot be corrected", async () => {
  const { id } = await makeReturned();
  const other = await makeApplicant();
  await expect(correct(other, id)).rejects.toMatchObject({ code: "request_not_correctable" });
  const waiting = await makeRequest(other);
  await expect(correct(other, waiting)).rejects.toMatchObject({ code: "request_not_correctable" });
});

test("a viewer cannot file a request", async () => {
  const clerk = await makeApplicant(someNit(), "clerk");
  expect(() => authorize(clerk, "application.request")).toThrow("not_allowed");
  // Also not with a grant of yesterday, when the person still was an owner.
  await expect(file({ ...clerk, role: "owner" })).rejects.toMatchObject({ code: "not_allowed" });
});

test("an approval closes the other requests of its NIT and informs their owners; later ones are refused", async () => {
  const nit = someNit();
  const [grant, winner, loser, late] = await Promise.all([
    makeAdministrator(),
    makeApplicant(nit),
    makeApplicant(nit),
    makeApplicant(nit),
  ]);
  await makeAgreement(nit);
  const closed = await file(loser);
  expect(await outcomeOf(grant, await makeRequest(winner), "approved")).toBe("done");
  expect(await find(loser, closed)).toMatchObject({ state: "rejected", reason: closingReason });
  expect(await mailsTo(loser.email)).toHaveLength(2);
  await expect(file(late)).rejects.toMatchObject({ code: "nit_has_owner" });
});

test("a new request after a rejection gets a new filing number", async () => {
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  const first = await file(applicant);
  const request = await find(applicant, first);
  expect(await outcomeOf(grant, request?.id ?? "", "rejected")).toBe("done");
  expect(await file(applicant)).not.toBe(first);
});
