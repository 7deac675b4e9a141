import { expect, test } from "vitest";
import { discardForm, keepForm, readKeptForm } from "@/domain/order/draft/keep-form";
import { saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput, FormAnswers } from "@/domain/order/draft/schema";
import { openOrder } from "@/domain/order/find-orders";
import { authorize, type CajaActor } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import {
  makeCajaPerson,
  makeDraft,
  makeKind,
  rowOf,
  type Typed,
  typedOrder,
} from "@/tests/support/factories/own-order";

const issuing = (actor: CajaActor) => authorize(actor, "order.issue");
const save = (actor: CajaActor, typed: Typed) =>
  saveDraft(issuing(actor), DraftInput.parse(typed), browser());
const keep = (actor: CajaActor, typed: Typed) => keepForm(issuing(actor), FormAnswers.parse(typed));
const keptBy = async (actor: CajaActor) => (await readKeptForm(issuing(actor)))?.answers;
const affiliateOf = async (actor: CajaActor, id: string) =>
  (await openOrder(authorize(actor, "order.find"), id, browser()))?.order.affiliateName;

test("a new order's form that a second tab sends for another affiliate does not replace the draft of the first", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const typed = typedOrder(kind, { affiliateName: "María Pérez" });
  await save(ana, typed);
  const { version } = await rowOf(typed.order ?? "");
  const others: Typed[] = [
    { affiliateId: "1042555318" },
    { affiliateIdKind: "CE" },
    { affiliateName: "Marta Pérez" },
    { affiliateName: "María del Pilar Pérez" },
    { value: "1.000" },
    { concept: "Otro" },
  ];
  for (const other of others)
    await expect(save(ana, { ...typed, ...other }), JSON.stringify(other)).rejects.toMatchObject({
      code: "draft_exists",
    });
  expect(await rowOf(typed.order ?? "")).toMatchObject({ value: 480_000, version });
  expect(await affiliateOf(ana, typed.order ?? "")).toBe("María Pérez");
});

test("a new order's form that is sent twice is one draft and one line in the log", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const typed = typedOrder(kind);
  await Promise.all([save(ana, typed), save(ana, typed), save(ana, typed)]);
  const { version } = await rowOf(typed.order ?? "");
  await save(ana, typed);
  expect((await rowOf(typed.order ?? "")).version).toBe(version);
  const events = await owner`select action from audit_event where subject_id = ${typed.order ?? ""}`;
  expect(events.map(({ action }) => action)).toEqual(["order.drafted"]);
  await save(ana, { ...typed, version, value: "1.000" });
  await expect(save(ana, typed)).rejects.toMatchObject({ code: "draft_exists" });
});

test("the kept form of one order outlives the draft of another one", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const [first, second] = [typedOrder(kind), typedOrder(kind)];
  await keep(ana, first);
  await save(ana, second);
  expect(await keptBy(ana)).toEqual(first);
  await save(ana, first);
  expect(await keptBy(ana)).toBeUndefined();
});

test("the kept form of one order is not replaced by another's, which is refused, nor discarded in its place", async () => {
  const [ana, luis, kind] = [
    await makeCajaPerson("officer"),
    await makeCajaPerson("officer"),
    await makeKind(),
  ];
  const [first, second] = [typedOrder(kind, { value: "4" }), typedOrder(kind)];
  await keep(ana, first);
  await expect(keep(ana, second)).rejects.toMatchObject({ code: "other_form_kept" });
  await keep(luis, second);
  await discardForm(issuing(ana), { order: second.order ?? "" });
  expect(await keptBy(ana)).toEqual(first);
  await keep(ana, { ...first, value: "48" });
  expect(await keptBy(ana)).toEqual({ ...first, value: "48" });
  await discardForm(issuing(ana), { order: first.order ?? "" });
  await keep(ana, second);
  expect(await keptBy(ana)).toEqual(second);
  expect(await keptBy(luis)).toEqual(second);
});

test("of two tabs that keep their forms at once one is refused, and the other's stays", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const forms = Array.from({ length: 6 }, () => typedOrder(kind));
  const ended = await Promise.allSettled(forms.map((form) => keep(ana, form)));
  const done = ended.flatMap(({ status }, at) => (status === "fulfilled" ? [forms[at]] : []));
  expect(done).toHaveLength(1);
  expect(await keptBy(ana)).toEqual(done[0]);
});

test("the form of an order that is a draft already is not kept beside it", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const order = await makeDraft(ana, kind);
  await expect(keep(ana, typedOrder(kind, { order }))).rejects.toMatchObject({ code: "draft_exists" });
  expect(await keptBy(ana)).toBeUndefined();
});

test("a form that was kept before its order was noted is replaced and goes as before", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const [first, second] = [typedOrder(kind), typedOrder(kind)];
  const forget = () => owner`update order_form set order_id = null where person_id = ${ana.personId}`;
  await keep(ana, first);
  await forget();
  await keep(ana, second);
  expect(await keptBy(ana)).toEqual(second);
  await forget();
  await save(ana, first);
  expect(await keptBy(ana)).toBeUndefined();
  // A process of before, which names no order, keeps what it is given.
  await keep(ana, typedOrder(kind));
  await owner`select keep_order_form(${ana.personId}, 'x')`;
  const [row] = await owner`select order_id, answers from order_form where person_id = ${ana.personId}`;
  expect(row).toEqual({ order_id: null, answers: Buffer.from("x") });
  await owner`select keep_order_form(${ana.personId}, null)`;
  expect(await keptBy(ana)).toBeUndefined();
});
