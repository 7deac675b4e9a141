import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findCurrentAccount } from "@/db/queries/bank-account";
import { wantedAccount } from "@/domain/bank-account/read";
import { sealedAccount } from "@/domain/bank-account/sealed-fields";
import { sealUploads } from "@/domain/request/sealed-documents";
import { authorize } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
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
  expect(await wantedAccount(filing, asked, null, true)).toEqual({ needed: true, known: null });
  await giveAccount(actor.provider.id);
  expect(await wantedAccount(filing, asked, null, true)).toBeNull();
  expect(await wantedAccount(filing, asked, null)).toMatchObject({
    needed: false,
    known: { lastFour: "6007" },
  });
});
