import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { listOwnSettlement, listSettlement } from "@/db/queries/settlement";
import { canSettle } from "@/domain/settlement/rules";
import { settle as settleForm } from "@/domain/settlement/settle";
import { readReceipt } from "@/domain/use/read-receipt";
import { receiptNumber } from "@/domain/use/receipt-number";
import { askForUndo, undoOrderUse } from "@/domain/use/undo-use";
import { authorize, type ProviderActor } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { settlementStates } from "@/model/settlement";
import { mailsTo, makeMember } from "@/tests/support/factories/account";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf, logOf } from "@/tests/support/officials";
import { payUses } from "@/tests/support/pay-uses";
import { settleShownUses as settle, type TickedForm } from "@/tests/support/settle-shown-uses";
import {
  client,
  confirmation,
  grantToUse,
  makeComparedOrder,
  makeUses,
  register,
  type Till,
} from "@/tests/support/use-order";

const today = { from: "2020-01-01", to: "2099-12-31" };
const all = { limit: 1_000 };
const email = (receipts: string[], reason: string) => ({ subject: receipts.join(" "), text: reason });
const freshCufe = () => randomBytes(48).toString("hex");

async function used() {
  const { till, lookupId } = await makeComparedOrder();
  const useId = (await register(till, confirmation(lookupId))) ?? "";
  return { till, useId, providerId: till.actor.provider.id };
}
type Used = Awaited<ReturnType<typeof used>>;

const form = ({ useId, providerId }: Used, fields: Partial<TickedForm> = {}): TickedForm => ({
  providerId,
  uses: [useId],
  to: "legalized",
  invoice: "FE-1",
  cufe: freshCufe(),
  reason: "No coincide con el papel",
  ...fields,
});
const undo = (till: Till, useId: string) =>
  undoOrderUse(grantToUse(till), { useId, key: randomUUID(), reason: "Era otra orden" }, null, client());

async function stateOf({ providerId, useId }: Used) {
  return (await listSettlement(cajaDatabase(), providerId, today, all)).find((use) => use.useId === useId);
}

function asOwner(till: Till) {
  const actor: ProviderActor = { ...till.actor, role: "owner" };
  return authorize(actor, "history.export");
}

test("a use is legalized and invoiced with number and CUFE, with each step in the audit log, and paid", async () => {
  const use = await used();
  const cufe = freshCufe();
  const grant = await grantOf("officer", "settlement.manage");
  expect(await stateOf(use)).toMatchObject({ state: "open", amount: 480_000 });
  for (const to of ["legalized", "invoiced"] as const)
    await settle(grant, form(use, { to, cufe }), email, client());
  expect(await payUses(owner, [use.useId])).toBe("done");
  expect(await stateOf(use)).toMatchObject({ state: "paid", invoice: "FE-1", cufe, objection: null });
  expect((await logOf(grant.actor.personId)).map(({ action }) => action)).toEqual([
    "use.legalized",
    "use.invoiced",
  ]);
});

test("an objection needs a reason and can be withdrawn", async () => {
  const use = await used();
  const grant = await grantOf("officer", "settlement.manage");
  await settle(grant, form(use, { to: "objected" }), email, client());
  expect(await stateOf(use)).toMatchObject({ state: "objected", objection: "No coincide con el papel" });
  await settle(grant, form(use), email, client());
  expect(await stateOf(use)).toMatchObject({ state: "legalized", objection: null, invoice: null });
});

test("the database allows exactly the transitions of domain/settlement/rules.ts", async () => {
  for (const from of settlementStates)
    for (const to of settlementStates) {
      const [row] = await owner`select may_settle(${from}, ${to}) as may`;
      expect(row?.may, `${from} ${to}`).toBe(canSettle(from, to));
    }
});

test("if one use cannot move, no use of the batch moves", async () => {
  const [one, other] = [await used(), await used()];
  const grant = await grantOf("officer", "settlement.manage");
  for (const uses of [
    [one.useId, other.useId],
    [one.useId, randomUUID()],
  ])
    await expect(settle(grant, form(one, { uses }), email, client())).rejects.toMatchObject({
      code: "settlement_changed",
    });
  await expect(settle(grant, form(one, { to: "invoiced" }), email, client())).rejects.toThrow(
    "settlement_changed",
  );
  expect((await stateOf(one))?.state).toBe("open");
});

test("a settled use cannot be reversed; an objected one can", async () => {
  const use = await used();
  const grant = await grantOf("officer", "settlement.manage");
  await settle(grant, form(use), email, client());
  await expect(undo(use.till, use.useId)).rejects.toMatchObject({ code: "use_settled" });
  await expect(
    askForUndo(grantToUse(use.till), { useId: use.useId, key: randomUUID(), reason: "Era otra" }, client()),
  ).rejects.toMatchObject({ code: "use_settled" });
  expect((await readReceipt(use.till, use.useId, null))?.wayBack).toBe("settled");
  await expect(
    owner`select insert_reversal(${use.useId}, ${grant.actor.personId}, ${use.providerId}, null, gen_random_uuid(), 'x', 'web', 'x')`,
  ).rejects.toThrow(/stands/);
  await settle(grant, form(use, { to: "objected" }), email, client());
  expect(await undo(use.till, use.useId)).toBe(true);
});

test("a reversed use is not settled and is in no period", async () => {
  const use = await used();
  await undo(use.till, use.useId);
  const grant = await grantOf("officer", "settlement.manage");
  await expect(settle(grant, form(use), email, client())).rejects.toThrow("settlement_changed");
  expect(await stateOf(use)).toBeUndefined();
});

test("of a concurrent undo and settlement one succeeds", async () => {
  const grant = await grantOf("officer", "settlement.manage");
  for (let round = 0; round < 10; round += 1) {
    const use = await used();
    const [settled, undone] = await Promise.allSettled([
      settle(grant, form(use), email, client()),
      undo(use.till, use.useId),
    ]);
    expect([settled.status, undone.status].filter((status) => status === "fulfilled")).toHaveLength(1);
  }
});

test("a use with an open undo request is not legalized", async () => {
  const use = await used();
  const grant = await grantOf("officer", "settlement.manage");
  await askForUndo(
    grantToUse(use.till),
    { useId: use.useId, key: randomUUID(), reason: "Era otra orden" },
    client(),
  );
  await expect(settle(grant, form(use), email, client())).rejects.toMatchObject({ code: "undo_waits" });
  expect(await stateOf(use)).toMatchObject({ state: "open" });
  await owner`select decide_undo(id, ${grant.actor.personId}, false, 'No', '[]', '127.0.0.1') from undo_request
    where use_id = ${use.useId}`;
  await settle(grant, form(use), email, client());
  expect(await stateOf(use)).toMatchObject({ state: "legalized" });
});

test("nobody settles for a provider they work or worked for, and a provider reads only its own statement", async () => {
  const [use, other] = [await used(), await used()];
  const grant = await grantOf("administrator", "settlement.manage");
  await owner`insert into membership (person_id, provider_id, role, removed_at)
    values (${grant.actor.personId}, ${use.providerId}, 'clerk', now())`;
  await expect(settle(grant, form(use), email, client())).rejects.toMatchObject({ code: "own_provider" });

  expect(await listOwnSettlement(publicDatabase(), asOwner(use.till), today, all)).toEqual([]);
  await owner`update membership set role = 'owner' where person_id = ${use.till.actor.personId}`;
  const own = await listOwnSettlement(publicDatabase(), asOwner(use.till), today, all);
  expect(own.map(({ useId }) => useId)).toEqual([use.useId]);
  expect(own.map(({ useId }) => useId)).not.toContain(other.useId);
});

test("an objection e-mails the receipt and the reason once to the owners only", async () => {
  const use = await used();
  const { personId } = use.till.actor;
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  const [clerk, former] = [
    await makeMember(use.providerId, "clerk"),
    await makeMember(use.providerId, "owner"),
  ];
  await owner`update membership set removed_at = now() where person_id = ${former.personId}`;
  const [person] = await owner<{ email: string }[]>`select email from person where id = ${personId}`;
  const grant = await grantOf("officer", "settlement.manage");
  await settle(grant, form(use), email, client());
  expect(await mailsTo(person?.email ?? "")).toEqual([]);
  const objected = form(use, { to: "objected" });
  await settle(grant, objected, email, client());
  await expect(settle(grant, objected, email, client())).rejects.toThrow("settlement_changed");
  const receipt = await readReceipt(use.till, use.useId, null);
  const number = receipt && receiptNumber(receipt.serial, receipt.at);
  expect(await mailsTo(person?.email ?? "")).toMatchObject([
    { subject: number, text: "No coincide con el papel" },
  ]);
  for (const { email } of [clerk, former]) expect(await mailsTo(email)).toEqual([]);
});

test("all uses of a state in the period move with one form, if they are still those that the page counted", async () => {
  const { till, useIds } = await makeUses(3);
  const grant = await grantOf("officer", "settlement.manage");
  const day = bogotaDay(new Date());
  const whole = (uses: number) => ({
    ...form({ till, useId: useIds[0] ?? "", providerId: till.actor.provider.id }),
    value: null,
    uses: [],
    scope: { state: "open" as const, uses, amount: uses * 480_000 },
    ...{ from: day, until: day },
  });
  await expect(settleForm(grant, whole(2), email, client())).rejects.toMatchObject({
    code: "settlement_changed",
  });
  await settleForm(grant, whole(3), email, client());
  const states = await owner`select state from settlement where use_id in ${owner(useIds)}`;
  expect(states).toEqual([1, 2, 3].map(() => ({ state: "legalized" })));
});
