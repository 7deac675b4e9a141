import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFilters } from "@/app/admin/_orders/list-address";
import { connect } from "@/db/connection";
import { countTabs } from "@/db/queries/order-counts";
import { countOrders, listOrderPage, listOrdersAfter } from "@/db/queries/order-list";
import { countPrintable, listPrintingOffices } from "@/db/queries/print";
import { parseDatabaseUrl, withDatabase } from "@/lib/database-url";
import type { OrderSort } from "@/model/order-list";
import { clusterUrl } from "@/tests/support/new-database";
import { grantOf } from "@/tests/support/officials";
import { separateDatabase } from "@/tests/support/separate-database";

type Query = { query: string; params: unknown[] };
type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

const queries: Query[] = [];
let client: ReturnType<typeof connect>;
let db: ReturnType<typeof logged>;
let superuser: ReturnType<typeof connect>;

const logged = (on: ReturnType<typeof connect>) =>
  drizzle(on, { logger: { logQuery: (query, params) => queries.push({ query, params }) } });

/** Enough orders that reading the table would cost more than its index, spread as those of a caja are. */
const ORDERS = 30_000;

beforeAll(async () => {
  const url = await separateDatabase("listas");
  client = connect(url, "app_caja", 1);
  db = logged(client);
  superuser = connect(withDatabase(clusterUrl(), parseDatabaseUrl(url)?.database ?? ""), null, 1);
  await superuser.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`; // neither triggers nor references
    await transaction`
      insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, provider_nit,
        office, state, state_before, drafted_by)
      select gen_random_uuid(), (array['OA', 'AS', 'BN'])[1 + n % 3], 'N' || n, 'N' || n, 'CC', repeat('x', 60)::bytea,
        sha256(n::text::bytea), repeat('x', 60)::bytea, 20000 + n % 900 * 1000,
        case when n % 4 = 0 then 0 else 20000 + n % 900 * 1000 end, 'Subsidio', current_date - 250 + n % 300,
        current_date - 220 + n % 300, case when n % 50 = 0 then '900765432' end, (array['Prado', 'Centro'])[1 + n % 2],
        case when n % 4 = 0 then 'used' when n % 97 = 0 then 'annulled' when n % 101 = 0 then 'blocked'
          when n % 9 = 0 then 'delivered' else 'issued' end,
        case when n % 4 <> 0 and n % 97 <> 0 and n % 101 = 0 then 'issued' end, case when n % 5 = 0 then gen_random_uuid() end
      from generate_series(1, ${ORDERS}::int) n`;
    await transaction`
      insert into order_code (order_id, code_id, key_id, code, check_sealed, check_index, tail_index, prints, printed_at)
      select o.id, decode(substr(md5(o.number), 1, 16), 'hex'), 1, repeat('x', 92)::bytea, repeat('x', 40)::bytea,
        sha256(o.number::bytea), sha256(o.number::bytea), 1, now()
      from "order" o where o.drafted_by is not null and o.value % 2000 = 0`;
  });
  await superuser`vacuum (analyze) "order"`;
  await superuser`vacuum (analyze) order_code`;
});
afterAll(() => Promise.all([client.end(), superuser.end()]));

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The tables that a statement reads to find its rows, although an index could answer; those it shows have to be read. */
async function readsOfRows({ query, params }: Query): Promise<string[]> {
  let plan: Node | undefined;
  const undone = new Error("only asked");
  await superuser
    .begin(async (transaction) => {
      // Of thirty thousand rows, reading the table whole can still cost as much as an index; of millions it cannot.
      for (const planNode of ["seqscan", "bitmapscan"])
        await transaction.unsafe(`set local enable_${planNode} = off`);
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
  [{ proveedor: "9007654326" }, "newest"],
  [{ proveedor: "9007654326", estado: "vencida" }, "oldest"],
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

test("a window of an export of a NIT that is typed with its check digit ends where an index says", async () => {
  queries.length = 0;
  const filters = readFilters((param) => (param === "proveedor" ? "9007654326" : ""));
  const { orders, end } = await listOrdersAfter(db, filters, null, 200);
  expect(orders.length).toBeGreaterThan(0);
  await listOrdersAfter(db, filters, end, 200);
  const ends = queries.filter(({ query }) => / offset /.test(query));
  expect(ends).toHaveLength(2);
  for (const statement of ends) expect(await readsOfRows(statement)).toEqual([]);
});

test("the tabs of the list are counted with an index, of all orders and of a provider's", async () => {
  queries.length = 0;
  for (const params of [{}, { proveedor: "900765432" }, { proveedor: "9007654326" }] as Readonly<
    Record<string, string>
  >[])
    await countTabs(
      db,
      readFilters((param) => params[param]),
    );
  expect(queries).toHaveLength(3);
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
