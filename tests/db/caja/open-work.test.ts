import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { listAccounts } from "@/db/queries/bank-account";
import { listDocuments } from "@/db/queries/request";
import { approveAccount, proposeAccount } from "@/domain/bank-account/change";
import { endAccess, readOpenWork } from "@/domain/caja/people";
import { markDocument } from "@/domain/request/decide";
import { authorize } from "@/model/access";
import { browser, makeProvider, owner } from "@/tests/support/factories/account";
import { makeApplication } from "@/tests/support/factories/application";
import { noNotice, someAccount } from "@/tests/support/factories/bank-account";
import { makeDraft, makeKind } from "@/tests/support/factories/own-order";
import {
  file,
  find,
  makeAdministrator,
  makeApplicant,
  makeRequest,
  outcomeOf,
  whoFiled,
} from "@/tests/support/factories/request";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun } from "@/tests/support/paid-run";

test("what a person left open is listed before and after the access ends, and another one ends each", async () => {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  const [gone, other] = [await makeOfficial("administrator"), await makeOfficial("administrator")];
  expect(await readOpenWork(grant, gone.personId)).toEqual({
    drafts: [],
    changes: [],
    imports: [],
    runs: [],
    reviews: [],
    accounts: [],
  });

  const draft = await makeDraft(gone, await makeKind());
  const [file] = await owner<{ id: string }[]>`
    insert into import_run (subject, file_name, sha256, state, lines, started_by)
    values ('orders', 'noviembre.csv', ${randomUUID()}, 'previewed', 1, ${gone.personId}) returning id`;
  const { cufe } = await invoicedUses(1);
  const run = await makeRun([cufe], gone);
  const open = async () => {
    const { drafts, imports, runs } = await readOpenWork(grant, gone.personId);
    return [...drafts, ...imports, ...runs].map(({ id }) => id);
  };
  const all = [draft, file?.id, run.id];
  expect(await open()).toEqual(all);
  await endAccess(grant, { person: gone.personId, cause: "left" }, browser());
  expect(await open()).toEqual(all);

  const { personId } = other;
  const [taken] =
    await owner`select take_order_draft(id, ${personId}, caja_version(updated_at), 'x') as outcome
    from "order" where id = ${draft}`;
  const [confirmed] =
    await owner`select accept_import(${file?.id ?? ""}, ${personId}, false, 'x') as outcome`;
  const [returned] =
    await owner`select return_payment(${personId}, ${run.id}, 'Quien lo armó ya no está', 'x') as outcome`;
  await owner`select stop_import(${file?.id ?? ""}, ${personId}, 'x')`; // no worker shall look for its file
  expect([taken, confirmed, returned]).toEqual([
    { outcome: "done" },
    { outcome: "done" },
    { outcome: "done" },
  ]);
  expect(await open()).toEqual([]);
});

test("a request whose documents somebody marked, and an account that waits for a second person, are left open by them", async () => {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  const reviewer = await makeAdministrator();
  const { personId } = reviewer.actor;
  const applicant = await makeApplicant();
  const id = await makeRequest(applicant);
  const documents = await listDocuments(publicDatabase(), await whoFiled(id), id);
  const provider = await makeProvider();
  const manages = authorize(reviewer.actor, "bank_account.manage");
  const reason = "Pidió el cambio por escrito.";
  await proposeAccount(manages, { provider, current: null, account: someAccount, reason }, browser());
  const open = async () => {
    const { reviews, accounts } = await readOpenWork(grant, personId);
    return { reviews: reviews.length, accounts: accounts.map(({ id: of }) => of) };
  };
  expect(await open()).toEqual({ reviews: 0, accounts: [provider] });
  for (const { id: document } of documents)
    await markDocument(reviewer, { request: id, document, good: true }, browser());
  const { reviews } = await readOpenWork(grant, personId);
  expect(reviews).toEqual([
    {
      filingNumber: (await find(applicant, reviews[0]?.filingNumber ?? ""))?.filingNumber,
      since: expect.any(Date),
    },
  ]);
  // Nobody else left them open, and who decides and approves ends both.
  expect(await readOpenWork(grant, (await makeAdministrator()).actor.personId)).toMatchObject({
    reviews: [],
    accounts: [],
  });
  await endAccess(grant, { person: personId, cause: "left" }, browser());
  expect(await open()).toEqual({ reviews: 1, accounts: [provider] });
  expect(await outcomeOf(await makeAdministrator(), id, "returned")).toBe("done");
  const [account] = await listAccounts(cajaDatabase(), provider);
  const second = await grantOf("treasurer", "bank_account.manage");
  await approveAccount(second, { provider, account: account?.id ?? "", current: null }, noNotice, browser());
  expect(await open()).toEqual({ reviews: 0, accounts: [] });
});

test("a document that was found right in another request leaves nothing open in the renewal that takes it over", async () => {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  const reviewer = await makeAdministrator();
  const applicant = await makeApplicant();
  const code = await makeApplication();
  const id = await makeRequest(applicant, code);
  for (const { id: document } of await listDocuments(publicDatabase(), await whoFiled(id), id))
    await markDocument(reviewer, { request: id, document, good: true }, browser());
  expect(await outcomeOf(reviewer, id, "approved")).toBe("done");
  await file(applicant, await makeApplication(), {});
  expect((await readOpenWork(grant, reviewer.actor.personId)).reviews).toEqual([]);
});
