import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findCurrentAccount, findRequestAccount } from "@/db/queries/bank-account";
import { accountThatStays, readRequestAccount, wantedAccount } from "@/domain/bank-account/read";
import type { TypedAccount } from "@/domain/bank-account/schema";
import { sendCorrection } from "@/domain/request/correct";
import { takeBackDecision } from "@/domain/request/decide";
import { listDueDocuments } from "@/domain/request/documents-due";
import { submitRequest } from "@/domain/request/submit";
import { authorize, type ProviderActor } from "@/model/access";
import { browser, owner, someNit } from "@/tests/support/factories/account";
import { giveAccount, someAccount } from "@/tests/support/factories/bank-account";
import {
  find,
  makeAdministrator,
  makeApplicant,
  outcomeOf,
  somePaper,
  uploads,
} from "@/tests/support/factories/request";
import { logOf } from "@/tests/support/officials";
import { ownApplications } from "@/tests/support/own-applications";

const { application } = ownApplications();

const filing = (actor: ProviderActor) => authorize(actor, "application.request");
const papers = () => uploads({ bank_certificate: somePaper("banco.pdf") });

async function filed(actor: ProviderActor, code: string, account: TypedAccount | null) {
  const request = { applicationCode: code, agreementNumber: null, account, uploads: papers() };
  const number = await submitRequest(filing(actor), request, { subject: "x", text: "" }, browser());
  return (await find(actor, number))?.id ?? "";
}

const currentOf = (actor: ProviderActor) => findCurrentAccount(cajaDatabase(), actor.provider.id);

test("an account that came with a request is paid into once it is approved, and no longer when that is taken back", async () => {
  const actor = await makeApplicant();
  const id = await filed(actor, await application("bank_certificate"), someAccount);
  const reviewer = await makeAdministrator();
  expect(await currentOf(actor)).toBeNull();
  expect(await outcomeOf(reviewer, id, "approved")).toBe("done");
  expect(await currentOf(actor)).toMatchObject({ lastFour: "6007", state: "current" });
  await takeBackDecision(reviewer, id, browser());
  expect(await currentOf(actor)).toBeNull();
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ state: "requested" });
});

test("a request of a provider that is paid into an account already asks for none and brings none", async () => {
  const actor = await makeApplicant();
  await outcomeOf(
    await makeAdministrator(),
    await filed(actor, await application("bank_certificate"), someAccount),
    "approved",
  );
  const before = await currentOf(actor);
  const asked = [{ kind: "bank_certificate", required: true }];
  expect(await wantedAccount(filing(actor), asked, null)).toBeNull();
  expect(await accountThatStays(filing(actor), asked)).toEqual(before);
  expect(await accountThatStays(filing(actor), [{ kind: "rut" }])).toBeNull();
  const other = { ...someAccount, number: "4445556667" };
  const id = await filed(actor, await application("bank_certificate"), other);
  expect(await findRequestAccount(cajaDatabase(), id)).toBeNull();
  expect(await outcomeOf(await makeAdministrator(), id, "approved")).toBe("done");
  expect(await currentOf(actor)).toEqual(before);
});

test("an account that came with a first request is refused when two people agreed on one meanwhile, and its desk sees theirs", async () => {
  const actor = await makeApplicant();
  const id = await filed(actor, await application("bank_certificate"), someAccount);
  const reviewer = await makeAdministrator();
  const shown = () =>
    readRequestAccount(
      authorize(reviewer.actor, "request.read"),
      { id, providerId: actor.provider.id },
      { decides: true, ...browser() },
    );
  expect(await shown()).toMatchObject({ lastFour: "6007", number: someAccount.number });
  await giveAccount(actor.provider.id, { ...someAccount, number: "99887766" });
  const agreed = await currentOf(actor);
  expect(await shown()).toMatchObject({ lastFour: "7766", number: null });
  expect(await outcomeOf(reviewer, id, "approved")).toBe("done");
  expect(await currentOf(actor)).toEqual(agreed);
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ state: "refused" });
  expect(await shown()).toMatchObject({ lastFour: "7766", number: null });
  await takeBackDecision(reviewer, id, browser());
  expect(await currentOf(actor)).toEqual(agreed);
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({
    lastFour: "6007",
    state: "requested",
  });
});

test("a correction of a provider on whose account two people agreed meanwhile asks for none and brings none", async () => {
  const actor = await makeApplicant();
  const id = await filed(actor, await application("bank_certificate"), someAccount);
  await outcomeOf(await makeAdministrator(), id, "returned");
  const asked = [{ kind: "bank_certificate", required: true }];
  expect(await wantedAccount(filing(actor), asked, id)).toMatchObject({
    needed: false,
    known: { lastFour: "6007" },
  });
  await giveAccount(actor.provider.id, { ...someAccount, number: "99887766" });
  expect(await wantedAccount(filing(actor), asked, id)).toBeNull();
  const account = { ...someAccount, number: "7778889990" };
  const correction = { requestId: id, agreementNumber: null, note: "Va.", account, uploads: uploads({}) };
  await sendCorrection(filing(actor), correction, browser());
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({
    lastFour: "6007",
    state: "requested",
  });
  expect(await currentOf(actor)).toMatchObject({ lastFour: "7766" });
});

test("a request that has to bring the bank certificate brings the account, and one of before the account was asked need not", async () => {
  const actor = await makeApplicant();
  const code = await application("bank_certificate");
  await expect(filed(actor, code, null)).rejects.toMatchObject({ code: "documents_missing" });
  const { documents, contents } = papers();
  const before = await call(publicDatabase(), "file_request", {
    ...{
      request: crypto.randomUUID(),
      provider: actor.provider.id,
      person: actor.personId,
      application: code,
    },
    ...{ agreementNumber: null, mails: [], ip: "x", documents, contents },
  });
  expect(before.outcome).toBe("done");
});

test("where the certificate is optional the account is too, and a correction keeps or replaces it", async () => {
  const actor = await makeApplicant();
  const code = await application("bank_certificate");
  await owner`update application_document set required = false where application_code = ${code}`;
  const id = await filed(actor, code, someAccount);
  await outcomeOf(await makeAdministrator(), id, "returned");
  const correction = { requestId: id, agreementNumber: null, note: "Va.", uploads: uploads({}) };
  await sendCorrection(filing(actor), correction, browser());
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ lastFour: "6007" });
  await outcomeOf(await makeAdministrator(), id, "returned");
  const account = { ...someAccount, number: "7778889990" };
  await sendCorrection(filing(actor), { ...correction, account }, browser());
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ lastFour: "9990" });
  expect(await outcomeOf(await makeAdministrator(), id, "rejected")).toBe("done");
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ state: "refused" });
  expect(await currentOf(actor)).toBeNull();
  expect((await listDueDocuments(filing(actor), code)).map(({ due }) => due)).toEqual(["optional"]);
});

test("whoever decides on a request reads its number, which the log keeps once, and afterwards four digits", async () => {
  const actor = await makeApplicant();
  const id = await filed(actor, await application("bank_certificate"), someAccount);
  const reviewer = await makeAdministrator();
  const grant = authorize(reviewer.actor, "request.read");
  const read = (decides: boolean) =>
    readRequestAccount(grant, { id, providerId: actor.provider.id }, { decides, ...browser() });
  expect(await read(true)).toMatchObject({ number: someAccount.number });
  expect(await read(true)).toMatchObject({ number: someAccount.number });
  expect(await read(false)).toMatchObject({ number: null, lastFour: "6007" });
  expect((await logOf(reviewer.actor.personId)).map(({ action }) => action)).toEqual(["bank_account.read"]);
  await outcomeOf(reviewer, id, "approved");
  expect(await read(true)).toMatchObject({ number: null, lastFour: "6007" });
});

test("a refusal that is taken back leaves the account waiting, and the one that is paid into as it was", async () => {
  const actor = await makeApplicant();
  const reviewer = await makeAdministrator();
  const first = await filed(actor, await application("bank_certificate"), someAccount);
  const other = { ...someAccount, number: "1231231234" };
  const id = await filed(actor, await application("bank_certificate"), other);
  await outcomeOf(reviewer, first, "approved");
  const before = await currentOf(actor);
  expect(await outcomeOf(reviewer, id, "rejected")).toBe("done");
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ state: "refused" });
  await takeBackDecision(reviewer, id, browser());
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({
    lastFour: "1234",
    state: "requested",
  });
  expect(await currentOf(actor)).toEqual(before);
});

test("with a request that an approval closes its account is refused, and waits again when the approval is taken back", async () => {
  const nit = someNit();
  const [actor, rival] = [await makeApplicant(nit), await makeApplicant(nit)];
  const code = await application("bank_certificate");
  const [id, closed] = [await filed(actor, code, someAccount), await filed(rival, code, someAccount)];
  const untouched = await filed(await makeApplicant(), code, someAccount);
  const reviewer = await makeAdministrator();
  expect(await outcomeOf(reviewer, id, "approved")).toBe("done");
  const states = async () =>
    Promise.all(
      [closed, untouched].map(async (request) => (await findRequestAccount(cajaDatabase(), request))?.state),
    );
  expect(await states()).toEqual(["refused", "requested"]);
  await takeBackDecision(reviewer, id, browser());
  expect(await states()).toEqual(["requested", "requested"]);
  expect(await currentOf(actor)).toBeNull();
});
