import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { listFaults } from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { confirmUploaded } from "@/domain/import/upload";
import type { Grant } from "@/model/access";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("forma"), null, 2);
  grant = await importer(owner);
});
afterAll(() => owner.end());

async function importRows(lines: { NRODCTO: string; ESTADO?: string }[]) {
  const run = await upload(grant, orderFile(lines.map((cells, at) => orderCells(at + 1, cells))));
  const work = () => workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
  await work();
  await confirmUploaded(grant, { run, applyChanges: true }, client);
  await work();
  return (await listFaults(cajaDatabase(), run, { warning: false, limit: 100 })).map(
    ({ line, column, code, fact }) => `${line} ${column} ${code} ${fact}`,
  );
}
const stateOf = async (number: string) => {
  const [row] = await owner<{ state: string }[]>`select state from "order" where number = ${number}`;
  return row?.state;
};

test("a new order number must match the format of its kind; known orders are updated whatever their number", async () => {
  expect(await importRows([{ NRODCTO: "KX77" }])).toEqual([]);
  await owner`update order_kind set core_digits_only = true, core_shortest = 6, core_longest = 7`;
  expect(
    await importRows([
      { NRODCTO: "12345" },
      { NRODCTO: "0012346" },
      { NRODCTO: "123457" },
      { NRODCTO: "12345678" },
      { NRODCTO: "12A4567" },
      { NRODCTO: "KX77", ESTADO: "ANULADA" },
    ]),
  ).toEqual(["2 NRODCTO kind_digits 6–7", "5 NRODCTO kind_digits 6–7", "6 NRODCTO kind_digits 6–7"]);
  expect(await stateOf("KX77")).toBe("annulled");
  expect([await stateOf("12345"), await stateOf("12A4567")]).toEqual([undefined, undefined]);
  expect([await stateOf("0012346"), await stateOf("123457")]).toEqual(["issued", "issued"]);
  await owner`update order_kind set core_digits_only = false, core_shortest = 7, core_longest = 7`;
  expect(await importRows([{ NRODCTO: "ABC4567" }, { NRODCTO: "ABC456" }])).toEqual([
    "3 NRODCTO kind_length 7",
  ]);
});

test("one order number has one key: what could be a second way of writing it is refused", async () => {
  await owner`update order_kind set core_digits_only = false, core_shortest = 1, core_longest = 20`;
  expect(
    await importRows([
      { NRODCTO: "0914101" },
      { NRODCTO: "AS914101" },
      { NRODCTO: "AS0914101" },
      { NRODCTO: "H914101" },
      { NRODCTO: "H00914102" },
      { NRODCTO: "BE914101" },
      { NRODCTO: "TQ0914101" },
      { NRODCTO: "TQ914101" },
      { NRODCTO: "TQ9140101" },
      { NRODCTO: "H0914103" },
    ]),
  ).toEqual([
    "3 NRODCTO kind_code AS",
    "4 NRODCTO kind_code AS",
    "5 NRODCTO own_series H0000001",
    "6 NRODCTO own_series H0000001",
    "9 NRODCTO other_zeros TQ0914101",
  ]);
  expect(await stateOf("AS914101")).toBeUndefined();
  expect(
    await importRows([{ NRODCTO: "TQ00914101" }, { NRODCTO: "TQ914101" }, { NRODCTO: "TQ914" }]),
  ).toEqual(["2 NRODCTO other_zeros TQ0914101", "3 NRODCTO other_zeros TQ0914101"]);
});

test("an order of before the own series had its letter is still updated by a file", async () => {
  await owner`update order_kind set number_prefix = 'ZZ'`;
  expect(await importRows([{ NRODCTO: "H200" }, { NRODCTO: "TX0300" }])).toEqual([]);
  await owner`update order_kind set number_prefix = 'H'`;
  expect(
    await importRows([
      { NRODCTO: "H200", ESTADO: "ANULADA" },
      { NRODCTO: "H300" },
      { NRODCTO: "TX300" },
      { NRODCTO: "TX0300", ESTADO: "ANULADA" },
    ]),
  ).toEqual(["3 NRODCTO own_series H0000001", "4 NRODCTO other_zeros TX0300"]);
  for (const number of ["H200", "TX0300"]) expect(await stateOf(number), number).toBe("annulled");
});

test("the database refuses a number format that no number can match", async () => {
  const save = (shortest: number, longest: number) =>
    owner`update order_kind set core_shortest = ${shortest}, core_longest = ${longest}`;
  for (const [shortest, longest] of [
    [0, 7],
    [8, 7],
    [1, 21],
  ] as const)
    await expect(save(shortest, longest)).rejects.toMatchObject({
      constraint_name: "order_kind_core_number",
    });
});
