import { randomInt } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { withDatabase } from "@/lib/database-url";
import { makeOrder, owner } from "@/tests/support/look-up-orders";
import { clusterUrl } from "@/tests/support/new-database";

/** Only a superuser may count the calls of functions. */
const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = connect(withDatabase(clusterUrl(), database), null, 1);

afterAll(() => Promise.all([superuser.end(), owner.end()]));

test("a changed line of a file asks who decided the state of its own order, not of every order", async () => {
  const first = randomInt(1_000_000, 9_000_000) * 100;
  const dead = Array.from({ length: 20 }, (_, at) =>
    makeOrder({ state: "annulled", number: `${first + at}` }),
  );
  const [changed] = await Promise.all(dead);
  const counted = await superuser.begin(async (transaction) => {
    await transaction`set local track_functions = 'all'`;
    // The plan of a table without statistics reads it whole, as just after a large import.
    await transaction`set local enable_indexscan = off`;
    await transaction`set local enable_bitmapscan = off`;
    const [run] = await transaction<{ id: string }[]>`
      select start_import('orders', 'costo.csv', sha256('x'), null, gen_random_uuid(), 36000) as id`;
    const [done] = await transaction<{ changed: number }[]>`
      select changed from import_order_batch(${run?.id ?? ""}, '[]', (select jsonb_build_array(jsonb_build_object(
        'id', o.id, 'version', o.updated_at, 'state_was', 'annulled', 'state', 'issued', 'value', o.value,
        'valid_until', o.valid_until, 'fields', '["ESTADO"]'::jsonb, 'line', 2, 'data', '{}'::jsonb))
        from "order" o where o.id = ${changed?.id ?? ""}))`;
    const [calls] = await transaction<{ calls: number }[]>`
      select pg_stat_get_xact_function_calls('is_core_state("order")'::regprocedure)::int as calls`;
    return { changed: done?.changed, calls: calls?.calls ?? 0 };
  });
  expect(counted.changed).toBe(1);
  // Once for the line, and once for the rule that guards each change of state.
  expect(counted.calls).toBeLessThanOrEqual(2);
});
