import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { listReports } from "@/db/queries/report-desk";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readOwnReport, readReport } from "@/domain/report/read-report";
import { authorize } from "@/model/access";
import { mailsTo, makeMember } from "@/tests/support/factories/account";
import { makeKind } from "@/tests/support/factories/own-order";
import { decide, report, stateOf } from "@/tests/support/file-report";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import {
  client,
  confirmation,
  eventsOf,
  lookUp,
  makeComparedOrder,
  register,
} from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

/** An order in review by a report. */
async function inReview(state = "issued") {
  const green = await makeComparedOrder({ state });
  const folio = (await report(green.till, green.lookupId)) ?? "";
  const [person] = await owner<{ email: string }[]>`
    select email from person where id = ${green.till.actor.personId}`;
  return { ...green, folio, email: person?.email ?? "" };
}

test("a lifted review restores the order's state, and the reporter is informed on the page and by e-mail", async () => {
  for (const state of ["issued", "delivered"]) {
    const { till, order, folio, email } = await inReview(state);
    const official = await makeOfficial("officer");
    await decide(official, folio, {
      outcome: "print_error",
      orderAction: "unblock",
      answer: "La imprimimos mal.",
    });
    expect(await stateOf(order.id)).toBe(state);
    expect(await eventsOf(order.id)).toEqual(["order.blocked", "order.unblocked"]);
    expect(await eventsOf(folio)).toEqual(["report.filed", "report.decided"]);
    expect(await mailsTo(email)).toEqual([
      { to: email, subject: `${folio} print_error`, text: "La imprimimos mal." },
    ]);
    expect(await readOwnReport(authorize(till.actor, "report.file"), folio)).toMatchObject({
      outcome: "print_error",
      answer: "La imprimimos mal.",
    });
  }
});

test("the answer to somebody who left the provider goes to its owners, and to nobody of another one", async () => {
  const { till, folio, email } = await inReview();
  const provider = till.actor.provider.id;
  const reporter = till.actor.personId;
  const owners = await Promise.all([makeMember(provider, "owner"), makeMember(provider, "owner")]);
  const clerk = await makeMember(provider, "clerk");
  const elsewhere = await makeTill();
  await owner`update membership set removed_at = now() where person_id = ${reporter}`;
  await owner`insert into membership (person_id, provider_id, role)
    values (${reporter}, ${elsewhere.actor.provider.id}, 'owner')`;
  await decide(await makeOfficial("officer"), folio, { outcome: "print_error", answer: "Ya la corregimos." });
  for (const { email: to } of owners)
    expect(await mailsTo(to)).toEqual([{ to, subject: `${folio} print_error`, text: "Ya la corregimos." }]);
  for (const to of [email, clerk.email]) expect(await mailsTo(to)).toEqual([]);
});

test("the answer is never sent to the address that stands in the place of a released one", async () => {
  const { till, folio } = await inReview();
  const boss = await makeMember(till.actor.provider.id, "owner");
  const reporter = till.actor.personId;
  await owner`update membership set removed_at = now() where person_id = ${reporter}`;
  await owner`select release_email(${reporter})`;
  await decide(await makeOfficial("officer"), folio);
  expect(await mailsTo(`${reporter}@anterior.invalid`)).toEqual([]);
  expect(await mailsTo(boss.email)).toHaveLength(1);
});

test("the order of an altered paper is annulled, and an empty answer sends the default text", async () => {
  const { order, folio, email } = await inReview();
  await decide(await makeOfficial("administrator"), folio, { outcome: "altered", orderAction: "annul" });
  expect(await stateOf(order.id)).toBe("annulled");
  expect((await mailsTo(email))[0]?.text).toBe("Respuesta de siempre: altered");
});

test("annulling through a report annuls the balance of a partly used order", async () => {
  const kind = await makeKind({ partialUse: true });
  const { till } = await makeComparedOrder();
  const order = await makeOrder();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kind}, kind_version = 1 where id = ${order.id}`;
  });
  const lookupId = await lookUp(till, order, kind);
  await owner`insert into comparison (lookup_id, person_id, mode, result)
    values (${lookupId}, ${till.actor.personId}, 'show', 'equal')`;
  await register(till, confirmation(lookupId, { amount: 1000 }));
  const folio = (await report(till, lookupId)) ?? "";
  expect(await stateOf(order.id)).toBe("blocked");
  const official = await makeOfficial("officer");
  await decide(official, folio, { orderAction: "annul" });
  expect(await stateOf(order.id)).toBe("annulled");
  expect(await owner`select balance::int, value::int, voided_by from "order" where id = ${order.id}`).toEqual(
    [{ balance: 479_000, value: 480_000, voided_by: official.personId }],
  );
});

test("a closed report ends only its own review reason: another report and a person keep theirs", async () => {
  const { till, order, lookupId, folio } = await inReview();
  const other = await makeTill();
  const second = (await report(other, await lookUp(other, order), { reason: "forged" })) ?? "";
  const unheld = (await report(till, lookupId, { reason: "holder" })) ?? "";
  const official = await makeOfficial("officer");
  await owner`select block_order(${order.id}, ${official.personId}, 'Se revisa a mano', 'x')`;
  await expect(decide(official, unheld, { orderAction: "unblock" })).rejects.toMatchObject({
    code: "order_state_changed",
  });
  await decide(official, second, { orderAction: "unblock" });
  expect(await stateOf(order.id)).toBe("blocked");
  const reading = authorize(official, "report.read");
  expect(await readReport(reading, second)).toMatchObject({ holds: false, otherHolds: 2 });
  expect(await readReport(reading, folio)).toMatchObject({ holds: true, otherHolds: 1 });
  await decide(official, folio, { orderAction: "unblock" });
  expect(await stateOf(order.id)).toBe("blocked");
  await owner`select unblock_order(${order.id}, ${official.personId}, 'Ya se revisó', 'x')`;
  expect(await stateOf(order.id)).toBe("issued");
});

test("of two concurrent decisions on a report one succeeds and one e-mail is sent", async () => {
  const { order, folio, email } = await inReview();
  const officials = await Promise.all([makeOfficial("officer"), makeOfficial("administrator")]);
  const results = await Promise.allSettled(
    officials.map((official, at) => decide(official, folio, { orderAction: at === 0 ? "unblock" : "annul" })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "report_decided" },
  });
  expect(await eventsOf(order.id)).toHaveLength(2);
  expect(await mailsTo(email)).toHaveLength(1);
});

test("a report whose order changed state meanwhile does not move it again and stays open", async () => {
  const { order, folio } = await inReview();
  const official = await makeOfficial("officer");
  await owner`select unblock_order(${order.id}, ${official.personId}, 'Ya se revisó', 'x')`;
  await expect(decide(official, folio, { orderAction: "unblock" })).rejects.toMatchObject({
    code: "order_state_changed",
  });
  await decide(official, folio, { orderAction: "leave" });
  expect(await stateOf(order.id)).toBe("issued");
});

test("a report of what was not found has no order to release or annul, and is closed without one", async () => {
  const till = await makeTill();
  const missed = await lookUpOrder(till, { idNumber: "1042555318", number: "77", kindCode: "AS" }, client());
  const folio = (await report(till, missed)) ?? "";
  const official = await makeOfficial("officer");
  for (const orderAction of ["unblock", "annul"] as const)
    await expect(decide(official, folio, { orderAction })).rejects.toMatchObject({
      code: "order_state_changed",
    });
  await decide(official, folio, { orderAction: "leave" });
  expect(await eventsOf(folio)).toEqual(["report.filed", "report.decided"]);
});

test("nobody decides a report of a provider they work or worked for, and an auditor only reads", async () => {
  const { till, folio } = await inReview();
  const official = await makeOfficial("officer");
  await owner`insert into membership (person_id, provider_id, role, removed_at)
    values (${official.personId}, ${till.actor.provider.id}, 'viewer', now())`;
  await expect(decide(official, folio)).rejects.toMatchObject({ code: "own_provider" });
  const auditor = await makeOfficial("auditor");
  await expect(decide(auditor, folio)).rejects.toMatchObject({
    code: "not_allowed",
  });
  const [row] = await owner<
    { outcome: string }[]
  >`select decide_report(r.id, ${auditor.personId}, 'nothing', 'x',
    'leave', '[]', 'x') as outcome from report r where r.folio = ${folio}`;
  expect(row?.outcome).toBe("not_allowed");
  expect(await readReport(authorize(auditor, "report.read"), folio)).toMatchObject({ folio });
});

test("the desk lists open reports by deadline and flags a provider with three in a week", async () => {
  const { till, lookupId, folio } = await inReview();
  const later = (await report(till, lookupId, { reason: "holder" })) ?? "";
  const third = (await report(till, lookupId, { reason: "damaged" })) ?? "";
  await owner`update report set filed_at = filed_at - interval '6 days' where folio = ${later}`;
  const grant = await grantOf("officer", "report.read");
  const db = cajaDatabase();
  const page = (number: number) => listReports(db, grant, { tab: "por-revisar", page: number });
  // Tests beside this one send reports of their own between two questions.
  const both = () => Promise.all([page(1), call(db, "count_waiting", {})]);
  const waitingIn = (rows: Awaited<ReturnType<typeof both>>[1]) =>
    rows.find(({ kind }) => kind === "report")?.waiting ?? 0;
  await expect.poll(async () => both().then(([{ total }, rows]) => waitingIn(rows) - total)).toBe(0);
  const { rows, total } = await page(1);
  // Reports of other tests are open too, so these may be on a later page.
  for (let next = 2; rows.length < total; next++) rows.push(...(await page(next)).rows);
  const mine = rows.filter((row) => row.providerId === till.actor.provider.id);
  expect(mine.map((row) => row.folio)).toEqual([later, folio, third]);
  expect(mine[0]).toMatchObject({ ofProvider: 3, ofOrder: 3 });
  await owner`update report set filed_at = filed_at - interval '2 days' where folio = ${later}`;
  expect(await readReport(grant, folio)).toMatchObject({ ofProvider: 2, ofOrder: 2 });
  await decide(await makeOfficial("officer"), third);
  const closed = await listReports(db, grant, { tab: "cerradas", page: 1 });
  expect(closed.rows.map((row) => row.folio)).toContain(third);
});
