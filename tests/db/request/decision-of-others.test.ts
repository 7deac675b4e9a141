import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { listRequestDocuments } from "@/db/queries/request-desk";
import { decide, takeBackDecision } from "@/domain/request/decide";
import type { Decision, RequestReason } from "@/model/request";
import { browser, owner, someNit } from "@/tests/support/factories/account";
import { closeApplications, makeApplication } from "@/tests/support/factories/application";
import {
  makeAdministrator,
  makeAgreement,
  makeApplicant,
  makeRequest,
} from "@/tests/support/factories/request";

async function makeWaiting(nit = someNit()) {
  const actor = await makeApplicant(nit);
  await makeAgreement(nit);
  return { id: await makeRequest(actor), provider: actor.provider.id };
}

const rut: RequestReason[] = [{ code: "D1", document: "rut" }];
async function decided(id: string, decision: Decision, reasons: RequestReason[] = []) {
  const grant = await makeAdministrator();
  await decide(
    grant,
    { requestId: id, decision, reason: decision === "approved" ? null : "1. RUT: no se lee.", reasons },
    { compose: () => ({ subject: "x", text: "" }), closingReason: "Otro registro fue aprobado." },
    browser(),
  );
  return () => takeBackDecision(grant, id, browser());
}

const marksOf = async (id: string) =>
  (await listRequestDocuments(cajaDatabase(), id)).map(({ kind, mark }) => `${kind} ${mark}`).sort();
const stateOf = async (id: string) => {
  const [row] = await owner<{ state: string; events: number; mails: number }[]>`
    select r.state, (select count(*)::int from request_event e where e.request_id = r.id) as events,
      (select count(*)::int from mail m where m.event_key like '%' || r.id || ':%') as mails
    from request r where r.id = ${id}`;
  return row;
};

test("a returned request marks its own document, and taken back it leaves the marks of others and of before", async () => {
  const [own, other, waiting] = [await makeWaiting(), await makeWaiting(), await makeWaiting()];
  await owner`update request_document set mark = 'fix', marked_at = now() - interval '1 day'
    where request_id = ${own.id} and kind = 'chamber'`;
  const takeBack = await decided(own.id, "returned", rut);
  await decided(other.id, "returned", rut);
  expect(await marksOf(own.id)).toEqual(["chamber fix", "rut fix"]);
  expect(await marksOf(other.id)).toEqual(["chamber null", "rut fix"]);
  expect(await marksOf(waiting.id)).toEqual(["chamber null", "rut null"]);
  const before = await stateOf(other.id);
  await takeBack();
  expect(await marksOf(own.id)).toEqual(["chamber fix", "rut null"]);
  expect(await marksOf(other.id)).toEqual(["chamber null", "rut fix"]);
  expect(await stateOf(other.id)).toEqual(before);
});

test("an approval that is taken back leaves what others were granted or refused, and what its provider had", async () => {
  const nit = someNit();
  const own = await makeWaiting(nit);
  const rival = await makeRequest(await makeApplicant(nit));
  const [granted, refused] = [await makeWaiting(), await makeWaiting()];
  await decided(granted.id, "approved");
  await decided(refused.id, "rejected");
  const code = await makeApplication();
  await owner`insert into granted_application (provider_id, application_code) values (${own.provider}, ${code})`;
  const before = [await stateOf(granted.id), await stateOf(refused.id), await stateOf(rival)];
  const takeBack = await decided(own.id, "approved");
  expect((await stateOf(rival))?.state).toBe("rejected");
  await takeBack();
  expect([await stateOf(granted.id), await stateOf(refused.id), await stateOf(rival)]).toEqual(before);
  const rows = await owner`select provider_id as provider, application_code as code from granted_application
    where provider_id in ${owner([own.provider, granted.provider])} order by application_code = 'CONVENIOS' desc`;
  expect(rows).toEqual([
    { provider: granted.provider, code: "CONVENIOS" },
    { provider: own.provider, code },
  ]);
  const approved = await owner`select id from provider where approved_at is not null
    and id in ${owner([own.provider, granted.provider])}`;
  expect(approved).toEqual([{ id: granted.provider }]);
  await closeApplications([code]);
});

test("an approval on which another of its provider was approved is not taken back, since the company works by it", async () => {
  const own = await makeWaiting();
  const code = await makeApplication();
  const [person] = await owner<{ id: string }[]>`select person_id as id from membership
    where provider_id = ${own.provider}`;
  const second = await owner<
    { id: string }[]
  >`insert into request (filing_number, provider_id, application_code, state,
      submitted_by) values (gen_random_uuid()::text, ${own.provider}, ${code}, 'submitted', ${person?.id ?? ""})
    returning id`;
  const later = second[0]?.id ?? "";
  const takeFirstBack = await decided(own.id, "approved");
  const takeSecondBack = await decided(later, "approved");
  await expect(takeFirstBack()).rejects.toMatchObject({ code: "decision_carries_another" });
  const [provider] =
    await owner`select approved_at is not null as approved from provider where id = ${own.provider}`;
  expect(provider).toEqual({ approved: true });
  // The second one never gave the company its NIT, so it goes; then the first one may.
  await takeSecondBack();
  await takeFirstBack();
  expect((await stateOf(own.id))?.state).toBe("submitted");
  // An approved renewal gives nothing, and another provider's approval is no reason.
  const takeAgain = await decided(own.id, "approved");
  await owner`update request set renews = true, state = 'approved' where id = ${later}`;
  await decided((await makeWaiting()).id, "approved");
  await takeAgain();
  expect((await stateOf(own.id))?.state).toBe("submitted");
  await closeApplications([code]);
});
