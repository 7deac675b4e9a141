import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { findSeen } from "@/db/queries/seen";
import * as orders from "@/domain/order/change-order";
import { discardDraft, saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput } from "@/domain/order/draft/schema";
import { askApproval, sendOrderBack } from "@/domain/order/issue-order";
import { AnnulInput, ExtendInput, OrderInput, ReasonInput } from "@/domain/order/schema";
import { StandingInput } from "@/domain/provider/schema";
import { changeStanding, readProviderSeen } from "@/domain/provider/standing";
import { readUseSeen, undoObjectedUse } from "@/domain/use/decide-undo";
import { authorize, type CajaActor } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { browser, makeProvider, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeCounter, registerUse } from "@/tests/support/use-in-database";

const reason = "Motivo de la prueba";
const email = () => ({ subject: "x", text: "x" });
const about = (...parts: string[]) => ({
  code: "changed_since",
  about: parts.map((what) => ({ what })),
});
const readVersion = (order: string) => findSeen(cajaDatabase(), "order", order);

type Move = (ana: CajaActor, order: string) => Promise<unknown>;
const extendBy =
  (days: number): Move =>
  async (ana, order) => {
    const { valid_until: was } = await rowOf(order);
    const [row] = await owner<{ day: string }[]>`select (${was}::date + ${days}::int)::text as day`;
    await orders.extendOrder(
      authorize(ana, "order.change"),
      { order, was, until: row?.day ?? "", reason },
      browser(),
    );
  };

/** An issued order that may be extended by some days. */
async function extendable(ana: CajaActor) {
  const order = await makeIssued(ana, await makeKind({ partialUse: true }));
  await owner`update order_kind set validity_days = 60 where code = (select kind_code from "order" where id = ${order})`;
  return order;
}

const changes: [string, string[], Move][] = [
  ["a colleague extends it", ["dates"], extendBy(2)],
  [
    "its affiliate gets the paper",
    ["state"],
    (ana, order) => orders.deliverOrder(authorize(ana, "order.change"), { order }, browser()),
  ],
  [
    "a shop uses some of it",
    ["balance", "state"],
    async (ana, order) => {
      await orders.deliverOrder(authorize(ana, "order.change"), { order }, browser());
      await registerUse(await makeCounter(), { order, amount: 60_000 });
    },
  ],
];

const decisions: [string, (ana: CajaActor, order: string, seen: string | undefined) => Promise<unknown>][] = [
  [
    "annul",
    (ana, order, seen) =>
      orders.annulOrder(
        authorize(ana, "order.annul"),
        AnnulInput.parse({ order, seen, reason, cause: "other" }),
        browser(),
      ),
  ],
  [
    "block",
    (ana, order, seen) =>
      orders.blockOrder(
        authorize(ana, "order.change"),
        ReasonInput.parse({ order, seen, reason }),
        browser(),
      ),
  ],
  [
    "replace",
    (ana, order, seen) =>
      orders.replaceOrder(
        authorize(ana, "order.change"),
        ReasonInput.parse({ order, seen, reason }),
        browser(),
      ),
  ],
  [
    "extend",
    async (ana, order, seen) => {
      const { valid_until: was } = await rowOf(order);
      const [row] = await owner<{ day: string }[]>`select (${was}::date + 1)::text as day`;
      return orders.extendOrder(
        authorize(ana, "order.change"),
        ExtendInput.parse({ order, seen, was, until: row?.day, reason }),
        browser(),
      );
    },
  ],
];

test.each(decisions)(
  "to %s an order is refused as stale when the order changed since it was shown",
  async (name, decide) => {
    const ana = await makeCajaPerson("officer");
    for (const [change, parts, move] of changes) {
      const order = await extendable(ana);
      const seen = await readVersion(order);
      await move(ana, order);
      const before = await rowOf(order);
      // One more reason of a review asks nothing of the state.
      const stays = name === "block" && parts.every((part) => part === "state");
      if (!stays) await expect(decide(ana, order, seen), change).rejects.toMatchObject(about(...parts));
      // A form without the digests of what it showed counts as outdated.
      await expect(decide(ana, order, undefined), change).rejects.toMatchObject({ code: "changed_since" });
      expect(await rowOf(order)).toEqual(before);
      await decide(ana, order, await readVersion(order));
      expect((await rowOf(order)).version).not.toBe(before.version);
    }
  },
);

test("to deliver an order is refused as stale when the order changed since it was shown", async () => {
  const ana = await makeCajaPerson("officer");
  const order = await extendable(ana);
  const deliver = (seen?: string) =>
    orders.deliverOrder(authorize(ana, "order.change"), OrderInput.parse({ order, seen }), browser());
  const seen = await readVersion(order);
  await extendBy(1)(ana, order);
  await expect(deliver(seen)).rejects.toMatchObject(about("dates"));
  await expect(deliver()).rejects.toMatchObject({ code: "changed_since" });
  await deliver(await readVersion(order));
  // When the state no longer allows the action, the refusal names the state.
  await expect(deliver(await readVersion(order))).rejects.toMatchObject({
    code: "order_now",
    about: [{ what: "delivered" }],
  });
});

test("a review is ended with the reasons that were shown, and an order held for one more reason is not annulled", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const order = await extendable(ana);
  const changing = authorize(ana, "order.change");
  await orders.blockOrder(changing, { order, reason }, browser());
  const seen = await readVersion(order);
  const [hold] = await owner<{ id: string }[]>`select id from order_hold where order_id = ${order}`;
  await orders.blockOrder(authorize(luis, "order.change"), { order, reason }, browser());
  const end = (shown: string) =>
    orders.unblockOrder(changing, { order, reason, hold: hold?.id ?? "", seen: shown }, browser());
  await expect(end(seen)).rejects.toMatchObject(about("holds"));
  await expect(
    orders.annulOrder(authorize(ana, "order.annul"), { order, cause: "other", reason, seen }, browser()),
  ).rejects.toMatchObject(about("holds"));
  await end(await readVersion(order));
  // The chosen hold has ended: the page shows the open ones.
  await expect(end(seen)).rejects.toMatchObject(about("holds"));
});

test("an objected use is reversed as it was shown; a stale form is refused", async () => {
  const [ana, counter] = [await makeCajaPerson("officer"), await makeCounter()];
  const order = await extendable(ana);
  const [first, second] = [
    await registerUse(counter, { order, amount: 60_000 }),
    await registerUse(counter, { order, amount: 50_000 }),
  ];
  const use = first.useId ?? "";
  const grant = authorize(ana, "use.undo");
  const settle = (useId: string, to: string) => owner`
    select settle_uses(${ana.personId}, ${counter.providerId}, array[${useId}]::uuid[], ${to}, null, null,
      ${to === "objected" ? reason : null}, '[]', 'x')`;
  await settle(use, "objected");
  const seen = await readUseSeen(grant, use);
  await settle(use, "legalized");
  await settle(use, "objected"); // again, of another day and for another reason
  const undo = (shown: string) =>
    undoObjectedUse(grant, { useId: use, reason, seen: shown }, email, browser());
  await expect(undo(seen)).rejects.toMatchObject(about("settlement"));
  expect((await rowOf(order)).balance).toBe(370_000);
  expect(second.useId).toBeTruthy();
  await undo(await readUseSeen(grant, use));
  expect((await rowOf(order)).balance).toBe(430_000);
});

test("a provider is reactivated from the suspension that was shown; a stale form is refused", async () => {
  const [ana, provider] = [await makeCajaPerson("administrator"), await makeProvider()];
  const grant = authorize(ana, "provider.manage");
  const move = (suspend: boolean, why: string, seen?: string) =>
    changeStanding(
      grant,
      { ...StandingInput.parse({ provider, reason: why, seen }), suspend },
      email,
      browser(),
    );
  await expect(move(true, "Cobró dos veces.")).rejects.toMatchObject({ code: "changed_since" });
  await move(true, "Cobró dos veces.", await readProviderSeen(grant, provider));
  const seen = await readProviderSeen(grant, provider);
  await move(false, "Ya lo aclaró todo.", seen);
  await move(true, "Otra vez, con papeles falsos.", await readProviderSeen(grant, provider));
  await expect(move(false, "Ya lo aclaró todo.", seen)).rejects.toMatchObject(about("standing"));
  await move(false, "Ya lo aclaró todo.", await readProviderSeen(grant, provider));
});

test("a draft is saved, discarded and sent back as it was shown; a stale form is refused", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("administrator")];
  const kind = await makeKind({ approvalFrom: 1 });
  const order = await makeDraft(ana, kind);
  const shown = async () => ({ order, version: (await rowOf(order)).version });
  const issuing = authorize(ana, "order.issue");
  const first = await shown();
  const save = (version: string, value: string) =>
    saveDraft(
      issuing,
      DraftInput.parse({
        order,
        version,
        value,
        affiliateIdKind: "CC",
        affiliateId: "1045678901",
        affiliateName: "Ana Ñúñez",
        kindCode: kind,
        concept: "Calzado",
        issuedOn: bogotaDay(new Date()),
        office: "CAC Prado",
      }),
      browser(),
    );
  await save(first.version, "500.000");
  await expect(save(first.version, "700.000")).rejects.toMatchObject({ code: "draft_changed" });
  await expect(discardDraft(issuing, first, browser())).rejects.toMatchObject({ code: "draft_changed" });
  expect(await rowOf(order)).toMatchObject({ state: "draft", value: 500_000 });

  await askApproval(issuing, await shown(), browser());
  const requested = await shown();
  await save(requested.version, "900.000");
  await askApproval(issuing, await shown(), browser());
  const approving = authorize(luis, "order.approve");
  await expect(sendOrderBack(approving, { ...requested, reason }, browser())).rejects.toMatchObject({
    code: "draft_changed",
  });
  await sendOrderBack(approving, { ...(await shown()), reason }, browser());
  await discardDraft(issuing, await shown(), browser());
  expect(await rowOf(order)).toMatchObject({ state: "annulled", value: 900_000 });
});
