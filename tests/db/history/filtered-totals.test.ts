import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readHistory } from "@/domain/history/read-history";
import { type HistoryFilterName, readHistoryFilters } from "@/domain/history/schema";
import { compareOrder } from "@/domain/lookup/compare";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { undoOrderUse } from "@/domain/use/undo-use";
import { registerOrderUse } from "@/domain/use/use-order";
import { authorize } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import { colleagueOf, makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { client, confirmation, grantToUse, type Till } from "@/tests/support/use-order";

/** Looks an order up at a counter and uses it there. */
async function useAt(till: Till, counterId: string | null): Promise<string> {
  const order = await makeOrder();
  const asked = { idNumber: order.idNumber, number: order.number, kindCode: "AS" };
  const id = await lookUpOrder(till, asked, { ...client(), ...(counterId ? { counterId } : {}) });
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  const done = await registerOrderUse(grantToUse(till), confirmation(id), counterId, client());
  return done?.receipt ?? "";
}

async function makeCounters(till: Till): Promise<{ branch: string; counters: string[] }> {
  const [branch] = await owner<{ id: string }[]>`
    insert into branch (provider_id, name) values (${till.actor.provider.id}, 'Centro') returning id`;
  const counters = await owner<{ id: string }[]>`insert into counter (branch_id, name)
    select ${branch?.id ?? null}, 'Punto ' || n from generate_series(1, 2) n returning id`;
  return { branch: branch?.id ?? "", counters: counters.map(({ id }) => id) };
}

test("the totals of the history are those of the rows that its filters leave", async () => {
  const began = new Date();
  const till = await makeTill();
  const { actor } = await colleagueOf(till);
  await owner`update membership set role = 'clerk' where person_id = ${actor.personId}`;
  const colleague = authorize({ ...actor, role: "clerk" }, "order.look_up");
  const {
    branch,
    counters: [one = "", other = ""],
  } = await makeCounters(till);
  const undone = await useAt(till, one);
  await useAt(till, one);
  await useAt(colleague, other);
  await useAt(colleague, null);
  const missing = { idNumber: "72123456", number: "00999999998", kindCode: "AS" };
  await lookUpOrder(till, missing, { ...client(), counterId: one });
  const undo = { useId: undone, key: randomUUID(), reason: "Registré otra orden" };
  expect(await undoOrderUse(grantToUse(till), undo, one, client())).toBe(true);

  const read = async (filters: Partial<Record<HistoryFilterName, string>>) => {
    const { days, totals } = await readHistory(authorize(till.actor, "history.read"), {
      filters: readHistoryFilters((name) => filters[name]),
      size: 100,
      page: 1,
    });
    const rows = days.flatMap(({ entries }) => entries.map(({ entry }) => entry));
    const count = (entry: string) => rows.filter((each) => each === entry).length;
    const uses = count("use") - count("undo");
    const ofRows = {
      entries: rows.length,
      lookups: count("current") + count("not_found"),
      uses,
      value: uses * 480_000,
    };
    expect(totals, JSON.stringify(filters)).toEqual(ofRows);
    return totals;
  };
  expect(await read({})).toMatchObject({ entries: 10, lookups: 5, uses: 3 });
  expect(await read({ place: one })).toMatchObject({ entries: 6, lookups: 3, uses: 1 });
  expect(await read({ place: other })).toMatchObject({ entries: 2, lookups: 1, uses: 1 });
  expect(await read({ place: branch })).toMatchObject({ entries: 8, lookups: 4, uses: 2 });
  expect(await read({ person: actor.personId })).toMatchObject({ entries: 4, lookups: 2, uses: 2 });
  expect(await read({ result: "use" })).toMatchObject({ entries: 5, lookups: 0, uses: 3 });
  expect(await read({ result: "current" })).toMatchObject({ entries: 4, lookups: 4, uses: 0 });
  expect(await read({ result: "not_found" })).toMatchObject({ entries: 1, lookups: 1, uses: 0 });
  expect(await read({ result: "use", place: other })).toMatchObject({ entries: 1, lookups: 0, uses: 1 });
  expect(await read({ result: "current", place: other })).toMatchObject({ entries: 1, lookups: 1 });
  // The day before ends with its last instant.
  const before = addDays(bogotaDay(began), -1);
  expect(await read({ from: addDays(before, -1), to: before })).toMatchObject({ entries: 0 });
  expect(await read({ from: addDays(before, 1), to: addDays(before, 2) })).toMatchObject({ entries: 10 });
});
