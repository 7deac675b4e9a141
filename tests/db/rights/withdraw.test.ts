import { expect, test } from "vitest";
import { answerRightsRequest } from "@/domain/rights/answer";
import { claimsOfHolders } from "@/domain/rights/claims";
import { askRightsMissing, noteRightsIdentity, viewRightsRequest } from "@/domain/rights/desk";
import { withdrawAuthorisation } from "@/domain/rights/withdraw";
import { authorize } from "@/model/access";
import { browser, keepNumbers, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { fileProvenRights, fileRights, stepEmail } from "@/tests/support/factories/rights";
import { loggedEvents } from "@/tests/support/logged-events";
import { someDigits } from "@/tests/support/look-up-orders";
import { grantOf, makeOfficial } from "@/tests/support/officials";

const client = browser();

async function makeAuthorised(idNumber: string) {
  const { personId } = await makeMember(await makeProvider(), "clerk");
  await keepNumbers(personId, { idNumber, mobile: "+573001234567" });
  await owner`insert into consent (person_id, policy_id, purposes, consented_at, language)
    select ${personId}, min(id), '{account,messages}', now(), 'es-CO' from policy`;
  return personId;
}

async function standing(personId: string): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from consent where person_id = ${personId} and revoked_at is null`;
  return row?.n ?? 0;
}

test("an authorisation is withdrawn once, after the identity was seen, and nobody else's is", async () => {
  const grant = await grantOf("officer", "rights.handle");
  const idNumber = someDigits(10);
  const [personId, other] = [await makeAuthorised(idNumber), await makeAuthorised(someDigits(10))];
  const { number } = await fileProvenRights({ kind: "revoke", idNumber });
  const withdraw = (version: number) => withdrawAuthorisation(grant, { number, version }, client);
  await expect(withdraw(1)).rejects.toThrow("rights_unproven");
  expect(await standing(personId)).toBe(1);
  await noteRightsIdentity(grant, { number, version: 1, text: "Cédula vista" }, client);
  await expect(withdraw(1)).rejects.toThrow("rights_changed");
  await withdraw(2);
  expect([await standing(personId), await standing(other)]).toEqual([0, 1]);
  await expect(withdraw(3)).rejects.toThrow("rights_no_consent");
  const request = await viewRightsRequest(authorize(grant.actor, "rights.read"), number, client);
  expect(request).toMatchObject({ state: "open", version: 3 });
  expect(request?.events.map(({ kind }) => kind)).toEqual(["revoked", "identity", "filed"]);
  expect((await loggedEvents(number)).map(([action]) => action)).toContain("rights.revoked");
});

test("whoever sees data under a claim is told of it until it is decided, and of no question", async () => {
  const grant = await grantOf("officer", "rights.handle");
  const treasurer = await makeOfficial("treasurer");
  const idNumber = someDigits(10);
  const claims = async () => (await claimsOfHolders(treasurer))("CC", idNumber).map(({ number }) => number);
  await fileRights({ kind: "consult", idNumber });
  expect(await claims()).toEqual([]);
  const { number } = await fileRights({ kind: "erase", idNumber });
  await fileRights({ kind: "erase", idNumber: someDigits(10) });
  expect(await claims()).toEqual([number]);
  // What lacks something is no whole claim yet.
  const incomplete = await fileRights({ kind: "revoke", idNumber });
  await askRightsMissing(grant, { number: incomplete.number, version: 1, text: "Falta" }, stepEmail, client);
  expect(await claims()).toEqual([number]);
  const compose = { compose: stepEmail, write: () => "" };
  await answerRightsRequest(grant, { number, version: 1, result: "refused", text: "No" }, compose, client);
  expect(await claims()).toEqual([]);
});
