import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { separateDatabase } from "@/tests/support/separate-database";

let sql: postgres.Sql;
let actor: string;
const bytes = (text: string) => `\\x${Buffer.from(text).toString("hex")}`;

beforeAll(async () => {
  sql = connect(await separateDatabase("columna"), null, 1);
  await sql`alter table "order" add column delivery_channel text not null default ''`;
  const [person] = await sql<{ id: string }[]>`
    insert into person (email, name, caja_role) values ('ana@caja.example', 'Ana', 'officer') returning id`;
  actor = person?.id ?? "";
});
afterAll(() => sql.end());

const data = async (more: Record<string, unknown> = {}) => {
  const [day] = await sql<{ today: string; until: string }[]>`
    select bogota_today()::text as today, (bogota_today() + 5)::text as until`;
  return {
    ...{ kind_code: "AS", affiliate_id_kind: "CC", affiliate_id_sealed: bytes("id"), value: 1000 },
    ...{ affiliate_id_index: bytes(randomUUID()), affiliate_name_sealed: bytes("name"), concept: "Calzado" },
    ...{ office: "Prado", issued_on: day?.today, valid_until: day?.until, ...more },
  };
};
const textOf = async (id: string) => {
  const [row] = await sql<{ channel: string; concept: string; face: Record<string, unknown> }[]>`
    select delivery_channel as channel, concept, order_snapshot(o) as face from "order" o where id = ${id}`;
  return row;
};
const save = async (order: string, channel: string, more: Record<string, unknown> = {}) => {
  const draft = JSON.stringify(await data({ delivery_channel: channel, ...more }));
  const [row] = await sql<{ outcome: string }[]>`
    select save_order_draft(${order}, ${actor}, ${draft}::text::jsonb, 'x',
      (select caja_version(updated_at) from "order" where id = ${order})) as outcome`;
  expect(row?.outcome).toBe("done");
};

test("a new column is drafted, changed, replaced, stored in snapshots and compared without changing a SQL function", async () => {
  const [order, instead] = [randomUUID(), randomUUID()];
  await save(order, "ventanilla", { state: "used", approved_by: actor });
  await save(order, "correo", { concept: "Mercado" });
  expect(await textOf(order)).toMatchObject({ channel: "correo", concept: "Mercado" });

  const version = async () => {
    const [row] = await sql<{ version: string }[]>`
      select caja_version(updated_at) as version from "order" where id = ${order}`;
    return row?.version ?? "";
  };
  await sql`select issue_order(${order}, ${actor}, ${await version()}, false, 'x')`;
  const face = (await textOf(order))?.face;
  expect(face).toMatchObject({ delivery_channel: "correo" });
  const { delivery_channel: _, ...older } = face ?? {};
  const parts = await sql`select changed_parts(${sql.json(face as never)}, order_snapshot(o)) as same,
    changed_parts(${sql.json(older as never)}, order_snapshot(o)) as later from "order" o where id = ${order}`;
  expect([...parts]).toEqual([{ same: [], later: ["delivery_channel"] }]);
  await expect(sql`update "order" set delivery_channel = 'otro' where id = ${order}`).rejects.toThrow(
    /what was printed is never changed/,
  );

  const [done] =
    await sql`select replace_order(${order}, ${instead}, ${actor}, ${await version()}, 'id', 'name',
    'Se perdió el papel', 'x') as outcome`;
  expect(done).toEqual({ outcome: "done" });
  expect(await textOf(instead)).toMatchObject({ channel: "correo", concept: "Mercado" });
});

test("a new column is imported and updated by a file; a snapshot from before it equals an empty value", async () => {
  const [run] = await sql<{ id: string }[]>`
    select start_import('orders', 'x.csv', 'x', null, ${randomUUID()}, 60) as id`;
  const imported = async (fresh: unknown[], changes: unknown[]) => {
    const [row] =
      await sql`select inserted, changed from import_order_batch(${run?.id ?? ""}, ${JSON.stringify(fresh)}::text::jsonb,
      ${JSON.stringify(changes)}::text::jsonb)`;
    return row;
  };
  const id = randomUUID();
  const numbered = { id, number: "C1", number_key: "C1", state: "issued" };
  const order = await data({ ...numbered, delivery_channel: "" });
  expect(await imported([order], [])).toEqual({ inserted: 1, changed: 0 });
  const { delivery_channel: _, ...older } = (await textOf(id))?.face ?? {};
  const [parts] = await sql`
    select changed_parts(${sql.json(older as never)}, order_snapshot(o)) as parts from "order" o where id = ${id}`;
  expect(parts).toEqual({ parts: [] });

  const [known] = await sql`select updated_at::text as version from "order" where id = ${id}`;
  const { value, valid_until } = order;
  const change = { id, ...known, state_was: "issued", state: "issued", value, valid_until, line: 2 };
  const changes = [{ ...change, fields: ["CANAL"], data: { delivery_channel: "correo" } }];
  expect(await imported([], changes)).toEqual({ inserted: 0, changed: 1 });
  expect(await textOf(id)).toMatchObject({ channel: "correo", concept: "Calzado" });
});
