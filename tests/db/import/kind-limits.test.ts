import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { findImportRules } from "@/db/queries/import-orders";
import { countFindings, listChanges } from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { confirmUploaded } from "@/domain/import/upload";
import type { Grant } from "@/model/access";
import { addDays } from "@/model/calendar";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("limites"), null, 2);
  grant = await importer(owner);
});
afterAll(() => owner.end());

const work = () => workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
const storedValue = async (number: string) => {
  const [row] = await owner<
    { value: number }[]
  >`select value::int as value from "order" where number = ${number}`;
  return row?.value;
};

test("from the kind's approval limit on, an import needs confirmation by a second person", async () => {
  const other = await importer(owner);
  const file = (value: string) => orderFile([orderCells(1, { NRODCTO: "J1", VALOR: value })]);
  const importValue = async (value: string, who: Grant<"order.import">) => {
    const run = await upload(grant, file(value));
    await work();
    const seen = await countFindings(cajaDatabase(), run, { secondPerson: who !== grant });
    await confirmUploaded(who, { run, applyChanges: true }, client);
    await work();
    return { run, tickable: seen.tickable, value: await storedValue("J1") };
  };
  await owner`update order_kind set approval_from = 200000`;
  expect(await importValue("199999", grant)).toMatchObject({ value: 199_999 });
  expect(await importValue("150000", grant)).toMatchObject({ value: 150_000 });
  const alone = await importValue("200000", grant);
  expect(alone).toMatchObject({ tickable: 0, value: 150_000 });
  expect(await listChanges(cajaDatabase(), alone.run, 10)).toMatchObject([
    { applied: [], held: ["VALOR"], kept: "second_person" },
  ]);
  expect(await importValue("200000", other)).toMatchObject({ tickable: 1, value: 200_000 });
  await owner`update order_kind set approval_from = null`;
});

test("an import extends a known order no further than its kind allows today", async () => {
  const { today } = await findImportRules(cajaDatabase());
  const importDay = async (day: string) => {
    const run = await upload(
      grant,
      orderFile([orderCells(1, { NRODCTO: "K1", FECHA: "2026-01-01", VENCE: day })]),
    );
    await work();
    await confirmUploaded(grant, { run, applyChanges: true }, client);
    await work();
    const [row] = await owner<{ day: string }[]>`
      select valid_until::text as day from "order" where number = 'K1'`;
    return row?.day;
  };
  expect(await importDay(today)).toBe(today);
  expect(await importDay(addDays(today, 29))).toBe(addDays(today, 29));
  expect(await importDay(addDays(today, 30))).toBe(addDays(today, 29));
});

test("the SQL function that writes a batch enforces the kind's limits too", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "L1" })]));
  await work();
  await confirmUploaded(grant, { run, applyChanges: false }, client);
  await work();
  const may = async (value: number, until: string, fields: string[], state = "issued", was = "issued") => {
    const [row] = await owner<{ may: boolean }[]>`
      select may_import_change(${run}, jsonb_populate_record(o, jsonb_build_object('state', ${was}::text)), ${value}, o.valid_until + ${until}::int, ${state}, ${JSON.stringify(fields)}::text::jsonb) as may
      from "order" o where number = 'L1'`;
    return row?.may;
  };
  await owner`update import_run set previewed_at = clock_timestamp() where id = ${run}`; // it is known by now
  await owner`update order_kind set largest_value = 300000, approval_from = 250000`;
  expect(await may(249_999, "0", ["VALOR"])).toBe(true);
  expect(await may(250_000, "0", ["VALOR"])).toBe(false);
  expect(await may(250_000, "0", ["ESTADO"], "annulled")).toBe(true);
  expect(await may(250_000, "0", ["ESTADO"], "issued")).toBe(false);
  await owner`update import_run set confirmed_by = gen_random_uuid() where id = ${run}`;
  expect(await may(300_000, "0", ["VALOR"])).toBe(true);
  expect(await may(300_001, "0", ["VALOR"])).toBe(false);
  expect(await may(1, "4000", ["VENCE"])).toBe(false);
  await owner`update import_run set confirmed_by = started_by where id = ${run}`;
  await owner`update order_kind set approval_from = null`;
  expect(await may(300_000, "0", ["VALOR"])).toBe(true);
  // A value above it stays, and to change what goes with it needs a second person.
  await owner`update order_kind set largest_value = (select value from "order" where number = 'L1') - 1`;
  const [line] = await owner<{ value: number }[]>`select value::int from "order" where number = 'L1'`;
  expect(await may(line?.value ?? 0, "0", ["CONCEPTO"])).toBe(false);
  await owner`update import_run set confirmed_by = gen_random_uuid() where id = ${run}`;
  expect(await may(line?.value ?? 0, "0", ["CONCEPTO"])).toBe(true);
  // What was issued here was approved here: the core takes its own voiding back, and nothing else goes with it. To take
  // back a use gives a value again.
  await owner`update import_run set confirmed_by = started_by where id = ${run}`;
  expect(await may(line?.value ?? 0, "0", ["ESTADO"])).toBe(false);
  await owner`update "order" set drafted_by = ${grant.actor.personId} where number = 'L1'`;
  await owner`update import_run set previewed_at = clock_timestamp() where id = ${run}`;
  const revive = (was: string, fields = ["ESTADO"]) => may(line?.value ?? 0, "0", fields, "issued", was);
  expect(await revive("annulled")).toBe(true);
  expect(await revive("used")).toBe(false);
  expect(await revive("annulled", ["ESTADO", "CONCEPTO"])).toBe(false);
  await owner`update import_run set previewed_at = clock_timestamp() - interval '1 hour' where id = ${run}`;
  expect(await revive("annulled")).toBe(false);
  await owner`update order_kind set largest_value = 20000000, approval_from = null`;
});
