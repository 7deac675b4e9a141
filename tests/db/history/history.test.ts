import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { exportHistory, historyColumns } from "@/domain/history/export-history";
import { readHistory } from "@/domain/history/read-history";
import { type HistoryFilterName, readHistoryFilters } from "@/domain/history/schema";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { giveLookupProof } from "@/domain/proof/give-proof";
import { esCO } from "@/messages/es-CO";
import { authorize, type Grant } from "@/model/access";
import { browser } from "@/tests/support/factories/account";
import { type CreatedOrder, colleagueOf, makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { logOf } from "@/tests/support/officials";

beforeAll(async () => {
  await owner`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city)
    values ('Caja', 'Caja', '8901020441', '6053235000', '', '', '', '') on conflict do nothing`;
});

type Till = Grant<"order.look_up">;
const reader = ({ actor }: Till) => authorize(actor, "history.read");
const ask = (filters: Partial<Record<HistoryFilterName, string>> = {}, size = 25, page = 1) => ({
  filters: readHistoryFilters((name) => filters[name]),
  size,
  page,
});
const look = (till: Till, order: CreatedOrder, counterId?: string) =>
  lookUpOrder(
    till,
    { idNumber: order.idNumber, kindCode: "AS", number: order.number },
    { ip: browser().ip, counterId },
  );

/** Looks the order up, finds it equal to the paper and uses it up, as the counter does. */
async function use(till: Till, order: CreatedOrder, counterId?: string) {
  const { personId, provider } = till.actor;
  const lookupId = await look(till, order, counterId);
  await owner`insert into comparison (lookup_id, person_id, mode, result)
    values (${lookupId}, ${personId}, 'show', 'equal')`;
  const [done] = await owner<
    { outcome: string; use_id: string }[]
  >`select outcome, use_id from use_order(${order.id},
    ${personId}, ${provider.id}, ${counterId ?? null}, ${lookupId}, ${randomUUID()}, null, null, '127.0.0.1')`;
  if (done?.outcome !== "done") throw new Error(`use: ${done?.outcome}`);
  return done.use_id;
}

async function makeCounter(till: Till, name = "Caja 2") {
  const [branch] = await owner<{ id: string }[]>`insert into branch (provider_id, name)
    values (${till.actor.provider.id}, ${`Sede ${randomUUID()}`}) returning id`;
  const [counter] = await owner<{ id: string }[]>`insert into counter (branch_id, name)
    values (${branch?.id ?? ""}, ${name}) returning id`;
  return { branchId: branch?.id ?? "", counterId: counter?.id ?? "" };
}

const flat = (history: Awaited<ReturnType<typeof readHistory>>) =>
  history.days.flatMap(({ entries }) => entries);

test("look-ups and uses are in one list, newest first, with totals of the day and of the period", async () => {
  const till = await makeTill();
  const { counterId } = await makeCounter(till);
  const [order, missing] = [await makeOrder(), await makeOrder()];
  await look(till, { ...missing, number: "999999999999" });
  await use(till, order, counterId);
  const history = await readHistory(reader(till), ask());
  expect(flat(history)).toMatchObject([
    { entry: "use", number: order.number, value: 480000, name: "María Pérez", counter: "Caja 2" },
    { entry: "current", number: order.number, value: 480000, name: "María Pérez", counter: "Caja 2" },
    { entry: "not_found", number: "999999999999", value: null, name: null, counter: null },
  ]);
  const totals = { entries: 3, lookups: 2, uses: 1, value: 480000 };
  expect(history.totals).toEqual(totals);
  expect(history.days).toHaveLength(1);
  expect(history.days[0]?.totals).toEqual(totals);
  expect(JSON.stringify(history)).not.toContain(order.idNumber);
});

test("a use links to its receipt and a look-up to its proof, each with its number", async () => {
  const till = await makeTill();
  const [order, other] = [await makeOrder(), await makeOrder()];
  const useId = await use(till, order);
  const lookupId = await look(till, other);
  const proofId = await giveLookupProof(till, lookupId, browser());
  const [proof] = await owner<{ number: string }[]>`select number from proof where id = ${proofId}`;
  const [entry] = await owner<{ serial: string }[]>`select serial from order_use where id = ${useId}`;
  const number = expect.stringMatching(`^U-20\\d\\d-0*${entry?.serial}$`);
  const rows = flat(await readHistory(reader(till), ask()));
  expect(rows).toMatchObject([
    { id: lookupId, receipt: null, proof: { id: proofId, number: proof?.number } },
    { entry: "use", receipt: { id: useId, number }, proof: null },
    { entry: "current", receipt: null, proof: null },
  ]);
});

test("a reversed use is not counted in the totals", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const useId = await use(till, order);
  await owner`select undo_use(${useId}, ${till.actor.personId}, ${till.actor.provider.id}, null, ${randomUUID()},
    'Se equivocó de orden', '127.0.0.1')`;
  const history = await readHistory(reader(till), ask());
  expect(flat(history).map(({ entry }) => entry)).toEqual(["undo", "use", "current"]);
  expect(history.totals).toMatchObject({ uses: 0, value: 0 });
  // Of its number alone they are added up in another way, to the same.
  const ofNumber = await readHistory(reader(till), ask({ number: order.number }));
  expect(ofNumber.days.map(({ totals }) => totals)).toEqual(history.days.map(({ totals }) => totals));
  await use(till, await makeOrder());
  await use(till, order);
  const again = await readHistory(reader(till), ask({ number: order.number }));
  expect(again.totals).toEqual({ entries: 5, lookups: 2, uses: 1, value: 480000 });
});

test("the affiliate's name is shown whole for one day by the database clock, then as initials", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await look(till, order);
  await owner`update lookup set asked_at = now() - interval '23 hours 59 minutes' where id = ${id}`;
  expect(flat(await readHistory(reader(till), ask()))[0]?.name).toBe("María Pérez");
  await owner`update lookup set asked_at = now() - interval '24 hours' where id = ${id}`;
  expect(flat(await readHistory(reader(till), ask()))[0]?.name).toBe("M. P.");
});

test.each([
  ["used", "used"],
  ["annulled", "annulled"],
])(
  "of an order that was %s the answer showed no name and no value, and neither does the history",
  async (state, entry) => {
    const till = await makeTill();
    const order = await makeOrder({ state });
    await look(till, order);
    expect(flat(await readHistory(reader(till), ask()))).toMatchObject([
      { entry, number: order.number, name: null, value: null },
    ]);
  },
);

test("a value that the counter still has to type is not shown in the history either", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await look(till, order);
  const { personId } = till.actor;
  await owner`insert into comparison (lookup_id, person_id, mode, misses) values (${id}, ${personId}, 'type', 1)`;
  expect(flat(await readHistory(reader(till), ask()))[0]?.value).toBeNull();
  await owner`update comparison set result = 'equal' where lookup_id = ${id}`;
  expect(flat(await readHistory(reader(till), ask()))[0]?.value).toBe(480000);
});

test("of another provider's order the history shows only the typed number", async () => {
  const till = await makeTill();
  const order = await makeOrder({ providerNit: "800197268" });
  await look(till, { ...order, number: order.number.slice(2) });
  expect(flat(await readHistory(reader(till), ask()))).toMatchObject([
    { entry: "other_provider", number: order.number.slice(2), name: null, value: null },
  ]);
});

test("a provider sees rows of its own people only", async () => {
  const [till, stranger] = [await makeTill(), await makeTill()];
  const order = await makeOrder();
  await look(till, order);
  const colleague = await colleagueOf(till);
  expect(flat(await readHistory(reader(colleague), ask()))).toHaveLength(1);
  expect(flat(await readHistory(reader(stranger), ask()))).toEqual([]);
  const forged = authorize({ ...stranger.actor, provider: till.actor.provider }, "history.read");
  await expect(readHistory(forged, ask())).rejects.toThrow();
});

test("filters by result, person, branch, number and days return exactly the matching rows", async () => {
  const till = await makeTill();
  const colleague = await colleagueOf(till);
  const { branchId, counterId } = await makeCounter(till);
  const [mine, theirs] = [await makeOrder(), await makeOrder({ state: "annulled" })];
  await look(till, mine, counterId);
  await look(colleague, theirs);
  const old = await look(till, await makeOrder());
  await owner`update lookup set asked_at = now() - interval '40 days' where id = ${old}`;
  const numbers = async (filters: Partial<Record<HistoryFilterName, string>>) =>
    flat(await readHistory(reader(till), ask(filters))).map(({ number }) => number);
  expect(await numbers({})).toEqual([theirs.number, mine.number]);
  expect(await numbers({ result: "annulled" })).toEqual([theirs.number]);
  expect(await numbers({ person: till.actor.personId })).toEqual([mine.number]);
  expect(await numbers({ place: counterId })).toEqual([mine.number]);
  expect(await numbers({ place: branchId })).toEqual([mine.number]);
  expect(await numbers({ place: randomUUID() })).toEqual([]);
  expect(await numbers({ number: theirs.number.replace(/^0+/, "") })).toEqual([theirs.number]);
  expect(await numbers({ from: "2020-01-01", to: "2020-01-02" })).toEqual([]);
});

test("a look-up is not stored with a counter that is closed or of another provider", async () => {
  const [till, stranger] = [await makeTill(), await makeTill()];
  const [own, foreign] = [await makeCounter(till), await makeCounter(stranger)];
  const storedCounter = async (counterId: string) => {
    const id = await look(till, await makeOrder(), counterId);
    const [row] = await owner<
      { counter_id: string | null }[]
    >`select counter_id from lookup where id = ${id}`;
    return row?.counter_id;
  };
  expect(await storedCounter(own.counterId)).toBe(own.counterId);
  expect(await storedCounter(foreign.counterId)).toBeNull();
  await owner`update counter set closed_at = now() where id = ${own.counterId}`;
  expect(await storedCounter(own.counterId)).toBeNull();
});

test("pagination returns every row once, without gaps", async () => {
  const till = await makeTill();
  const lookups: string[] = [];
  for (let at = 0; at < 7; at++) lookups.unshift(await look(till, await makeOrder()));
  const first = await readHistory(reader(till), ask({}, 4, 1));
  const second = await readHistory(reader(till), ask({}, 4, 2));
  expect([...flat(first), ...flat(second)].map(({ id }) => id)).toEqual(lookups);
  expect(first.pages).toBe(2);
});

test("the owner exports the same rows and the export is in the audit log; a clerk may not export", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  await use(till, order);
  await owner`update membership set role = 'owner' where person_id = ${till.actor.personId}`;
  const grant = authorize({ ...till.actor, role: "owner" }, "history.export");
  const words = { ...esCO.history, time: () => "10:00:00" };
  const exported = { filters: readHistoryFilters(() => ""), format: "csv" as const };
  const { rows } = await exportHistory(grant, exported, words, browser());
  const exportedRows: unknown[] = [];
  for await (const row of rows)
    exportedRows.push(Object.fromEntries(historyColumns.map(({ header }, at) => [header, row[at]])));
  expect(exportedRows).toMatchObject([
    {
      MOVIMIENTO: "Usada aquí",
      NRODCTO: order.number,
      VALOR: 480000,
      AFILIADO: "María Pérez",
      COMPROBANTE: expect.stringMatching(/^U-20\d\d-\d{6,}$/),
    },
    { MOVIMIENTO: "Vigente", NRODCTO: order.number, VALOR: 480000, PERSONA: "Cajera de prueba" },
  ]);
  const log = await logOf(till.actor.personId);
  expect(log.filter(({ action }) => action === "history.exported")).toHaveLength(1);
  expect(() => authorize(till.actor, "history.export")).toThrow();
  await owner`update membership set role = 'clerk' where person_id = ${till.actor.personId}`;
  await expect(exportHistory(grant, exported, words, browser())).rejects.toMatchObject({
    code: "not_allowed",
  });
});
