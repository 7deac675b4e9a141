import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { importOrderFile } from "@/domain/import/import-orders";
import { compareOrder } from "@/domain/lookup/compare";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { giveLookupProof } from "@/domain/proof/give-proof";
import { readProof } from "@/domain/proof/read-proof";
import { readReceipt } from "@/domain/use/read-receipt";
import { undoOrderUse } from "@/domain/use/undo-use";
import { claimBeforeUse } from "@/domain/use/use-order";
import type { Grant } from "@/model/access";
import { inDays, orderCells, orderFile } from "@/tests/support/factories/order";
import { makeKind } from "@/tests/support/factories/own-order";
import { makeOrder, makeTill, owner, someDigits } from "@/tests/support/look-up-orders";
import {
  client,
  compared,
  confirmation,
  grantToUse,
  lookUp,
  makeComparedOrder,
  register,
} from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

const url = process.env.DATABASE_URL ?? "";
const jobs = connect(url, "app_jobs", 1);
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-cambios-"));

afterAll(async () => {
  await owner.end();
  await jobs.end();
  rmSync(folder, { recursive: true, force: true });
});

type Till = Grant<"order.look_up">;

const equalRows = { way: "rows", differing: [] } as const;

async function load(row: Record<string, string>): Promise<void> {
  const file = path.join(folder, `${someDigits(9)}.csv`);
  writeFileSync(file, orderFile([row]));
  await importOrderFile(drizzle(jobs), file, { applyChanges: true });
}

/** An order that came in a file, and the till that found it. */
async function imported() {
  const row = orderCells(randomInt(10 ** 6, 10 ** 7), { FECHA: inDays(-3), VENCE: inDays(15) });
  await load(row);
  const till = await makeTill();
  const lookupId = await lookUpOrder(
    till,
    { idNumber: row.NIT ?? "", number: row.NRODCTO ?? "", kindCode: row.TIPODCTO ?? "AS" },
    client(),
  );
  return { row, till, lookupId };
}

const changesOf = async (till: Till, lookupId: string) => {
  const answer = await readLookup(till, lookupId);
  return { verdict: answer?.verdict, changes: answer?.counter.changes, mayUse: answer?.counter.mayUse };
};

for (const [column, value, part] of [
  ["VALOR", "9000000", "value"],
  ["NOMBRE", "OTRA PERSONA", "holder"],
  ["VENCE", inDays(10), "dates"],
  ["CONCEPTO", "Otro concepto", "concept"],
  ["SEDE", "Otra sede", "office"],
] as const) {
  test(`after an import changed ${column} since the comparison no use is registered, and the answer names the change`, async () => {
    const { row, till, lookupId } = await imported();
    await compareOrder(till, lookupId, equalRows, client());
    expect(await changesOf(till, lookupId)).toEqual({ verdict: "authentic", changes: [], mayUse: true });
    await load({ ...row, [column]: value });
    expect(await register(till, confirmation(lookupId))).toBeNull();
    expect(await changesOf(till, lookupId)).toEqual({
      verdict: "asked_before",
      changes: [part],
      mayUse: false,
    });
    expect(await owner`select from order_use where lookup_id = ${lookupId}`).toHaveLength(0);
  });
}

test("an import without changes keeps the comparison valid", async () => {
  const { row, till, lookupId } = await imported();
  await compareOrder(till, lookupId, equalRows, client());
  await load({ ...row });
  expect(await register(till, confirmation(lookupId))).not.toBeNull();
});

test("an order that changed since it was shown cannot be compared", async () => {
  const { row, till, lookupId } = await imported();
  await load({ ...row, VALOR: "9000000" });
  for (const comparison of [
    equalRows,
    { way: "value", pesos: 9_000_000, differing: [] },
    { way: "unreadable", reason: "sight" },
  ] as const)
    await compareOrder(till, lookupId, comparison, client());
  expect(await readLookup(till, lookupId)).toMatchObject({
    verdict: "asked_before",
    counter: { comparison: null, changes: ["value"] },
  });
  expect(await register(till, confirmation(lookupId))).toBeNull();
});

test("a typed comparison of a changed order accepts no value and shows none", async () => {
  const { row, till, lookupId } = await imported();
  await owner`insert into comparison (lookup_id, person_id, mode) values (${lookupId}, ${till.actor.personId}, 'type')`;
  await load({ ...row, VALOR: "9000000" });
  await compareOrder(till, lookupId, { way: "value", pesos: 9_000_000, differing: [] }, client());
  const answer = await readLookup(till, lookupId);
  expect(answer).toMatchObject({ verdict: "asked_before", sheet: { value: null } });
  expect(JSON.stringify(answer)).not.toMatch(/9.?000.?000/);
});

test("after a new look-up and comparison the order is used at its new value", async () => {
  const { row, till, lookupId } = await imported();
  await compareOrder(till, lookupId, equalRows, client());
  await load({ ...row, VALOR: "9000000" });
  const again = await lookUpOrder(
    till,
    { idNumber: row.NIT ?? "", number: row.NRODCTO ?? "", kindCode: row.TIPODCTO ?? "AS" },
    client(),
  );
  await compareOrder(till, again, equalRows, client());
  const use = await register(till, confirmation(again));
  expect(await readReceipt(till, use ?? "", null)).toMatchObject({ value: 9_000_000, amount: 9_000_000 });
});

test("an extended order and one newly bound to a provider need a new comparison too", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  await owner`update "order" set valid_until = valid_until + 10 where id = ${order.id}`;
  expect(await register(till, confirmation(lookupId))).toBeNull();
  expect(await changesOf(till, lookupId)).toMatchObject({ changes: ["dates"] });
  await owner`update "order" set provider_nit = ${till.actor.provider.nit} where id = ${order.id}`;
  expect(await changesOf(till, lookupId)).toMatchObject({ changes: ["dates", "provider"] });
});

test("an order that now belongs to another provider reveals nothing, not even what changed", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  await owner`update "order" set provider_nit = ${someDigits(9)} where id = ${order.id}`;
  expect(await register(till, confirmation(lookupId))).toBeNull();
  expect(await readLookup(till, lookupId)).toMatchObject({
    verdict: "other_provider",
    sheet: null,
    number: null,
  });
});

test("a change of a field that its kind hides from providers is not named", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const kind = await makeKind({});
  await owner`update order_kind set shown_fields = '{name}' where code = ${kind}`;
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kind}, kind_version = newest_kind_version(${kind}), concept = 'Otro', office = 'Otra'
      where id = ${order.id}`;
  });
  expect((await changesOf(till, lookupId)).changes).toEqual(["kind", "other"]);
});

/** Two tills that compared one order of a kind that is used in parts. */
async function twoAtPartial() {
  const kind = await makeKind({ partialUse: true });
  const order = await makeOrder();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kind} where id = ${order.id}`;
  });
  const [one, two] = [await makeTill(), await makeTill()];
  return { one, two, ofOne: await compared(one, order, kind), ofTwo: await compared(two, order, kind) };
}

test("a partial use by another shop counts as a change; one's own do not", async () => {
  const { one, two, ofOne, ofTwo } = await twoAtPartial();
  expect(await register(one, confirmation(ofOne, { amount: 100_000 }))).not.toBeNull();
  const own = await register(one, confirmation(ofOne, { amount: 30_000 }));
  expect(own).not.toBeNull();
  expect(await register(two, confirmation(ofTwo, { amount: 1_000 }))).toBeNull();
  expect(await register(two, confirmation(ofTwo))).toBeNull();
  expect(await changesOf(two, ofTwo)).toEqual({
    verdict: "asked_before",
    changes: ["balance"],
    mayUse: false,
  });
});

test("a use without an amount takes the balance shown on the page, not a later one", async () => {
  const { one, ofOne } = await twoAtPartial();
  await register(one, confirmation(ofOne, { amount: 100_000 }));
  await expect(register(one, confirmation(ofOne, { left: 480_000 }))).rejects.toMatchObject({
    code: "amount_not_left",
  });
  expect(await register(one, confirmation(ofOne, { left: 380_000 }))).not.toBeNull();
});

test("a claim ends when the order changes", async () => {
  const kind = await makeKind({ claimFirst: true });
  const order = await makeOrder();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kind} where id = ${order.id}`;
  });
  const [till, other] = [await makeTill(), await makeTill()];
  const mine = await compared(till, order, kind);
  expect(await claimBeforeUse(grantToUse(till), mine, client())).toBe(true);
  await owner`update "order" set value = 500000, balance = 500000 where id = ${order.id}`;
  expect(await register(till, confirmation(mine))).toBeNull();
  expect(await claimBeforeUse(grantToUse(till), mine, client())).toBe(false);
  const theirs = await compared(other, order, kind);
  expect(await claimBeforeUse(grantToUse(other), theirs, client())).toBe(true);
  expect(await register(other, confirmation(theirs))).not.toBeNull();
});

test("proof and receipt state the compared value, whatever the order says later", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const lookupId = await compared(till, order);
  const lookup = await lookUp(till, order);
  const use = await register(till, confirmation(lookupId));
  const undo = { useId: use ?? "", key: randomUUID(), reason: "Me equivoqué" };
  expect(await undoOrderUse(grantToUse(till), undo, null, client())).toBe(true);
  await owner`update "order" set value = 9000000, balance = 9000000 where id = ${order.id}`;
  const compare = await readProof(till, (await giveLookupProof(till, lookupId, client())) ?? "");
  expect(compare?.facts).toMatchObject({ order: { value: 480_000 }, comparison: { result: "equal" } });
  const uncompared = await readProof(till, (await giveLookupProof(till, lookup, client())) ?? "");
  expect(uncompared?.facts).toMatchObject({ order: { value: null }, comparison: null, balance: null });
  expect(await readReceipt(till, use ?? "", null)).toMatchObject({ value: 480_000, amount: 480_000 });
});
