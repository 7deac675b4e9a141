import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import {
  annulOrder,
  approveChange,
  extendOrder,
  replaceOrder,
  sendChangeBack,
} from "@/domain/order/change-order";
import { approveOrder, askApproval, issueOrder } from "@/domain/order/issue-order";
import { lastDayOf } from "@/domain/order-kind/kinds";
import { env } from "@/lib/env";
import { authorize, type CajaActor } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeCounter, registerUse } from "@/tests/support/use-in-database";
import { withoutTrigger } from "@/tests/support/without-trigger";

const many = connect(env().DATABASE_URL, "app_caja", 12);
afterAll(() => many.end());

const issuing = (actor: CajaActor) => authorize(actor, "order.issue");
const changing = (actor: CajaActor) => authorize(actor, "order.change");
const approving = (actor: CajaActor) => authorize(actor, "order.approve");
const reason = "Motivo de la prueba";
const refused = (code: string) => ({ code });
const shown = async (order: string) => ({ order, version: (await rowOf(order)).version });
const people = () => Promise.all([makeCajaPerson("officer"), makeCajaPerson("officer")]);
const affiliate = () => ({ affiliateId: String(Math.floor(1e9 + Math.random() * 9e8)) });
const waitingOf = async (order: string) => {
  const [row] = await owner<{ id: string; state: string }[]>`
    select id, state from order_change where order_id = ${order} order by asked_at desc limit 1`;
  return row;
};
/** All that was given out so far was given out on the day before. */
const anotherDay = (actor: CajaActor) =>
  owner`update order_deed set done_at = (done_at at time zone 'America/Bogota')::date
    at time zone 'America/Bogota' - interval '1 microsecond' where done_by = ${actor.personId}`;

test("ten parts of a value need the same approval as the whole, and the next day starts from zero", async () => {
  const [ana, luis] = await people();
  const kind = await makeKind({ approvalFrom: 2_000_000 });
  for (let part = 1; part < 10; part++) await makeIssued(ana, kind, { value: "200.000" });
  await makeIssued(ana, kind, { value: "199.999" });
  const tenth = await makeDraft(ana, kind, { value: "1" });
  await expect(issueOrder(issuing(ana), await shown(tenth), browser())).rejects.toMatchObject(
    refused("needs_second_person"),
  );
  // Neither another person nor another kind is held by it, and what a second person saw does not add up.
  await makeIssued(luis, kind, { value: "200.000" });
  await makeIssued(ana, await makeKind({ approvalFrom: 2_000_000 }), { value: "200.000" });
  await askApproval(issuing(ana), await shown(tenth), browser());
  await approveOrder(approving(luis), await shown(tenth), browser());
  await anotherDay(ana);
  await makeIssued(ana, kind, { value: "1.999.999" });
});

test("parts that exceed the kind's limit for one affiliate in a day need approval", async () => {
  const [ana, luis] = await people();
  const [kind, person] = [await makeKind({ largestValue: 1_000_000 }), affiliate()];
  await makeIssued(ana, kind, { value: "1.000.000" });
  await makeIssued(ana, kind, { ...person, value: "600.000" });
  await makeIssued(luis, kind, { ...person, value: "400.000" });
  await expect(makeIssued(ana, kind, { ...person, value: "1" })).rejects.toMatchObject(
    refused("needs_second_person"),
  );
});

test("the daily limit of an affiliate counts orders of every issuer together", async () => {
  const [ana, luis] = await people();
  const [kind, person] = [await makeKind({ approvalFrom: 1_000_000 }), affiliate()];
  await makeIssued(ana, kind, { ...person, value: "600.000", concept: "Calzado" });
  await makeIssued(luis, kind, { ...person, value: "399.999", concept: "Útiles" });
  await expect(makeIssued(luis, kind, { ...person, value: "1", concept: "Ropa" })).rejects.toMatchObject(
    refused("needs_second_person"),
  );
  // Another kind has a day of its own, and so has tomorrow.
  await makeIssued(luis, await makeKind({ approvalFrom: 1_000_000 }), { ...person, value: "999.999" });
  for (const actor of [ana, luis]) await anotherDay(actor);
  await makeIssued(luis, kind, { ...person, value: "999.999", concept: "Ropa" });
});

test("concurrent issuing cannot exceed the daily limit", async () => {
  const [ana] = await people();
  const kind = await makeKind({ approvalFrom: 1_000_000 });
  const drafts = await Promise.all(
    Array.from({ length: 10 }, async () => shown(await makeDraft(ana, kind, { value: "300.000" }))),
  );
  const outcomes = await Promise.all(
    drafts.map(async ({ order, version }) => {
      const [row] = await many<{ outcome: string }[]>`
        select issue_order(${order}, ${ana.personId}, ${version}, false, 'x') as outcome`;
      return row?.outcome;
    }),
  );
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(3);
  expect(outcomes.filter((outcome) => outcome === "needs_second_person")).toHaveLength(7);
});

test("an annulled order frees its value for the day; a replaced one counts once, with its used part", async () => {
  const [ana] = await people();
  const kind = await makeKind({ approvalFrom: 1_000_000, partialUse: true });
  const wrong = await makeIssued(ana, kind, { value: "900.000" });
  await annulOrder(authorize(ana, "order.annul"), { order: wrong, cause: "wrong_data", reason }, browser());
  const lost = await makeIssued(ana, kind, { value: "900.000" });
  await registerUse(await makeCounter(), { order: lost, amount: 500_000 });
  await replaceOrder(changing(ana), { order: lost, reason }, browser());
  await makeIssued(ana, kind, { value: "99.999" });
  await expect(makeIssued(ana, kind, { value: "1" })).rejects.toMatchObject(refused("needs_second_person"));
});

test("an extension or replacement above the limit waits for approval by a second person", async () => {
  const [ana, luis] = await people();
  const kind = await makeKind({ approvalFrom: 480_000, validityDays: 30 });
  const draft = await makeDraft(ana, kind);
  await askApproval(issuing(ana), await shown(draft), browser());
  await approveOrder(approving(luis), await shown(draft), browser());
  await owner`update "order" set issued_on = issued_on where id = ${draft}`;
  const { valid_until: last } = await rowOf(draft);
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set valid_until = valid_until - 9 where id = ${draft}`;
  });
  const was = addDays(last, -9);
  const input = { order: draft, was, until: last, reason };
  expect(await extendOrder(changing(ana), input, browser())).toBe("asked");
  expect((await rowOf(draft)).valid_until).toBe(was);
  await expect(extendOrder(changing(luis), input, browser())).rejects.toMatchObject(refused("change_waits"));
  const approval = { order: draft, change: (await waitingOf(draft))?.id ?? "" };
  await expect(approveChange(approving(ana), approval, browser())).rejects.toMatchObject(
    refused("same_person"),
  );
  await approveChange(approving(luis), approval, browser());
  expect((await rowOf(draft)).valid_until).toBe(last);
  await expect(approveChange(approving(luis), approval, browser())).rejects.toMatchObject(
    refused("change_lapsed"),
  );

  expect(await replaceOrder(changing(luis), { order: draft, reason }, browser())).toBeNull();
  const lost = { order: draft, change: (await waitingOf(draft))?.id ?? "" };
  const next = await approveChange(approving(ana), lost, browser());
  expect(await rowOf(draft)).toMatchObject({ state: "replaced", replaced_by: next });
  expect(await rowOf(next)).toMatchObject({ state: "issued", approved_by: ana.personId });
});

test("an order changed since the request is not approved, and a returned request can be filed again", async () => {
  const [ana, luis] = await people();
  const kind = await makeKind({ partialUse: true });
  const order = await makeIssued(ana, kind);
  await owner`update order_kind set approval_from = 100 where code = ${kind}`;
  expect(await replaceOrder(changing(ana), { order, reason }, browser())).toBeNull();
  const first = (await waitingOf(order))?.id ?? "";
  await registerUse(await makeCounter(), { order, amount: 1_000 });
  await expect(approveChange(approving(luis), { order, change: first }, browser())).rejects.toMatchObject(
    refused("change_lapsed"),
  );
  expect(await replaceOrder(changing(ana), { order, reason }, browser())).toBeNull();
  const second = (await waitingOf(order))?.id ?? "";
  await sendChangeBack(approving(luis), { change: second, reason }, browser());
  expect((await waitingOf(order))?.state).toBe("sent_back");
  expect(await replaceOrder(changing(ana), { order, reason }, browser())).toBeNull();
  await expect(sendChangeBack(approving(luis), { change: second, reason }, browser())).rejects.toMatchObject(
    refused("order_state_changed"),
  );
});

test("the SQL functions refuse approval by the requester, and an approval used for another order", async () => {
  const [ana, luis] = await people();
  const kind = await makeKind();
  const [order, other] = [await makeIssued(ana, kind), await makeIssued(luis, kind)];
  await owner`update order_kind set approval_from = 100 where code = ${kind}`;
  await replaceOrder(changing(ana), { order, reason }, browser());
  const change = (await waitingOf(order))?.id ?? "";
  const replace = async (id: string, actor: CajaActor) => {
    const [row] = await many<
      { outcome: string }[]
    >`select replace_order(${id}, ${randomUUID()}, ${actor.personId},
      ${(await rowOf(id)).version}, '', '', 'x', 'x', ${change}) as outcome`;
    return row?.outcome;
  };
  expect(await replace(order, ana)).toBe("same_person");
  expect(await replace(other, luis)).toBe("not_found");
  expect(await replace(order, luis)).toBe("done");
});

test("an order that begins today can be extended to the kind's last day and no further", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind({ validityDays: 10 })];
  const order = await makeIssued(ana, kind, { validUntil: bogotaDay(new Date()) });
  const { valid_until: was, issued_on: today } = await rowOf(order);
  const extend = (until: string) => extendOrder(changing(ana), { order, was, until, reason }, browser());
  await expect(extend(addDays(today, 10))).rejects.toMatchObject(refused("dates_outside_rule"));
  const [row] = await many<{ outcome: string }[]>`select extend_order(${order}, ${ana.personId}, ${was},
    ${addDays(today, 10)}, 'x', 'x') as outcome`;
  expect(row?.outcome).toBe("dates_outside_rule");
  expect(await extend(addDays(today, 9))).toBe("done");
});

test("the database and domain/order-kind/kinds.ts compute the same last day, or one up to a week of holidays later", async () => {
  const [dated, moved] = [await makeKind({ validityDays: 45 }), await makeKind({ validityDays: 7 })];
  await owner`update order_kind set validity_days = null, validity_until = '2027-01-10' where code = ${dated}`;
  await owner`update order_kind set to_working_day = true where code = ${moved}`;
  const lastDay = async (code: string, from: string) => {
    const [row] = await owner<{ day: string }[]>`
      select kind_last_day(k, ${from})::text as day from order_kind k where code = ${code}`;
    return row?.day;
  };
  const rule = { validityUntil: null, toWorkingDay: false };
  expect(await lastDay(dated, "2026-11-28")).toBe("2027-01-10");
  expect(await lastDay(moved, "2026-12-19")).toBe(
    addDays(lastDayOf({ ...rule, validityDays: 7 }, "2026-12-19"), 7),
  );
});
