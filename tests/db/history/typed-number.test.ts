import { randomInt } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import type { CreatedOrder } from "@/tests/support/look-up-orders";
import { separateDatabase } from "@/tests/support/separate-database";

// Every kind of order has its own numbers, and the other files make a thousand kinds; a caja has ten.
await separateDatabase("numeros");
const { readHistory } = await import("@/domain/history/read-history");
const { readHistoryFilters } = await import("@/domain/history/schema");
const { lookUpOrder } = await import("@/domain/lookup/look-up");
const { authorize } = await import("@/model/access");
const { makeOrder, makeTill, owner, someAddress } = await import("@/tests/support/look-up-orders");

afterAll(() => owner.end());

test("a history search accepts every spelling of a number that a look-up accepts: zeros, signs, series letters, order kind", async () => {
  const till = await makeTill();
  const serial = String(randomInt(100_000, 999_999));
  const look = ({ idNumber, number }: CreatedOrder) =>
    lookUpOrder(till, { idNumber, kindCode: "AS", number }, { ip: someAddress() });
  const history = (numero: string) =>
    readHistory(authorize(till.actor, "history.read"), {
      filters: readHistoryFilters((name) => (name === "number" ? numero : undefined)),
      size: 25,
      page: 1,
    });
  const [own, plain] = [await makeOrder({ number: `H0${serial}` }), await makeOrder({ state: "annulled" })];
  await look(own);
  await look(plain);
  // Of a number that no order has the end is kept, by which every number with that end finds it.
  const missed = `H-9${serial}`;
  await look({ ...own, number: `H-9${serial}` });
  const numbers = async (numero: string) =>
    (await history(numero)).days.flatMap(({ entries }) => entries).map(({ number }) => number);
  for (const typed of [
    `H${serial}`,
    `h 0${serial}`,
    `H-${serial}`,
    `No. H0${serial}`,
    `H${serial.replaceAll("0", "O")}`,
    `AS H${serial}`,
    `as-h${serial}`,
  ])
    expect(await numbers(typed), typed).toEqual([missed, own.number]);
  for (const typed of [
    plain.number,
    `No. ${plain.number}`,
    `00${plain.number}`,
    plain.number.replaceAll("0", "O"),
    `AS ${plain.number}`,
    `as-${plain.number}`,
    `AS${plain.number}`,
    `N° AS 00${plain.number}`,
  ])
    expect(await numbers(typed), typed).toEqual([plain.number]);
  expect(await numbers(`h 9${serial}`)).toEqual([missed]);
  const days = await history(`H${serial}`);
  expect(days.days.map(({ entries }) => entries.length)).toEqual([2]);
});

test("the index of what was typed holds what the history compares", async () => {
  const [row] = await owner<{ index: string; asked: string }[]>`
    select pg_get_indexdef('lookup_typed_number'::regclass) as index, prosrc as asked
    from pg_proc where proname = 'history_lookups'`;
  const plain = (sql = "") => sql.replaceAll("::text", "").replaceAll("l.number_typed", "number_typed");
  const held = /provider_id, (ltrim\(.*?), '0'\)\)/.exec(plain(row?.index))?.[1];
  expect(held).toContain("number_typed");
  expect(plain(row?.asked)).toContain(held);
});
