import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { readFilters } from "@/app/admin/_orders/list-address";
import { connect } from "@/db/connection";
import { countTabs } from "@/db/queries/order-counts";
import { countOrders, listOrderPage } from "@/db/queries/order-list";
import { countPrintable, listPrintingOffices } from "@/db/queries/print";
import { parseDatabaseUrl, withDatabase } from "@/lib/database-url";
import { env } from "@/lib/env";
import type { OrderSort } from "@/model/order-list";
import { clusterUrl } from "@/tests/support/new-database";
import { grantOf } from "@/tests/support/officials";

type Query = { query: string; params: unknown[] };
type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

const queries: Query[] = [];
const client = connect(env().DATABASE_URL, "app_caja", 1);
const db = drizzle(client, { logger: { logQuery: (query, params) => queries.push({ query, params }) } });
const database = parseDatabaseUrl(env().DATABASE_URL)?.database ?? "";
const superuser = connect(withDatabase(clusterUrl(), database), null, 1);
afterAll(() => Promise.all([client.end(), superuser.end()]));

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The tables that a statement reads to find its rows, although an index could answer; those it shows have to be read. */
async function readsOfRows({ query, params }: Query): Promise<string[]> {
  let plan: Node | undefined;
  const undone = new Error("only asked");
  await superuser
    .begin(async (transaction) => {
      // A small table is read whole whatever indexes there are; a large one is not, and it was vacuumed.
      // Where an index could answer alone, a small table may still be read beside it.
      for (const planNode of ["seqscan", "bitmapscan", "indexscan"])
        await transaction.unsafe(`set local enable_${planNode} = off`);
      await transaction`update pg_class set relallvisible = 1000000
        where oid in ('"order"'::regclass, 'order_code'::regclass)`;
      const [row] = await transaction.unsafe<{ "QUERY PLAN": [{ Plan: Node }] }[]>(
        `explain (format json) ${query}`,
        params as never[],
      );
      plan = row?.["QUERY PLAN"][0].Plan;
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  if (!plan) throw new Error("no plan");
  // Of a page, what finds it: the first of its limits.
  const page = / "page" /.test(query) && nodesOf(plan).find((node) => node["Node Type"] === "Limit");
  return nodesOf(page || plan)
    .filter((node) => ["order", "order_code"].includes(node["Relation Name"] ?? ""))
    .filter((node) => node["Node Type"] !== "Index Only Scan")
    .map((node) => `${node["Node Type"]} of ${node["Relation Name"]}`);
}

test.each<[Readonly<Record<string, string>>, OrderSort]>([
  [{}, "newest"],
  [{}, "oldest"],
  [{}, "number"],
  [{}, "value_down"],
  [{}, "until"],
  [{ desde: "2026-01-01", hasta: "2026-01-31", tipo: "OA" }, "value"],
  [{ "vence-desde": "2026-01-01", "vence-hasta": "2026-01-31" }, "newest"],
  [{ "valor-desde": "19000000" }, "newest"],
  [{ impresa: "no" }, "newest"],
  [{ impresa: "si", estado: "vigente" }, "newest"],
  [{ estado: "vigente", tipo: "OA" }, "newest"],
  [{ estado: "vencida", sede: "prado" }, "value"],
  [{ estado: "por-empezar" }, "oldest"],
  [{ estado: "usada", "valor-hasta": "50000" }, "newest"],
  [{ estado: "en-revision" }, "newest"],
  [{ proveedor: "900765432" }, "newest"],
  [{ proveedor: "900765432" }, "number"],
  [{ proveedor: "900765432", estado: "vigente", tipo: "OA", impresa: "no" }, "value_down"],
])("an order list of %j sorted by %s uses an index to count and to sort", async (params, sort) => {
  queries.length = 0;
  const filters = readFilters((param) => params[param]);
  await countOrders(db, await grantOf("officer", "order.find"), filters, {
    action: "order.listed",
    page: { sort, size: 25, place: null },
    ip: "prueba",
    detail: () => ({}),
  });
  await listOrderPage(db, filters, { sort, size: 25, place: null });
  expect(queries).toHaveLength(3);
  for (const statement of queries) expect(await readsOfRows(statement)).toEqual([]);
});

test("the tabs of the list are counted with an index, of all orders and of a provider's", async () => {
  queries.length = 0;
  for (const params of [{}, { proveedor: "900765432" }] as Readonly<Record<string, string>>[])
    await countTabs(
      db,
      readFilters((param) => params[param]),
    );
  expect(queries).toHaveLength(2);
  for (const statement of queries) expect(await readsOfRows(statement)).toEqual([]);
});

test("the orders waiting to be printed and their offices are counted with an index", async () => {
  queries.length = 0;
  for (const from of ["", "file"] as const) {
    const filter = { kindCode: "OA", office: "Prado", also: "", from, day: "", draftedBy: null } as const;
    await countPrintable(db, filter, 10);
    await listPrintingOffices(db, from);
  }
  expect(queries).toHaveLength(4);
  for (const statement of queries) expect(await readsOfRows(statement)).toEqual([]);
});
