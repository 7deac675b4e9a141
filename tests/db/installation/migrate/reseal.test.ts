import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect } from "@/db/connection";
import * as tables from "@/db/tables";
import { nameOf, sealedColumns } from "@/scripts/reseal/sealed-columns";
import { separateDatabase } from "@/tests/support/separate-database";

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");
const FORMER = `1:${key("a")}`;
const BOTH = `2:${key("b")},1:${key("a")}`;
let url: string;
let owner: postgres.Sql;

beforeAll(async () => {
  url = await separateDatabase("recifrado");
  owner = connect(url, null, 2);
});
afterAll(() => owner.end());

/** The modules as a new process with these keys has them. */
async function withKeys(keys: string) {
  vi.resetModules();
  process.env.DATA_KEYS = keys;
  process.env.INDEX_KEY = key("i");
  const { resealAll } = await import("@/scripts/reseal/reseal");
  return { reseal: () => resealAll(owner) };
}

test("every column of bytes is sealed and in the list, or known to hold nothing that is opened again", () => {
  const digests = /hash|sha256|^salt$|^challenge$|_index$|^id_index|code_id|^code$|public_key|signature/;
  /** Papers of a company as they came. */
  const asTheyCame = ["request_document.content"];
  const bytes = Object.values(tables).flatMap((table: unknown) =>
    is(table, PgTable)
      ? Object.values(getTableColumns(table))
          .filter((column) => column.getSQLType() === "bytea" && !digests.test(column.name))
          .map(({ name }) => `${getTableName(table)}.${name}`)
      : [],
  );
  expect(bytes.filter((name) => !asTheyCame.includes(name)).sort()).toEqual(sealedColumns.map(nameOf).sort());
});

test("the database counts the same columns as the job seals again", async () => {
  const [definition] = await owner<
    { text: string }[]
  >`select pg_get_functiondef('count_sealed'::regproc) as text`;
  const counted = [...(definition?.text ?? "").matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, name]) => name);
  expect(counted.sort()).toEqual(sealedColumns.map(nameOf).sort());
});

test("what a counter found stays unchanged by it, and an order that is claimed just now is left to the next run", async () => {
  await withKeys(FORMER);
  const { makeTill, makeOrder } = await import("@/tests/support/look-up-orders");
  const { lookUpOrder } = await import("@/domain/lookup/look-up");
  const { typedLookUp } = await import("@/tests/support/typed-look-up");
  const { client } = await import("@/tests/support/use-order");
  const till = await makeTill();
  const [found, claimed] = [await makeOrder(), await makeOrder()];
  const lookup = await lookUpOrder(till, typedLookUp(found), client());
  const claim = await lookUpOrder(till, typedLookUp(claimed), client());
  await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    values (${claimed.id}, ${till.actor.provider.id}, ${till.actor.personId}, ${claim}, now() + interval '15 minutes')`;
  const changes = async () =>
    (await owner`select lookup_changes(${lookup}, o) as parts from "order" o where o.id = ${found.id}`)[0]
      ?.parts;
  const keyOf = async (order: string) =>
    (await owner`select get_byte(affiliate_name_sealed, 1) as key from "order" where id = ${order}`)[0]?.key;
  expect([await changes(), await keyOf(found.id)]).toEqual([[], 1]);

  const { reseal } = await withKeys(BOTH);
  await reseal();
  expect([await keyOf(found.id), await changes()]).toEqual([2, []]);
  expect(await keyOf(claimed.id)).toBe(1);
  expect((await owner`select 1 from order_claim where order_id = ${claimed.id}`).length).toBe(1);
  await owner`update order_claim set until = now() - interval '1 second' where order_id = ${claimed.id}`;
  await reseal();
  expect(await keyOf(claimed.id)).toBe(2);
});
