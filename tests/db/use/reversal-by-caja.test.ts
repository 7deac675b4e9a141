import { expect, test } from "vitest";
import { annulOrder, replaceOrder } from "@/domain/order/change-order";
import { openOrder } from "@/domain/order/find-orders";
import { decideUndo, readObjectedUse, readUndoRequest, undoObjectedUse } from "@/domain/use/decide-undo";
import { esCO } from "@/messages/es-CO";
import { authorize } from "@/model/access";
import { browser, mailsTo, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeCounter, providerPool, registerUse, undoUse } from "@/tests/support/use-in-database";

const reason = "Motivo de la prueba";
const email = (receipt: string) => ({ subject: receipt, text: "Se anuló" });

/** An order of $480.000 of which a provider used $60.000. */
async function usedInPart() {
  const ana = await makeCajaPerson("officer");
  const order = await makeIssued(ana, await makeKind({ partialUse: true }));
  const counter = await makeCounter();
  const { useId } = await registerUse(counter, { order, amount: 60_000 });
  const use = useId ?? "";
  const changing = authorize(ana, "order.change");
  const undoing = authorize(ana, "use.undo");
  const outcome = async (query: PromiseLike<readonly unknown[]>) =>
    ((await query) as readonly { outcome: string }[])[0]?.outcome;
  return {
    ana,
    order,
    counter,
    use,
    undoing,
    replace: async () => (await replaceOrder(changing, { order, reason }, browser())) ?? "",
    askUndo: () =>
      outcome(
        providerPool`select ask_undo(${use}, ${counter.personId}, ${counter.providerId}, ${reason}, 'x') as outcome`,
      ),
    settle: (to: string) =>
      outcome(owner`select settle_uses(${ana.personId}, ${counter.providerId}, array[${use}]::uuid[], ${to}, null, null,
        ${to === "objected" ? reason : null}, '[]', 'x') as outcome`),
    requestId: async () =>
      (await owner<{ id: string }[]>`select id from undo_request where use_id = ${use}`)[0]?.id ?? "",
    objectedUndo: () => undoObjectedUse(undoing, { useId: use, reason }, email, browser()),
  };
}

const newestOf = async (order: string) => {
  const [row] = await owner<{ id: string }[]>`
    select n.id from "order" n join "order" o on o.kind_code = n.kind_code where o.id = ${order}
    order by length(n.number), n.number desc limit 1`;
  return row?.id ?? "";
};

test("an order with an open undo request cannot be replaced; once it is decided, the new order has the whole balance", async () => {
  const { order, askUndo, replace, undoing, requestId } = await usedInPart();
  expect(await askUndo()).toBe("done");
  await expect(replace()).rejects.toMatchObject({ code: "order_undo_waits" });
  await decideUndo(undoing, { requestId: await requestId(), approve: true, reason }, email, browser());
  expect(await rowOf(await replace())).toMatchObject({ value: 480_000, balance: 480_000 });
  expect(await rowOf(order)).toMatchObject({ state: "replaced" });
});

test("an order with an objected use cannot be replaced until the use is reversed or accepted", async () => {
  const first = await usedInPart();
  await first.settle("objected");
  await expect(first.replace()).rejects.toMatchObject({ code: "order_use_objected" });
  await first.objectedUndo();
  expect(await rowOf(await first.replace())).toMatchObject({ value: 480_000 });
  const second = await usedInPart();
  await second.settle("objected");
  expect(await second.settle("legalized")).toBe("done");
  expect(await rowOf(await second.replace())).toMatchObject({ value: 420_000 });
});

test("the reversal of a use of a replaced order issues a new order for the same affiliate", async () => {
  const { ana, order, counter, use, askUndo, replace, undoing, requestId } = await usedInPart();
  const next = await replace();
  // Its counter cannot, though the 15 minutes are not over: the caja gives it back.
  expect(await undoUse(counter, { use })).toBe("replaced");
  expect(await askUndo()).toBe("done");
  await decideUndo(undoing, { requestId: await requestId(), approve: true, reason }, email, browser());
  const back = await newestOf(order);
  expect(back).not.toBe(next);
  expect(await rowOf(back)).toMatchObject({
    state: "issued",
    number: "H0000003",
    value: 60_000,
    balance: 60_000,
  });
  const opened = async (id: string) => (await openOrder(authorize(ana, "order.find"), id, browser()))?.order;
  const [old, fresh] = [await opened(order), await opened(back)];
  expect(fresh).toMatchObject({
    affiliateId: old?.affiliateId,
    affiliateName: old?.affiliateName,
    validUntil: old?.validUntil,
    concept: old?.concept,
  });
  expect(await rowOf(next)).toMatchObject({ value: 420_000 });
  // Three papers, of which one was issued: what the first one was worth.
  const [kind] = await owner`select s.issued, s.issued_amount::int as amount from "order" o
    join lateral orders_by_kind(o.issued_on, o.issued_on) s on s.kind_code = o.kind_code where o.id = ${order}`;
  expect(kind).toEqual({ issued: 1, amount: 480_000 });
  await expect(owner`update "order" set gives_back = null where id = ${back}`).rejects.toThrow(/gives back/);
  expect((await registerUse(counter, { order: back })).outcome).toBe("done");
});

test("a new order from a reversal counts once towards the daily limit of who decided it", async () => {
  const { ana, order, askUndo, replace, undoing, requestId } = await usedInPart();
  const countedSum = async () => {
    const [row] = await owner<{ sum: number }[]>`
      select sum(counted_amount(d, o))::int as sum from order_deed d join "order" o on o.id = d.order_id
      where d.done_by = ${ana.personId}`;
    return row?.sum;
  };
  await replace();
  expect(await countedSum()).toBe(480_000); // 60.000 used of the old one, 420.000 in the new one
  await askUndo();
  await decideUndo(undoing, { requestId: await requestId(), approve: true, reason }, email, browser());
  expect(await countedSum()).toBe(480_000); // nothing of the old one is used, and 60.000 are in a third
  await owner`update order_kind set approval_from = 500000
    where code = (select kind_code from "order" where id = ${order})`;
  const kind = (await owner<{ kind_code: string }[]>`select kind_code from "order" where id = ${order}`)[0];
  await makeIssued(ana, kind?.kind_code ?? "", { value: "19.999" });
  await expect(makeIssued(ana, kind?.kind_code ?? "", { value: "1" })).rejects.toMatchObject({
    code: "needs_second_person",
  });
});

test("an objected use is reversed by the caja only and once, and its owners are informed", async () => {
  const { order, counter, use, settle, objectedUndo, undoing } = await usedInPart();
  const [person] = await owner<{ email: string }[]>`
    update membership m set role = 'owner' from person p
    where p.id = m.person_id and m.person_id = ${counter.personId} returning p.email`;
  await expect(objectedUndo()).rejects.toMatchObject({ code: "use_not_objected" });
  await settle("objected");
  expect(await readObjectedUse(undoing, use)).toMatchObject({
    amount: 60_000,
    objection: reason,
    requestId: null,
  });
  const results = await Promise.allSettled([objectedUndo(), objectedUndo()]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await rowOf(order)).toMatchObject({ state: "issued", balance: 480_000 });
  expect(await mailsTo(person?.email ?? "")).toHaveLength(1);
  expect(await readObjectedUse(undoing, use)).toBeNull();
});

test("an open undo request is decided in its own place, and nobody reverses a use of their own provider", async () => {
  const { counter, use, settle, askUndo, objectedUndo, ana, undoing } = await usedInPart();
  await settle("objected");
  await askUndo();
  await expect(objectedUndo()).rejects.toMatchObject({ code: "undo_waits" });
  expect((await readObjectedUse(undoing, use))?.requestId).toMatch(/-/);
  await owner`insert into membership (person_id, provider_id, role, removed_at)
    values (${ana.personId}, ${counter.providerId}, 'viewer', now())`;
  await expect(objectedUndo()).rejects.toMatchObject({ code: "own_provider" });
});

test("the reversal of a use of an annulled order leaves the order annulled", async () => {
  const { ana, order, counter, use } = await usedInPart();
  await annulOrder(authorize(ana, "order.annul"), { order, cause: "withdrawn", reason }, browser());
  expect(await undoUse(counter, { use })).toBe("done");
  expect(await rowOf(order)).toMatchObject({ state: "annulled", balance: 480_000 });
});

test("the mail about a reversed use does not say that the value comes back to an order whose rest was annulled", async () => {
  const { ana, order, counter, undoing, askUndo, requestId } = await usedInPart();
  const [person] = await owner<{ email: string }[]>`
    update membership m set role = 'owner' from person p
    where p.id = m.person_id and m.person_id = ${counter.personId} returning p.email`;
  await annulOrder(authorize(ana, "order.annul"), { order, cause: "withdrawn", reason }, browser());
  expect(await askUndo()).toBe("done");
  const { emails } = esCO.admin.counter.undo;
  const approved = (receipt: string) => ({
    subject: emails.approved(receipt),
    text: emails.approvedText(receipt, reason, "https://portal.example", "La entidad"),
  });
  await decideUndo(undoing, { requestId: await requestId(), approve: true, reason }, approved, browser());
  expect(await rowOf(order)).toMatchObject({ state: "annulled", balance: 480_000 });
  const [mail] = await mailsTo(person?.email ?? "");
  expect(mail?.text).toContain("anuló el uso");
  expect(mail?.text).not.toMatch(/vuelve/);
});

test("a decided undo request says who decided it, when and why, also to whoever decides it too late", async () => {
  const { ana, undoing, askUndo, requestId } = await usedInPart();
  await askUndo();
  const request = { requestId: await requestId(), reason };
  await decideUndo(undoing, { ...request, approve: false }, email, browser());
  const late = authorize(await makeCajaPerson("administrator"), "use.undo");
  await expect(decideUndo(late, { ...request, approve: true }, email, browser())).rejects.toMatchObject({
    code: "undo_decided",
  });
  expect(await readUndoRequest(authorize(ana, "undo.read"), request.requestId)).toMatchObject({
    approved: false,
    decider: ana.name,
    decidedAt: expect.any(Date),
    decisionReason: reason,
  });
});

test("an undo request whose use the provider undid itself cannot be refused afterwards", async () => {
  const { counter, use, askUndo, undoing, requestId } = await usedInPart();
  await askUndo();
  expect(await undoUse(counter, { use })).toBe("done");
  await expect(
    decideUndo(undoing, { requestId: await requestId(), approve: false, reason }, email, browser()),
  ).rejects.toMatchObject({ code: "undo_decided" });
});

test("filing numbers and folios continue past 999,999 in a year", async () => {
  let numbers: { folio: string; filing: string } | undefined;
  const counted = owner.begin(async (transaction) => {
    for (const series of ["report_counter", "filing_counter"])
      await transaction.unsafe(`insert into ${series} (year, last)
        select extract(year from now() at time zone 'America/Bogota'), 999999
        on conflict (year) do update set last = 999999`);
    [numbers] = await transaction<{ folio: string; filing: string }[]>`
      select next_report_folio() as folio, next_filing_number() as filing`;
    throw new Error("nothing of this stays");
  });
  await expect(counted).rejects.toThrow(/nothing of this stays/);
  expect(numbers?.folio).toMatch(/^R-\d{4}-1000000$/);
  expect(numbers?.filing).toMatch(/^SOL-\d{4}-1000000$/);
});
