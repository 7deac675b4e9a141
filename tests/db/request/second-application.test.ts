import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findRequest } from "@/db/queries/request-desk";
import { decisionEmails } from "@/domain/notify/request-emails";
import { decide } from "@/domain/request/decide";
import type { ProviderActor } from "@/model/access";
import { browser, mailsTo, owner } from "@/tests/support/factories/account";
import { closeApplications, makeApplication } from "@/tests/support/factories/application";
import {
  file,
  find,
  makeAdministrator,
  makeAgreement,
  makeApplicant,
} from "@/tests/support/factories/request";

vi.mock("server-only", () => ({}));

let plain = "";
let counter = "";

beforeAll(async () => {
  plain = await makeApplication();
  counter = await makeApplication({ needsAgreement: true, opensLookUp: true });
});
afterAll(async () => {
  await closeApplications([plain, counter]);
  await owner.end();
});

async function requested(actor: ProviderActor, application: string) {
  const filingNumber = await file(actor, application);
  const request = await find(actor, filingNumber);
  if (!request) throw new Error("no request made");
  return { id: request.id, desk: await findRequest(cajaDatabase(), filingNumber) };
}

async function approve(requestId: string) {
  const grant = await makeAdministrator();
  const page = () => "http://prueba.example/aplicaciones";
  const emails = await decisionEmails({ applications: page, request: page });
  await decide(grant, { requestId, decision: "approved", reason: null }, emails, browser());
}

/** What the provider's row and its applications let it do. */
async function doors({ provider, personId }: ProviderActor) {
  const [row] = await owner<{ opens: boolean; works: boolean }[]>`
    select has_look_up(${provider.id}) as opens, provider_may_work(${provider.id}, now()) as works`;
  const pause = await call(publicDatabase(), "own_pause", { provider: provider.id, person: personId });
  return { ...row, pause: pause !== null };
}

test("an application that needs no convenio is requested and approved without one, at the same desk", async () => {
  const actor = await makeApplicant();
  const { id, desk } = await requested(actor, plain);
  expect(desk).toMatchObject({ applicationCode: plain, obstacle: null, flags: [] });
  await approve(id);
  expect(await doors(actor)).toEqual({ opens: false, works: false, pause: false });
});

test("its e-mail names the application and says nothing of orders", async () => {
  const actor = await makeApplicant();
  await approve((await requested(actor, plain)).id);
  const texts = (await mailsTo(actor.email)).map(({ text }) => text).join("\n");
  expect(texts).toContain(`Ya puede ingresar a la aplicación ${plain}:`);
  expect(texts).not.toContain("CONVENIOS");
  expect(texts).not.toContain("órdenes");
});

test("an application of another name that needs a convenio and opens the look-up does both", async () => {
  const actor = await makeApplicant();
  const { id, desk } = await requested(actor, counter);
  expect(desk).toMatchObject({ obstacle: "no_agreement", flags: ["no_agreement"] });
  await expect(approve(id)).rejects.toMatchObject({ code: "no_agreement_in_force" });
  await makeAgreement(actor.provider.nit);
  await approve(id);
  expect(await doors(actor)).toEqual({ opens: true, works: true, pause: true });
});

test("one provider asks for both applications at once, each with a request of its own", async () => {
  const actor = await makeApplicant();
  const [one, other] = [await requested(actor, plain), await requested(actor, "CONVENIOS")];
  expect(one.desk?.filingNumber).not.toBe(other.desk?.filingNumber);
});
