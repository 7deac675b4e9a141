import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { exportHistory, historyColumns } from "@/domain/history/export-history";
import { readCounterDay } from "@/domain/history/read-counter-day";
import { readHistory } from "@/domain/history/read-history";
import { readHistoryFilters } from "@/domain/history/schema";
import { undoOrderUse } from "@/domain/use/undo-use";
import { esCO } from "@/messages/es-CO";
import { authorize } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import {
  client,
  compared,
  confirmation,
  grantToUse,
  lookUp,
  register,
  type Till,
} from "@/tests/support/use-order";

const today = bogotaDay(new Date());
const days = { from: addDays(today, -1), to: addDays(today, 1) };
const noFilter = { what: null, person: null, place: null, numberKey: null };
const asks = ({ actor }: Till) => ({ provider: actor.provider.id, personAsking: actor.personId, ...days });

/** An order that the counter used and took back; its use. */
async function undone(till: Till) {
  const order = await makeOrder();
  const use = (await register(till, confirmation(await compared(till, order)))) ?? "";
  const undo = { useId: use, key: randomUUID(), reason: "Registré otra orden" };
  expect(await undoOrderUse(grantToUse(till), undo, null, client())).toBe(true);
  return { order, use };
}

test("what was taken back names the affiliate and the receipt of its use, as the use does", async () => {
  const till = await makeTill();
  const { order, use } = await undone(till);
  const filters = readHistoryFilters(() => "");
  const history = await readHistory(authorize(till.actor, "history.read"), { filters, size: 9, page: 1 });
  const row = { number: order.number, name: "María Pérez", receipt: { id: use } };
  expect(history.days.flatMap(({ entries }) => entries)).toMatchObject([
    { entry: "undo", ...row },
    { entry: "use", ...row },
    { entry: "current", number: order.number, receipt: null },
  ]);
});

test("the value of a look-up is the one that it showed, and none once that is forgotten", async () => {
  const till = await makeTill();
  const [order, other] = [await makeOrder(), await makeOrder()];
  const shown = await lookUp(till, order);
  const matched = await compared(till, other);
  const values = async () => {
    const filters = readHistoryFilters(() => "");
    const history = await readHistory(authorize(till.actor, "history.read"), { filters, size: 9, page: 1 });
    const entries = history.days.flatMap((day) => day.entries);
    return [shown, matched].map((id) => entries.find((entry) => entry.id === id)?.value);
  };
  expect(await values()).toEqual([480_000, 480_000]);
  await owner`update "order" set value = 380000, balance = 380000 where id in ${owner([order.id, other.id])}`;
  expect(await values()).toEqual([480_000, 480_000]);
  await owner`delete from lookup_face where lookup_id in ${owner([shown, matched])}`;
  expect(await values()).toEqual([null, 480_000]);
});

test("a use that the caja took back is said to be of the entity, without a name, in the file too", async () => {
  const till = await makeTill();
  const use = (await register(till, confirmation(await compared(till, await makeOrder())))) ?? "";
  const { provider, personId } = till.actor;
  await owner`select ask_undo(${use}, ${personId}, ${provider.id}, 'Registré otra orden', 'x')`;
  const official = await makeOfficial("officer");
  const [done] =
    await owner`select decide_undo(r.id, ${official.personId}, true, 'Procede', '[]', 'x') as outcome
    from undo_request r where r.use_id = ${use}`;
  expect(done).toEqual({ outcome: "done" });
  const exported = { filters: readHistoryFilters(() => ""), format: "csv" as const };
  const history = await readHistory(authorize(till.actor, "history.read"), {
    ...exported,
    size: 9,
    page: 1,
  });
  expect(history.days.flatMap(({ entries }) => entries)).toMatchObject([
    { entry: "undo", person: null, isByCaja: true },
    { entry: "use", person: "Cajera de prueba", isByCaja: false },
    { entry: "current", person: "Cajera de prueba", isByCaja: false },
  ]);
  expect(JSON.stringify(history)).not.toContain(official.name);
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  const grant = authorize({ ...till.actor, role: "owner" }, "history.export");
  const words = { ...esCO.history, time: () => "10:00:00" };
  const { rows } = await exportHistory(grant, exported, words, client());
  const people: unknown[] = [];
  const column = historyColumns.findIndex(({ header }) => header === "PERSONA");
  for await (const row of rows) people.push(row[column]);
  expect(people).toEqual(["La entidad", "Cajera de prueba", "Cajera de prueba"]);
});

test("the next rows begin after the one that was last, of look-ups and of uses", async () => {
  const till = await makeTill();
  for (let at = 0; at < 2; at++) await undone(till);
  const page = (before: { at: Date; id: string } | null, limit = 2) =>
    call(publicDatabase(), "list_history", {
      ...{ ...asks(till), ...noFilter, limit, offset: 0 },
      ...{ before: before?.at ?? null, beforeId: before?.id ?? null },
    });
  const all = await page(null, 9);
  expect(all).toHaveLength(6);
  for (const [at, row] of all.entries())
    expect((await page(row, 9)).map(({ id }) => id)).toEqual(all.slice(at + 1).map(({ id }) => id));
});

test("an answer about another provider's order is found by the number that was typed", async () => {
  const till = await makeTill();
  const order = await makeOrder({ providerNit: "800197268" });
  const own = await makeOrder();
  await lookUp(till, { ...order, number: order.number.slice(2) });
  await lookUp(till, own);
  const found = async (typed: string) => {
    const filters = readHistoryFilters((name) => (name === "number" ? typed : undefined));
    const history = await readHistory(authorize(till.actor, "history.read"), { filters, size: 9, page: 1 });
    return history.days.flatMap(({ entries }) => entries.map(({ entry }) => entry));
  };
  expect(await found(order.number.slice(2))).toEqual(["other_provider"]);
  expect(await found(own.number)).toEqual(["current"]);
});

test("an order that is looked up again after its use is a used one in the counter's day", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  await register(till, confirmation(await compared(till, order)));
  await lookUp(till, order);
  const { answers } = await readCounterDay(till);
  expect(answers.map(({ entry }) => entry)).toEqual(["used", "use"]);
});

test("the database gives the rows and the totals of a history to the provider's own people", async () => {
  const [till, stranger] = [await makeTill(), await makeTill()];
  await lookUp(till, await makeOrder());
  const personAsking = stranger.actor.personId;
  const paging = { before: null, beforeId: null, limit: 9, offset: 0 };
  const rows = (asked: ReturnType<typeof asks>) =>
    call(publicDatabase(), "list_history", { ...asked, ...noFilter, ...paging });
  const totals = (asked: ReturnType<typeof asks>) =>
    call(publicDatabase(), "history_days", { ...asked, ...noFilter });
  expect([(await rows(asks(till))).length, (await totals(asks(till))).length]).toEqual([1, 1]);
  for (const read of [rows, totals])
    await expect(read({ ...asks(till), personAsking })).rejects.toThrow(/require_member/);
});

test("the export of what a provider used is in the audit log", async () => {
  const { actor } = await makeTill();
  const [row] = await owner`insert into person (email, name, caja_role)
    values (${`${randomUUID()}@prueba.example`}, 'Ana', 'auditor') returning id`;
  await owner`select log_settlement_export(${actor.provider.id}, ${row?.id}, 'x', '{}')`;
  const events = await owner`select action, subject_id from audit_event where actor_id = ${row?.id}`;
  expect(events).toEqual([{ action: "settlement.exported", subject_id: actor.provider.id }]);
});
