import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { takeBackDecision } from "@/domain/request/decide";
import type { ProviderActor } from "@/model/access";
import { browser, owner, someNit } from "@/tests/support/factories/account";
import { makeRenewing } from "@/tests/support/factories/renewal";
import {
  makeAdministrator,
  makeAgreement,
  makeApplicant,
  outcomeOf,
} from "@/tests/support/factories/request";
import { lockedRows } from "@/tests/support/locked-rows";
import { ownApplications } from "@/tests/support/own-applications";
import { firstValue } from "@/tests/support/rolled-back";

const { codes, application } = ownApplications();
type Filed = { outcome: string; filing_number: string | null };
/** Files with the old arguments those documents that are named, beside the ones of the list. */
async function file(
  actor: ProviderActor,
  code: string,
  old: { rut?: string; chamber?: string } = { rut: "x" },
) {
  const id = randomUUID();
  const [row] = await owner<
    Filed[]
  >`select * from file_request(${id}, ${actor.provider.id}, ${actor.personId}, ${code}, null,
    ${old.rut ? "rut.pdf" : null}, 'application/pdf', ${old.rut ?? null},
    ${old.chamber ? "cc.pdf" : null}, 'application/pdf', ${old.chamber ?? null}, '[]', 'x')`;
  return { id, outcome: row?.outcome ?? "", number: row?.filing_number ?? null };
}
const stateOf = (id: string) => firstValue<string>(owner`select state from request where id = ${id}`);
const isApproved = (actor: ProviderActor) =>
  firstValue<boolean>(owner`select approved_at is not null from provider where id = ${actor.provider.id}`);
const granted = async (actor: ProviderActor) =>
  (
    await owner`select application_code from granted_application where provider_id = ${actor.provider.id}`
  ).map((row) => row.application_code);

test("a request is filed for what is offered, with what it asks for, and once while one is open or approved", async () => {
  const [actor, other] = [await makeApplicant(), await makeApplicant()];
  const [code, both] = [await application("rut"), await application("rut", "chamber")];
  const first = await file(actor, code);
  expect(first).toMatchObject({ outcome: "done", number: expect.stringMatching(/^SOL-\d{4}-\d{6,}$/) });
  const again = { outcome: "open_already", number: first.number };
  const reviewer = await makeAdministrator();
  expect(await file(actor, code)).toMatchObject(again);
  await outcomeOf(reviewer, first.id, "returned");
  expect(await file(actor, code)).toMatchObject(again);
  expect((await file(other, code)).outcome).toBe("done");
  for (const sent of [{}, { rut: "x" }, { chamber: "x" }])
    expect((await file(actor, both, sent)).outcome, JSON.stringify(sent)).toBe("documents_missing");
  expect((await file(actor, both, { rut: "x", chamber: "x" })).outcome).toBe("done");
  expect((await file(actor, "NO-EXISTE")).outcome).toBe("not_found");
  await owner`update application set active = false where code = ${both}`;
  expect((await file(other, both, { rut: "x", chamber: "x" })).outcome).toBe("not_found");
  expect((await file({ ...actor, personId: other.personId }, both)).outcome).toBe("not_allowed");
  await owner`update request set state = 'rejected' where id = ${first.id}`;
  expect((await file(actor, code)).outcome).toBe("done");
});

test("an approval closes what rivals of its NIT have open, and leaves what is decided, its own and other companies'", async () => {
  const nit = someNit();
  const [actor, rival, late, stranger] = [
    await makeApplicant(nit),
    await makeApplicant(nit),
    await makeApplicant(nit),
    await makeApplicant(),
  ];
  const [code, second] = [await application("rut"), await application("rut")];
  const reviewer = await makeAdministrator();
  const [mine, own, sent, returned, rejected, theirs] = [
    await file(actor, code),
    await file(actor, second),
    await file(rival, code),
    await file(rival, second),
    await file(late, code),
    await file(stranger, code),
  ];
  await outcomeOf(reviewer, returned.id, "returned");
  await outcomeOf(reviewer, rejected.id, "rejected");
  expect(await outcomeOf(reviewer, mine.id, "approved")).toBe("done");
  expect(
    await Promise.all([mine, own, sent, returned, rejected, theirs].map(({ id }) => stateOf(id))),
  ).toEqual([...["approved", "submitted", "rejected", "rejected", "rejected", "submitted"]]);
  const closed = await owner`select subject_id from audit_event where action = 'request.rejected'
    and detail ->> 'because' = ${mine.number} order by seq`;
  expect(closed.map(({ subject_id }) => subject_id).sort()).toEqual([sent.id, returned.id].sort());
  expect((await file(late, second)).outcome).toBe("nit_has_owner");
  const obstacle = (id: string) => firstValue<string | null>(owner`select approval_obstacle(${id})`);
  await owner`update request set state = 'submitted', decided_at = null, decided_by = null, reason = null
    where id = ${rejected.id}`;
  expect([await obstacle(rejected.id), await obstacle(own.id), await obstacle(theirs.id)]).toEqual([
    ...["nit_has_owner", null, null],
  ]);
  await owner`update provider set check_digit = (check_digit + 1) % 10 where id = ${stranger.provider.id}`;
  expect(await obstacle(theirs.id)).toBe("wrong_check_digit");
  await owner`update application set needs_agreement = true where code = ${code}`;
  expect(await obstacle(theirs.id)).toBe("no_agreement");
  await makeAgreement(nit);
  expect(await obstacle(theirs.id)).toBe("no_agreement");
  await makeAgreement(stranger.provider.nit);
  expect(await obstacle(theirs.id)).toBe("wrong_check_digit");
  await owner`update application set needs_agreement = false where code = ${code}`;
});

test("an approval that is taken back takes what it gave alone", async () => {
  const [actor, reviewer] = [await makeApplicant(), await makeAdministrator()];
  const [code, second] = [await application("rut"), await application("rut")];
  const [first, next] = [await file(actor, code), await file(actor, second)];
  await outcomeOf(reviewer, next.id, "rejected");
  await takeBackDecision(reviewer, next.id, browser());
  expect([await isApproved(actor), await granted(actor)]).toEqual([false, []]);
  await outcomeOf(reviewer, first.id, "approved");
  await outcomeOf(reviewer, next.id, "approved");
  expect((await granted(actor)).sort()).toEqual([code, second].sort());
  await takeBackDecision(reviewer, next.id, browser());
  expect([await isApproved(actor), await granted(actor)]).toEqual([true, [code]]);
  // What it had before is not taken away with a later decision.
  await owner`insert into granted_application (provider_id, application_code) values (${actor.provider.id}, ${second})`;
  await outcomeOf(reviewer, next.id, "approved");
  await takeBackDecision(reviewer, next.id, browser());
  expect((await granted(actor)).sort()).toEqual([code, second].sort());
});

test("a renewal that is approved closes no other request of its NIT", async () => {
  const { actor, code } = await makeRenewing();
  codes.push(code);
  const rival = await makeApplicant(someNit());
  const sent = await file(rival, await application("rut"));
  await owner`update provider set nit = ${actor.provider.nit} where id = ${rival.provider.id}`;
  const renewal =
    await firstValue<string>(owner`insert into request (filing_number, provider_id, application_code, state,
      submitted_by, renews)
    values (${`SOL-1991-${randomUUID().slice(0, 8)}`}, ${actor.provider.id}, ${code}, 'submitted', ${actor.personId}, true)
    returning id`);
  expect(await outcomeOf(await makeAdministrator(), renewal, "approved")).toBe("done");
  expect(await stateOf(sent.id)).toBe("submitted");
});

test("a correction is of one's own returned request, with what is still missing", async () => {
  const [actor, other, reviewer] = [await makeApplicant(), await makeApplicant(), await makeAdministrator()];
  const code = await application("rut");
  const [mine, waiting] = [await file(actor, code), await file(actor, await application("rut"))];
  const correct = (id: string, { provider, personId }: ProviderActor, documents: string | null = "[]") =>
    firstValue<string>(
      owner`select send_correction(${id}, ${provider.id}, ${personId}, null, 'Va.', 'x', ${documents}::text::jsonb)`,
    );
  await outcomeOf(reviewer, mine.id, "returned");
  expect([
    await correct(mine.id, other),
    await correct(waiting.id, actor),
    await correct(randomUUID(), actor),
  ]).toEqual([...["not_returned", "not_returned", "not_returned"]]);
  expect(await correct(mine.id, { ...actor, personId: other.personId })).toBe("not_allowed");
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'chamber', 'Cámara', true, 9)`;
  expect(await correct(mine.id, actor)).toBe("documents_missing");
  // A process of before is asked for no more than it knows.
  expect(await correct(mine.id, actor, null)).toBe("done");
  expect([await stateOf(mine.id), await stateOf(waiting.id)]).toEqual(["submitted", "submitted"]);
});

test("a decision keeps every provider of its NIT from being decided on meanwhile, and no other", async () => {
  const nit = someNit();
  const [actor, rival, stranger] = [
    await makeApplicant(nit),
    await makeApplicant(nit),
    await makeApplicant(),
  ];
  const { id } = await file(actor, await application("rut"));
  const { personId } = (await makeAdministrator()).actor;
  const providers = [actor, rival, stranger].map(({ provider }) => provider.id);
  const locked = await lockedRows(
    (sql) => sql`select decide_request(${id}, ${personId}, 'rejected', 'x', 'x', '[]', '{}', 'x')`,
    "provider",
    providers,
  );
  expect(locked).toEqual(providers.slice(0, 2));
});
