import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { discardForm, keepForm, readKeptForm } from "@/domain/order/draft/keep-form";
import { discardDraft, saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput, FormAnswers } from "@/domain/order/draft/schema";
import { openOrder } from "@/domain/order/find-orders";
import { approveOrder, askApproval, issueOrder, sendOrderBack } from "@/domain/order/issue-order";
import { env } from "@/lib/env";
import { authorize, type CajaActor } from "@/model/access";
import { addDays } from "@/model/calendar";
import { browser, owner, someNit } from "@/tests/support/factories/account";
import {
  makeCajaPerson,
  makeDraft,
  makeIssued,
  makeKind,
  rowOf,
  typedOrder,
} from "@/tests/support/factories/own-order";
import { makeAgreement } from "@/tests/support/factories/request";

const AT_ONCE = 200;
const many = connect(env().DATABASE_URL, "app_caja", 40);
afterAll(() => many.end());

const issuing = (actor: CajaActor) => authorize(actor, "order.issue");
const approving = (actor: CajaActor) => authorize(actor, "order.approve");
const shown = async (order: string) => ({ order, version: (await rowOf(order)).version });
const actionsOf = async (order: string) =>
  (
    await owner<{ action: string }[]>`select action from audit_event where subject_id = ${order} order by seq`
  ).map(({ action }) => action);

test("the first issued order has the first number of its series, and the audit log has each step", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const order = await makeIssued(ana, kind);
  expect(await rowOf(order)).toMatchObject({ state: "issued", number: "H0000001", balance: 480_000 });
  expect(await actionsOf(order)).toEqual(["order.drafted", "order.issued"]);
});

test("the affiliate is encrypted in the draft and readable by the caja", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const order = await makeDraft(ana, kind, { affiliateId: "1042555318", affiliateName: "María Pérez" });
  const [row] = await owner`select * from "order" where id = ${order}`;
  expect(JSON.stringify(row)).not.toMatch(/1042555318|María/);
  const opened = await openOrder(authorize(ana, "order.find"), order, browser());
  expect(opened?.order).toMatchObject({ affiliateId: "1042555318", affiliateName: "María Pérez" });
});

test("two hundred concurrent issuers, some of which fail, get unique numbers without gaps", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const ids = Array.from({ length: AT_ONCE }, () => randomUUID());
  await owner`insert into "order" (id, kind_code, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
      affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state, drafted_by)
    select id, ${kind}, 'CC', '', decode(md5(id::text), 'hex'), '', 1000, 1000, '', current_date, current_date + 5,
      '', 'draft', ${ana.personId}
    from unnest(${ids}::uuid[]) id`;
  const versions = await owner<{ id: string; version: string }[]>`
    select id, caja_version(updated_at) as version from "order" where id = any(${ids}::uuid[])`;
  const issue = (id: string, version: string) =>
    many<
      { outcome: string }[]
    >`select issue_order(${id}, ${ana.personId}, ${version}, false, 'x') as outcome`;
  const attempts = versions.flatMap(({ id, version }, at) => [
    issue(id, version),
    // A second press, a stale page, and one whose transaction breaks after it took its number.
    ...(at % 5 === 0 ? [issue(id, version)] : []),
    ...(at % 7 === 0 ? [issue(id, "0")] : []),
    ...(at % 11 === 0
      ? [many`select issue_order(${id}, ${ana.personId}, ${version}, false, 'x'), 1 / (random() * 0)::int`]
      : []),
  ]);
  await Promise.allSettled(attempts);
  const left = await owner<{ id: string; version: string }[]>`
    select id, caja_version(updated_at) as version from "order" where id = any(${ids}::uuid[]) and state = 'draft'`;
  await Promise.all(left.map(({ id, version }) => issue(id, version)));
  const numbers = await owner<{ number: string }[]>`
    select number from "order" where kind_code = ${kind} order by number`;
  expect(numbers.map(({ number }) => number)).toEqual(
    Array.from({ length: AT_ONCE }, (_, at) => `H${String(at + 1).padStart(7, "0")}`),
  );
});

test("a number that an import brought is skipped by the series", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  await owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
      affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
    values (gen_random_uuid(), ${kind}, 'H0000001', 'H0000001', 'CC', '', '', '', 1, 1, '', '2026-01-01', '2026-01-01', '', 'issued')`;
  expect((await rowOf(await makeIssued(ana, kind))).number).toBe("H0000002");
});

test("from the approval limit on, one person can neither issue alone nor approve their own draft", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind({ approvalFrom: 480_000 });
  const order = await makeDraft(ana, kind);
  await expect(issueOrder(issuing(ana), await shown(order), browser())).rejects.toMatchObject({
    code: "needs_second_person",
  });
  // Not before it was asked for.
  await expect(approveOrder(approving(luis), await shown(order), browser())).rejects.toMatchObject({
    code: "order_state_changed",
  });
  await askApproval(issuing(ana), await shown(order), browser());
  await expect(approveOrder(approving(ana), await shown(order), browser())).rejects.toMatchObject({
    code: "same_person",
  });
  await approveOrder(approving(luis), await shown(order), browser());
  expect(await rowOf(order)).toMatchObject({ state: "issued", approved_by: luis.personId });
});

test("the database refuses one person as issuer and approver, even to the table owner", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const order = await makeDraft(ana, kind);
  await expect(
    owner`update "order" set state = 'issued', number = 'X1', number_key = 'X1', approved_by = ${ana.personId}
      where id = ${order}`,
  ).rejects.toThrow(/order_second_person/);
});

test("a draft that was sent back no longer waits for approval, and a changed draft cannot be approved as stale", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("administrator")];
  const kind = await makeKind({ approvalFrom: 1 });
  const order = await makeDraft(ana, kind);
  await askApproval(issuing(ana), await shown(order), browser());
  const seen = await shown(order);
  await sendOrderBack(approving(luis), { ...seen, reason: "El valor no es el acordado" }, browser());
  const corrected = typedOrder(kind, { ...(await shown(order)), value: "900.000" });
  await saveDraft(issuing(ana), DraftInput.parse(corrected), browser());
  await askApproval(issuing(ana), await shown(order), browser());
  await expect(approveOrder(approving(luis), seen, browser())).rejects.toMatchObject({
    code: "draft_changed",
  });
  await approveOrder(approving(luis), await shown(order), browser());
  expect(await rowOf(order)).toMatchObject({ state: "issued", value: 900_000 });
});

test("only its author saves, issues or discards a draft", async () => {
  const [ana, luis, kind] = [
    await makeCajaPerson("officer"),
    await makeCajaPerson("officer"),
    await makeKind(),
  ];
  const order = await makeDraft(ana, kind);
  const other = DraftInput.parse(typedOrder(kind, { order, value: "1" }));
  await expect(saveDraft(issuing(luis), other, browser())).rejects.toMatchObject({ code: "order_missing" });
  await expect(issueOrder(issuing(luis), await shown(order), browser())).rejects.toMatchObject({
    code: "not_allowed",
  });
  await expect(discardDraft(issuing(luis), await shown(order), browser())).rejects.toMatchObject({
    code: "order_state_changed",
  });
  await discardDraft(issuing(ana), await shown(order), browser());
  expect(await rowOf(order)).toMatchObject({ state: "annulled", number: null });
});

test("an issued order cannot be saved over, and the same form sent twice is one draft", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const input = DraftInput.parse(typedOrder(kind));
  await Promise.all([saveDraft(issuing(ana), input, browser()), saveDraft(issuing(ana), input, browser())]);
  await issueOrder(issuing(ana), await shown(input.order), browser());
  await expect(saveDraft(issuing(ana), input, browser())).rejects.toMatchObject({ code: "order_missing" });
});

test("the kind's rules are checked when a draft is saved and when it is issued", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind({ largestValue: 500_000 })];
  await expect(makeDraft(ana, kind, { value: "500.001" })).rejects.toMatchObject({ code: "value_too_large" });
  await expect(makeDraft(ana, kind, { provider: someNit() })).rejects.toMatchObject({
    code: "provider_without_agreement",
  });
  const draft = await makeDraft(ana, kind);
  const before = await makeIssued(ana, kind);
  await owner`update order_kind set largest_value = 1000 where code = ${kind}`;
  await expect(issueOrder(issuing(ana), await shown(draft), browser())).rejects.toMatchObject({
    code: "value_too_large",
  });
  expect(await rowOf(before)).toMatchObject({ state: "issued", value: 480_000 });
  await owner`update order_kind set active = false where code = ${kind}`;
  await expect(issueOrder(issuing(ana), await shown(draft), browser())).rejects.toMatchObject({
    code: "kind_closed",
  });
});

test("an order can be bound to a provider with a convenio, by NIT with or without check digit", async () => {
  const [ana, kind, nit] = [
    await makeCajaPerson("officer"),
    await makeKind({ providerRule: "bound" }),
    someNit(),
  ];
  await makeAgreement(nit);
  await expect(makeDraft(ana, kind)).rejects.toMatchObject({ code: "provider_needed" });
  const order = await makeIssued(ana, kind, { provider: nit });
  const [row] = await owner`select provider_nit from "order" where id = ${order}`;
  expect(row?.provider_nit).toBe(nit);
});

test("a draft from an earlier day is issued with today's date", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const order = await makeDraft(ana, kind);
  const { issued_on: today } = await rowOf(order);
  await owner`update "order" set issued_on = issued_on - 3, valid_until = valid_until - 3 where id = ${order}`;
  await issueOrder(issuing(ana), await shown(order), browser());
  expect(await rowOf(order)).toMatchObject({ issued_on: today, valid_until: addDays(today, 26) });
});

test("an incomplete form is stored encrypted for its author and deleted once it is a draft", async () => {
  const [ana, luis, kind] = [
    await makeCajaPerson("officer"),
    await makeCajaPerson("officer"),
    await makeKind(),
  ];
  const typed = typedOrder(kind, { affiliateName: "María Pérez", value: "48O" });
  await keepForm(issuing(ana), FormAnswers.parse(typed));
  expect((await readKeptForm(issuing(ana)))?.answers).toEqual(typed);
  expect(await readKeptForm(issuing(luis))).toBeNull();
  const [row] = await owner<{ answers: Buffer }[]>`
    select answers from order_form where person_id = ${ana.personId}`;
  expect(row?.answers.toString("latin1")).not.toContain("Pérez");
  const { order = "" } = typed;
  await makeDraft(ana, kind, { order });
  expect(await readKeptForm(issuing(ana))).toBeNull();
  const other = typedOrder(kind);
  await keepForm(issuing(ana), FormAnswers.parse(other));
  await discardForm(issuing(ana), { order: other.order ?? "" });
  expect(await readKeptForm(issuing(ana))).toBeNull();
});

test("a disabled person and an auditor cannot issue orders", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  await owner`update person set disabled_at = now() where id = ${ana.personId}`;
  await expect(makeDraft(ana, kind)).rejects.toMatchObject({ code: "not_allowed" });
  const auditor = await makeCajaPerson("auditor");
  expect(() => issuing(auditor)).toThrow("not_allowed");
});
