import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { mayFileAgain } from "@/domain/request/rules";
import { RejectInput, ReturnInput } from "@/domain/request/schema";
import { removeMember } from "@/domain/team/remove-member";
import { makeMember, makeProvider, makeSession, owner, teamGrant } from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeApplicant,
  makeRequest,
  outcomeOf,
} from "@/tests/support/factories/request";
import { makeOrder, makeTill } from "@/tests/support/look-up-orders";

const convenio = async (nit: string, startsIn: number, endsIn: number) =>
  owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    select ${randomUUID()}, ${nit}, 0, 'Prueba', today + ${startsIn}::int, today + ${endsIn}::int
    from (select (now() at time zone 'America/Bogota')::date as today) d`;

test.each([
  ["ended yesterday", -30, -1, "no_agreement_in_force"],
  ["ends today", -30, 0, "done"],
  ["begins today", 0, 30, "done"],
  ["begins tomorrow", 1, 30, "no_agreement_in_force"],
])("a request for CONVENIOS with a convenio that %s", async (_, startsIn, endsIn, outcome) => {
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  await convenio(applicant.provider.nit, startsIn, endsIn);
  expect(await outcomeOf(grant, await makeRequest(applicant), "approved")).toBe(outcome);
});

test("a new request is filed after a rejection, and not while one is open or approved", async () => {
  expect(
    [null, "submitted", "returned", "approved", "rejected"].filter((last) => mayFileAgain(last as never)),
  ).toEqual([null, "rejected"]);
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  const first = await file(applicant);
  expect(await file(applicant)).toBe(first);
  const id = (await find(applicant, first))?.id ?? "";
  expect(await outcomeOf(grant, id, "rejected")).toBe("done");
  const second = await file(applicant);
  expect(second).not.toBe(first);
  expect(await find(applicant, second)).toMatchObject({ state: "submitted" });
});

test("a decision needs a coded reason or 10 characters of its own, and at most 600; both are counted as codes", () => {
  const requestId = randomUUID();
  const errors = (own: string, code?: string) => [
    ReturnInput.safeParse({ requestId, returnCode: code, returnReason: own }).error?.issues[0]?.message,
    RejectInput.safeParse({ requestId, rejectCode: code, rejectReason: own }).error?.issues[0]?.message,
  ];
  expect(errors("x".repeat(9))).toEqual(["reasonMissing", "reasonMissing"]);
  expect(errors("x".repeat(10))).toEqual([undefined, undefined]);
  expect(errors("x".repeat(600))).toEqual([undefined, undefined]);
  expect(errors("x".repeat(601))).toEqual(["reasonLong", "reasonLong"]);
  expect(errors("", "N1")).toEqual(["reasonMissing", undefined]);
  expect(errors("", "E1")).toEqual([undefined, "reasonMissing"]);
  expect(errors("x", "N1")).toEqual(["reasonMissing", undefined]);
  expect(errors("x".repeat(601), "N1")).toEqual(["reasonLong", "reasonLong"]);
  // What no box carries is no reason.
  for (const code of ["X9", "D1", "N1.rut", "__proto__", "D1."])
    expect(errors("", code), code).toEqual(["reasonMissing", "reasonMissing"]);
  expect(
    ReturnInput.parse({ requestId, returnCode: ["D1.rut", "E2", "E2"], returnReason: "\r\nAlgo" }),
  ).toMatchObject({
    own: "Algo",
    reasons: [{ code: "D1", document: "rut" }, { code: "E2" }, { code: "E9" }],
  });
  expect(RejectInput.parse({ requestId, rejectCode: "N2", rejectReason: "" })).toMatchObject({
    own: "",
    reasons: [{ code: "N2" }],
  });
});

test("the lookup function reveals neither name, ID, concept nor value of an order that is not current", async () => {
  const till = await makeTill();
  const { personId, provider } = till.actor;
  const read = async (state: string, days: { issuedIn?: number; endsIn?: number } = {}) => {
    const order = await makeOrder({ state, ...days });
    const lookup = randomUUID();
    await owner`insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome, order_id)
      values (${lookup}, ${personId}, ${provider.id}, 'typed', 'AS', 'x', 'current', ${order.id})`;
    const [row] = await owner<
      Record<string, unknown>[]
    >`select outcome, affiliate_id_sealed is not null as id,
      affiliate_name_sealed is not null as name, coalesce(texts ? 'concept', false) as concept, value is not null as value,
      coalesce(texts ? 'office', false) as office from read_lookup(${lookup}, ${personId}, ${provider.id})`;
    return row;
  };
  const nothing = { id: false, name: false, concept: false, value: false, office: false };
  const all = { id: true, name: true, concept: true, value: true, office: true };
  expect(await read("issued")).toEqual({ outcome: "current", ...all });
  expect(await read("used")).toEqual({ outcome: "used", ...nothing });
  expect(await read("annulled")).toEqual({ outcome: "annulled", ...nothing });
  expect(await read("issued", { issuedIn: -9, endsIn: -1 })).toEqual({ outcome: "expired", ...nothing });
  expect(await read("issued", { issuedIn: 1, endsIn: 9 })).toEqual({ outcome: "not_yet", ...nothing });
});

test("a team keeps one owner who can sign in: a disabled owner does not count", async () => {
  const providerId = await makeProvider();
  const [ownerMember, other] = [await makeMember(providerId, "owner"), await makeMember(providerId, "owner")];
  const remove = (personId: string) =>
    removeMember(teamGrant(providerId, ownerMember.personId), personId, { ip: "x" });
  await owner`update person set disabled_at = now() where id = ${other.personId}`;
  await expect(remove(ownerMember.personId)).rejects.toMatchObject({ code: "last_owner" });
  await owner`update person set disabled_at = null where id = ${other.personId}`;
  await remove(other.personId);
});

test("a removed member's sessions stay closed everywhere, also after the membership is restored", async () => {
  const providerId = await makeProvider();
  const [ownerMember, gone] = [await makeMember(providerId, "owner"), await makeMember(providerId, "clerk")];
  const hash = await makeSession(gone.personId);
  expect(await findSessionActor(doorDatabase(), hash)).not.toBeNull();
  await removeMember(teamGrant(providerId, ownerMember.personId), gone.personId, { ip: "x" });
  await owner`update membership set removed_at = null, removed_by = null where person_id = ${gone.personId}`;
  expect(await findSessionActor(doorDatabase(), hash)).toBeNull();
});
