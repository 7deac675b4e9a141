import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { findOwnRequest } from "@/db/queries/request";
import { authorize, type ProviderActor } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import { decide } from "@/domain/request/decide";
import { submitRequest } from "@/domain/request/submit";
import {
  browser,
  makeMember,
  makeProvider,
  owner,
  someEmail,
  someNit,
} from "@/tests/support/factories/account";

afterAll(() => owner.end());

const letter = { subject: "request", text: "" };
const paper = { name: "rut.pdf", type: "application/pdf" as const, content: Buffer.from("%PDF-1.7") };

async function makeApplicant(nit = someNit()): Promise<ProviderActor> {
  const id = await makeProvider({ nit, approved: false });
  const { personId, email } = await makeMember(id, "owner");
  const provider = { id, nit, checkDigit: 0, legalName: "Prueba", suspended: false, applications: [] };
  return { kind: "provider", role: "owner", personId, sessionId: randomUUID(), name: "Ana", email, provider };
}

function file(actor: ProviderActor): Promise<string> {
  const request = { applicationCode: "CONVENIOS", agreementNumber: null, rut: paper, chamber: paper };
  return submitRequest(authorize(actor, "application.request"), request, letter, browser());
}

async function find(actor: ProviderActor, filingNumber: string) {
  return findOwnRequest(publicDatabase(), authorize(actor, "application.view"), filingNumber);
}

async function makeAdministrator() {
  const email = someEmail();
  const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role)
    values (${email}, 'Ana', 'administrator') returning id`;
  if (!row) throw new Error("no administrator made");
  const person = { personId: row.id, sessionId: randomUUID(), name: "Ana", email };
  return authorize({ kind: "caja", role: "administrator", ...person }, "request.decide");
}

async function makeAgreement(nit: string): Promise<void> {
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${randomUUID()}, ${nit}, 0, 'Prueba', current_date - 30, current_date + 30)`;
}

type Administrator = Awaited<ReturnType<typeof makeAdministrator>>;

/** "done", or the code of the refusal. */
async function outcomeOf(grant: Administrator, requestId: string, decision: "approved" | "rejected") {
  const reason = decision === "approved" ? null : "El RUT no se lee.";
  try {
    await decide(grant, { requestId, decision, reason }, () => letter, browser());
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function makeRequest(actor: ProviderActor): Promise<string> {
  const request = await find(actor, await file(actor));
  if (!request) throw new Error("no request made");
  return request.id;
}

test("two presses of the button make one request", async () => {
  const applicant = await makeApplicant();
  const [first, second] = await Promise.all([file(applicant), file(applicant)]);
  expect(first).toBe(second);
});

test("fifty filed at once get numbers without gaps", async () => {
  const applicants = await Promise.all(Array.from({ length: 50 }, () => makeApplicant()));
  const numbers = (await Promise.all(applicants.map(file))).map((number) => Number(number.slice(-6)));
  expect(new Set(numbers).size).toBe(50);
  expect(Math.max(...numbers) - Math.min(...numbers)).toBe(49);
}, 30_000);

test("of twenty decisions at once the first counts", async () => {
  const [grant, applicant] = await Promise.all([makeAdministrator(), makeApplicant()]);
  await makeAgreement(applicant.provider.nit);
  const id = await makeRequest(applicant);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, at) => outcomeOf(grant, id, at % 2 ? "approved" : "rejected")),
  );
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "request_already_decided")).toHaveLength(19);
});

test("of two requests of one NIT approved at once, one gets the NIT and the other is closed", async () => {
  const grant = await makeAdministrator();
  for (let round = 0; round < 8; round++) {
    const nit = someNit();
    await makeAgreement(nit);
    const ids = await Promise.all([await makeApplicant(nit), await makeApplicant(nit)].map(makeRequest));
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
