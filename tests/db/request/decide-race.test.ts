import { expect, test } from "vitest";
import { bogotaDay } from "@/model/calendar";
import { owner, someNit } from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeAgreement,
  makeApplicant,
  makeRequest,
  outcomeOf,
} from "@/tests/support/factories/request";

test("a request submitted twice concurrently is filed once", async () => {
  const applicant = await makeApplicant();
  const [first, second] = await Promise.all([file(applicant), file(applicant)]);
  expect(first).toBe(second);
});

test("fifty concurrent requests get filing numbers without gaps", async () => {
  const applicants = await Promise.all(Array.from({ length: 50 }, () => makeApplicant()));
  const numbers = (await Promise.all(applicants.map((each) => file(each)))).map((number) =>
    Number(number.slice(-6)),
  );
  expect(new Set(numbers).size).toBe(50);
  // Other tests file at the same time, so the whole series is looked at: 1, 2, 3… without a hole.
  const series = await owner<{ n: number; last: number }[]>`
    select count(*)::int as n, max(right(filing_number, 6)::int) as last from request
    where filing_number like ${`SOL-${bogotaDay(new Date()).slice(0, 4)}-%`}`;
  expect(series[0]?.n).toBe(series[0]?.last);
});

test("of twenty concurrent decisions on a request the first succeeds", async () => {
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  await makeAgreement(applicant.provider.nit);
  const id = await makeRequest(applicant);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, at) => outcomeOf(grant, id, at % 2 ? "approved" : "rejected")),
  );
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "request_already_decided")).toHaveLength(19);
});

test("of two requests of one NIT approved concurrently, one is approved and the other closed", async () => {
  const grant = await makeAdministrator();
  for (let round = 0; round < 8; round++) {
    const nit = someNit();
    await makeAgreement(nit);
    const ids = await Promise.all(
      [await makeApplicant(nit), await makeApplicant(nit)].map((each) => makeRequest(each)),
    );
    const outcomes = await Promise.all(ids.map((id) => outcomeOf(grant, id, "approved")));
    expect(outcomes.sort()).toEqual(["done", "request_already_decided"]);
  }
});

test("CONVENIOS is not approved without a convenio in force", async () => {
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  expect(await outcomeOf(grant, await makeRequest(applicant), "approved")).toBe("no_agreement_in_force");
});

test("another provider's request is not found", async () => {
  const [mine, theirs] = await Promise.all([makeApplicant(), makeApplicant()]);
  expect(await find(mine, await file(theirs))).toBeNull();
});
