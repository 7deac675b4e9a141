import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findCurrentAccount } from "@/db/queries/bank-account";
import { sealedAccount } from "@/domain/bank-account/sealed-fields";
import { takeBackDecision } from "@/domain/request/decide";
import { sealUploads } from "@/domain/request/sealed-documents";
import { submitRequest } from "@/domain/request/submit";
import { authorize, type ProviderActor } from "@/model/access";
import { browser, makeProvider, owner } from "@/tests/support/factories/account";
import { giveAccount, proposed, someAccount } from "@/tests/support/factories/bank-account";
import { makeRenewing } from "@/tests/support/factories/renewal";
import {
  find,
  makeAdministrator,
  makeApplicant,
  outcomeOf,
  somePaper,
  uploads,
} from "@/tests/support/factories/request";
import { makeOfficial } from "@/tests/support/officials";
import { ownApplications } from "@/tests/support/own-applications";
import { invoicedUses, makeRun } from "@/tests/support/paid-run";
import { firstValue } from "@/tests/support/rolled-back";
import { whileOpen } from "@/tests/support/while-open";

const { codes, application } = ownApplications();
const papers = () => uploads({ bank_certificate: somePaper("banco.pdf") });
async function filed(actor: ProviderActor, number: string) {
  const request = {
    applicationCode: await application("bank_certificate"),
    agreementNumber: null,
    uploads: papers(),
  };
  const grant = authorize(actor, "application.request");
  const account = { ...someAccount, number };
  const filing = await submitRequest(grant, { ...request, account }, { subject: "x", text: "" }, browser());
  return (await find(actor, filing))?.id ?? "";
}
/** The accounts of a provider, oldest first. */
const statesOf = async (provider: string) =>
  (
    await owner`select last_four, state from bank_account where provider_id = ${provider} order by proposed_at`
  ).map(({ last_four, state }) => `${last_four} ${state}`);
const accountOf = (request: string) =>
  firstValue<string>(owner`select id from bank_account where request_id = ${request}`);

test("an account of a request becomes its provider's alone where there is none, and is taken back while no other was approved", async () => {
  const [actor, other, reviewer] = [await makeApplicant(), await makeApplicant(), await makeAdministrator()];
  const theirs = await filed(other, "11110001");
  await filed(other, "11110002");
  await outcomeOf(reviewer, theirs, "approved");
  const [first, second] = [await filed(actor, "22220001"), await filed(actor, "22220002")];
  await outcomeOf(reviewer, first, "approved");
  await outcomeOf(reviewer, second, "approved");
  expect(await statesOf(actor.provider.id)).toEqual(["0001 current", "0002 refused"]);
  await takeBackDecision(reviewer, second, browser());
  expect(await statesOf(actor.provider.id)).toEqual(["0001 current", "0002 requested"]);
  await takeBackDecision(reviewer, first, browser());
  expect(await statesOf(actor.provider.id)).toEqual(["0001 requested", "0002 requested"]);
  await outcomeOf(reviewer, first, "approved");
  // Another one was approved meanwhile: the taking back of the request leaves both.
  await giveAccount(actor.provider.id, { ...someAccount, number: "22220004" });
  await takeBackDecision(reviewer, first, browser());
  expect(await statesOf(actor.provider.id)).toEqual(["0001 replaced", "0002 requested", "0004 current"]);
  expect(await statesOf(other.provider.id)).toEqual(["0001 current", "0002 requested"]);
});

test("a decision of an earlier version that is taken back gives back the account whose place it took", async () => {
  const [actor, reviewer] = [await makeApplicant(), await makeAdministrator()];
  const [first, second] = [await filed(actor, "22220001"), await filed(actor, "22220002")];
  await outcomeOf(reviewer, first, "approved");
  await outcomeOf(reviewer, second, "approved");
  await owner`update bank_account set state = 'replaced' where request_id = ${first}`;
  await owner`update bank_account set state = 'current' where request_id = ${second}`;
  await owner`update request set undo = undo || jsonb_build_object('account_before', ${await accountOf(first)}::text)
    where id = ${second}`;
  await takeBackDecision(reviewer, second, browser());
  expect(await statesOf(actor.provider.id)).toEqual(["0001 current", "0002 requested"]);
});

test("a returned request leaves its account waiting, and a correction replaces its own alone", async () => {
  const [actor, other, reviewer] = [await makeApplicant(), await makeApplicant(), await makeAdministrator()];
  const [mine, second, theirs] = [
    await filed(actor, "33330001"),
    await filed(actor, "33330002"),
    await filed(other, "33330003"),
  ];
  await outcomeOf(reviewer, mine, "returned");
  expect(await statesOf(actor.provider.id)).toEqual(["0001 requested", "0002 requested"]);
  const correct = (account: object | null) =>
    owner`select send_correction(${mine}, ${actor.provider.id}, ${actor.personId}, null, 'Va.', 'x', '[]', '{}',
      p_account => ${account === null ? null : owner.json(account as never)})`;
  for (const nothing of [null, {}]) {
    await correct(nothing);
    expect(await statesOf(actor.provider.id)).toEqual(["0001 requested", "0002 requested"]);
    await outcomeOf(reviewer, mine, "returned");
  }
  await correct(sealedAccount({ ...someAccount, number: "33330009" }));
  expect((await statesOf(actor.provider.id)).sort()).toEqual(["0002 requested", "0009 requested"]);
  expect(await Promise.all([second, theirs].map(accountOf))).toEqual([
    expect.any(String),
    expect.any(String),
  ]);
});

test("a renewal brings an account where its provider has none in use", async () => {
  const { actor, code } = await makeRenewing();
  codes.push(code);
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'bank_certificate', 'Certificación bancaria', true, 9)`;
  await giveAccount(actor.provider.id);
  await owner`update bank_account set state = 'replaced' where provider_id = ${actor.provider.id}`;
  const uploaded = sealUploads(uploads({ chamber: somePaper(), bank_certificate: somePaper() }));
  const account = sealedAccount({ ...someAccount, number: "44440001" });
  const args = {
    request: randomUUID(),
    provider: actor.provider.id,
    person: actor.personId,
    application: code,
  };
  const { outcome } = await call(publicDatabase(), "file_renewal", {
    ...args,
    ...{ ...uploaded, mails: [], ip: "127.0.0.1", account },
  });
  expect(outcome).toBe("done");
  expect((await statesOf(actor.provider.id)).sort()).toEqual(["0001 requested", "6007 replaced"]);
});

test("an account is lacking where the certificate has to come and none is in use or of this request", async () => {
  const [actor, other] = [await makeApplicant(), await makeApplicant()];
  const code = await application("bank_certificate");
  const lacks = (request: string | null, account: string | null = "{}") =>
    firstValue<
      boolean | null
    >(owner`select lacks_account(${actor.provider.id}, ${actor.personId}, ${code}, ${request},
      ${account}::text::jsonb)`);
  await giveAccount(other.provider.id);
  expect([await lacks(null), await lacks(null, null), await lacks(null, '{"id": "x"}')]).toEqual([
    true,
    null,
    false,
  ]);
  await owner`update application_document set required = false where application_code = ${code}`;
  expect(await lacks(null)).toBe(false);
  await owner`update application_document set required = true where application_code = ${code}`;
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'rut', 'RUT', true, 9)`;
  expect(await lacks(null)).toBe(true);
  const [request, theirs] = [await filed(actor, "55550001"), await filed(other, "55550002")];
  expect([await lacks(request), await lacks(theirs), await lacks(null)]).toEqual([false, true, true]);
  const { personId } = await makeOfficial("treasurer");
  await owner`update bank_account set state = 'refused', decided_at = now(), decided_by = ${personId}
    where request_id = ${request}`;
  expect(await lacks(request)).toBe(true);
  await giveAccount(actor.provider.id);
  expect(await lacks(null)).toBe(false);
  await owner`delete from application_document where application_code = ${code} and kind = 'bank_certificate'`;
  await owner`update bank_account set state = 'replaced' where provider_id = ${actor.provider.id}`;
  expect(await lacks(null)).toBe(false);
});

test("a number is read by who may, each reading of a person and an account once in the log", async () => {
  const [admin, treasurer, reviewer] = [
    await makeOfficial("administrator"),
    await makeOfficial("treasurer"),
    await makeOfficial("reviewer"),
  ];
  const [first, second] = [await proposed(await makeProvider()), await proposed(await makeProvider())];
  const requested = await accountOf(await filed(await makeApplicant(), "66660001"));
  const read = async (person: string, account: string) =>
    (await firstValue<Buffer | null>(owner`select read_account_number(${person}, ${account}, 'x')`)) !== null;
  expect(await read(reviewer.personId, first)).toBe(false);
  expect(await read(reviewer.personId, requested)).toBe(true);
  expect(await read(admin.personId, randomUUID())).toBe(false);
  for (const { personId } of [admin, treasurer])
    for (const account of [first, second, first]) expect(await read(personId, account)).toBe(true);
  const log = await owner`select actor_id, subject_id from audit_event where action = 'bank_account.read'
    and actor_id in ${owner([admin, treasurer].map(({ personId }) => personId))} order by seq`;
  expect(log.map(({ subject_id }) => subject_id)).toEqual([first, second, first, second]);
});

test("a run says of each provider whether its account is another than when this run was made", async () => {
  const [one, other] = [await invoicedUses(), await invoicedUses()];
  for (const { providerId } of [one, other]) await giveAccount(providerId);
  const earlier = await makeRun([one.cufe]);
  await giveAccount(one.providerId, { ...someAccount, number: "77770001" });
  await owner`select return_payment(${earlier.maker.personId}, ${earlier.id}, 'Se rehace', 'x')`;
  const { id } = await makeRun([one.cufe, other.cufe]);
  const accounts = async () => {
    const rows = await owner`select provider_id, last_four, is_changed from payment_accounts(${id})`;
    return [one, other].map(({ providerId }) => {
      const row = rows.find(({ provider_id }) => provider_id === providerId);
      return [row?.last_four, row?.is_changed];
    });
  };
  expect(await accounts()).toEqual([
    ["0001", false],
    ["6007", false],
  ]);
  await giveAccount(other.providerId, { ...someAccount, number: "77770002" });
  expect(await accounts()).toEqual([
    ["0001", false],
    ["0002", true],
  ]);
  expect(await findCurrentAccount(cajaDatabase(), one.providerId)).toMatchObject({ lastFour: "0001" });
});

test("an account is not approved against the one that a request brings at the same moment", async () => {
  const [actor, { actor: reviewer }] = [await makeApplicant(), await makeAdministrator()];
  const request = await filed(actor, "88880001");
  const account = await proposed(actor.provider.id, { ...someAccount, number: "88880002" });
  const { personId } = await makeOfficial("administrator");
  const outcome = await whileOpen(
    (sql) =>
      sql`select decide_request(${request}, ${reviewer.personId}, 'approved', null, 'x', '[]', '{}', 'x')`,
    (sql) => firstValue<string>(sql`select approve_account(${personId}, ${account}, null, '[]', 'x')`),
  );
  expect(outcome).toBe("changed");
  expect((await statesOf(actor.provider.id)).sort()).toEqual(["0001 current", "0002 proposed"]);
});
