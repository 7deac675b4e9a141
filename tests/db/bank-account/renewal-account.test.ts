import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findCurrentAccount, findRequestAccount } from "@/db/queries/bank-account";
import { readRequestAccount, wantedAccount } from "@/domain/bank-account/read";
import { sealedAccount } from "@/domain/bank-account/sealed-fields";
import { takeBackDecision } from "@/domain/request/decide";
import { sealUploads } from "@/domain/request/sealed-documents";
import { authorize } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { giveAccount, someAccount } from "@/tests/support/factories/bank-account";
import { makeRenewing } from "@/tests/support/factories/renewal";
import { find, makeAdministrator, outcomeOf, somePaper, uploads } from "@/tests/support/factories/request";
import { ownApplications } from "@/tests/support/own-applications";

const { codes } = ownApplications();

test("a renewal brings no other account, since that takes two people", async () => {
  const { actor, code } = await makeRenewing();
  codes.push(code);
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'bank_certificate', 'Certificación bancaria', true, 9)`;
  await giveAccount(actor.provider.id);
  const before = await findCurrentAccount(cajaDatabase(), actor.provider.id);
  const uploaded = sealUploads(uploads({ chamber: somePaper(), bank_certificate: somePaper() }));
  const { outcome, filingNumber } = await call(publicDatabase(), "file_renewal", {
    ...{
      request: randomUUID(),
      provider: actor.provider.id,
      person: actor.personId,
      application: code,
    },
    ...{
      ...uploaded,
      mails: [],
      ip: "127.0.0.1",
      account: sealedAccount({ ...someAccount, number: "99887766" }),
    },
  });
  expect(outcome).toBe("done");
  const request = await find(actor, filingNumber ?? "");
  expect(await outcomeOf(await makeAdministrator(), request?.id ?? "", "approved")).toBe("done");
  expect(await findCurrentAccount(cajaDatabase(), actor.provider.id)).toEqual(before);
});

test("a renewal asks for an account only where the provider has none", async () => {
  const { actor } = await makeRenewing();
  const filing = authorize(actor, "application.request");
  const asked = [{ kind: "bank_certificate", required: true }];
  expect(await wantedAccount(filing, asked, null)).toEqual({ needed: true, known: null });
  await giveAccount(actor.provider.id);
  expect(await wantedAccount(filing, asked, null)).toBeNull();
});

test("an account that came with a renewal is refused when two people agreed on one meanwhile, and comes back with a decision that is taken back", async () => {
  const { actor, code } = await makeRenewing();
  codes.push(code);
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'bank_certificate', 'Certificación bancaria', true, 9)`;
  const { filingNumber } = await call(publicDatabase(), "file_renewal", {
    ...{ request: randomUUID(), provider: actor.provider.id, person: actor.personId, application: code },
    ...sealUploads(uploads({ chamber: somePaper(), bank_certificate: somePaper() })),
    ...{ mails: [], ip: "127.0.0.1", account: sealedAccount({ ...someAccount, number: "99887766" }) },
  });
  const request = await find(actor, filingNumber ?? "");
  const id = request?.id ?? "";
  const reviewer = await makeAdministrator();
  const shown = () =>
    readRequestAccount(
      authorize(reviewer.actor, "request.read"),
      { id, providerId: actor.provider.id },
      { decides: true, ip: "127.0.0.1" },
    );
  expect(await shown()).toMatchObject({ lastFour: "7766", number: "99887766" });
  await giveAccount(actor.provider.id);
  const before = await findCurrentAccount(cajaDatabase(), actor.provider.id);
  expect(await shown()).toMatchObject({ lastFour: "6007", number: null });
  expect(await outcomeOf(reviewer, id, "approved")).toBe("done");
  expect(await findCurrentAccount(cajaDatabase(), actor.provider.id)).toEqual(before);
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ state: "refused" });
  await takeBackDecision(reviewer, id, browser());
  expect(await findCurrentAccount(cajaDatabase(), actor.provider.id)).toEqual(before);
  expect(await findRequestAccount(cajaDatabase(), id)).toMatchObject({ state: "requested" });
});
