import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { countRequests, listRequests, type QueueQuery } from "@/db/queries/request-queue";
import { sendCorrection } from "@/domain/request/correct";
import { dueDays } from "@/domain/request/rules";
import { authorize } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { nitCheckDigit } from "@/model/identity/nit";
import type { RequestFlag } from "@/model/request";
import { browser, owner, someNit } from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeAgreement,
  makeApplicant,
  outcomeOf,
  uploads,
} from "@/tests/support/factories/request";

/** A request in the queue. */
async function makeWaiting(nit = someNit()) {
  const actor = await makeApplicant(nit);
  const filingNumber = await file(actor);
  const request = await find(actor, filingNumber);
  if (!request) throw new Error("no request made");
  return { actor, filingNumber, id: request.id, nit };
}

const queue = (more: Partial<QueueQuery>) =>
  listRequests(cajaDatabase(), { tab: "toDecide", query: "", page: 1, ...more });

/** What the queue says of one request. */
async function rowOf({ nit }: { nit: string }) {
  const { rows } = await queue({ query: nit });
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error("not one row");
  return row;
}

async function flagsOf(request: { nit: string }): Promise<RequestFlag[]> {
  return (await rowOf(request)).flags;
}

test("the check digit of SQL is the one of model/identity", async () => {
  const nits = Array.from({ length: 200 }, () => String(randomInt(100_000, 9_999_999_999)));
  const rows = await owner<{ nit: string; digit: number }[]>`
    select nit, nit_check_digit(nit) as digit from unnest(${nits}::text[]) nit`;
  expect(rows).toEqual(nits.map((nit) => ({ nit, digit: nitCheckDigit(nit) })));
});

test("the queue warns of a missing, ended and ending convenio, a wrong digit, a repeated NIT and another's mail", async () => {
  const request = await makeWaiting();
  const { nit, actor } = request;
  expect(await flagsOf(request)).toEqual(["no_agreement"]);
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${`CV-${nit}`}, ${nit}, 0, 'Prueba', current_date - 90, current_date - 30)`;
  expect(await flagsOf(request)).toEqual(["agreement_not_in_force"]);
  await owner`update agreement set ends_on = current_date + 20 where nit = ${nit}`;
  expect(await flagsOf(request)).toEqual(["agreement_ending"]);
  await owner`update agreement set ends_on = current_date + 400 where nit = ${nit}`;
  expect(await flagsOf(request)).toEqual([]);
  await owner`update provider set check_digit = (check_digit + 1) % 10 where id = ${actor.provider.id}`;
  const rival = await makeApplicant(nit);
  await owner`insert into agreement (number, nit, check_digit, legal_name, email, starts_on, ends_on)
    values (${`CV-${nit}-otra`}, ${someNit()}, 0, 'Otra', ${actor.email.toUpperCase()}, '2020-01-01', '2099-12-31')`;
  expect(await flagsOf(request)).toEqual(["check_digit", "same_nit", "same_email"]);
  await owner`update provider set approved_at = now() where id = ${rival.provider.id}`;
  expect(await flagsOf(request)).toContain("nit_taken");
});

test("a filter shows the clean requests, those with a warning, or those that are due", async () => {
  const [clean, flagged] = await Promise.all([makeWaiting(), makeWaiting()]);
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${`CV-${clean.nit}`}, ${clean.nit}, 0, 'Prueba', '2020-01-01', '2099-12-31')`;
  const { dueBefore } = dueDays(bogotaDay(new Date()));
  const among = async (filter: QueueQuery["filter"], { nit }: { nit: string }) =>
    (await queue({ filter, query: nit, dueBefore })).total;
  expect([await among("clean", clean), await among("clean", flagged)]).toEqual([1, 0]);
  expect([await among("flagged", clean), await among("flagged", flagged)]).toEqual([0, 1]);
  expect(await among("due", clean)).toBe(0);
  await owner`update request set submitted_at = now() - interval '12 days' where id = ${clean.id}`;
  expect(await among("due", clean)).toBe(1);
});

test("counts of tabs and filters grow with what comes in", async () => {
  const days = dueDays(bogotaDay(new Date()));
  const before = await countRequests(cajaDatabase(), days);
  // Twelve, as other tests decide requests meanwhile.
  const late = await Promise.all(Array.from({ length: 12 }, () => makeWaiting()));
  const ids = late.map(({ id }) => id);
  await owner`update request set submitted_at = now() - interval '12 days' where id in ${owner(ids)}`;
  const after = await countRequests(cajaDatabase(), days);
  expect(after.tabs.toDecide).toBeGreaterThan(before.tabs.toDecide);
  expect(after.overdue).toBeGreaterThan(before.overdue);
  expect(after.filters.due).toBeGreaterThanOrEqual(after.overdue);
  expect(after.filters.flagged).toBeGreaterThan(before.filters.flagged);
});

test("a corrected request keeps its place and says that it was corrected; its days to answer begin again", async () => {
  const [grant, request] = await Promise.all([makeAdministrator(), makeWaiting()]);
  const old = new Date(Date.now() - 20 * 86_400_000);
  await owner`update request set filed_at = ${old}, submitted_at = ${old} where id = ${request.id}`;
  expect(await outcomeOf(grant, request.id, "returned")).toBe("done");
  await sendCorrection(
    authorize(request.actor, "application.request"),
    { requestId: request.id, agreementNumber: null, note: "Ahora se lee.", uploads: uploads({}) },
    browser(),
  );
  const row = await rowOf(request);
  expect(row.filedAt).toEqual(old);
  expect(row.submittedAt.getTime()).toBeGreaterThan(Date.now() - 3_600_000);
  expect(row.flags).toContain("corrected");
  const place = async (id: string) => {
    for (let page = 1; ; page++) {
      const { rows, pages } = await queue({ page });
      const at = rows.findIndex((each) => each.id === id);
      if (at >= 0) return page * 100 + at;
      if (page >= pages) throw new Error("not in the queue");
    }
  };
  const newer = await makeWaiting();
  expect(await place(request.id)).toBeLessThan(await place(newer.id));
});

test("a search finds a request in whatever state, without accents and in any order of words", async () => {
  const [grant, request] = await Promise.all([makeAdministrator(), makeWaiting()]);
  await owner`update provider set legal_name = ${`Ferretería Ñandú ${request.nit} & Cía.`} where id = ${request.actor.provider.id}`;
  await makeAgreement(request.nit);
  expect(await outcomeOf(grant, request.id, "approved")).toBe("done");
  for (const query of [
    `ferreteria nandu ${request.nit}`,
    `${request.nit} FERRETERÍA`,
    request.filingNumber,
    request.nit,
  ])
    expect(
      (await queue({ query })).rows.map(({ id }) => id),
      query,
    ).toContain(request.id);
  expect((await queue({ query: `ferreteria zapatos ${request.nit}` })).total).toBe(0);
});
