import { expect, test } from "vitest";
import { type DayOrder, DayReading, inDayOrder } from "@/domain/import/day-order";
import { readTable } from "@/lib/table/table";

const shape = { wanted: ["FECHA", "VENCE"], days: ["FECHA", "VENCE"] };
const dayFirst: DayOrder = { doubt: { monthFirst: null, english: false, turned: null }, unsure: undefined };

/** A file of these days that counts how often its bytes are read. */
function fileOf(days: readonly (readonly [string, string])[]) {
  const file = { reads: 0, walks: 0 };
  const source = async function* () {
    file.reads += 1;
    yield Buffer.from(`FECHA;VENCE\n${days.map((row) => `${row.join(";")}\n`).join("")}`);
  };
  const walk = async (known: DayOrder | null, writes: boolean) => {
    file.walks += 1;
    const reading = await DayReading.begin({ source, format: "utf-8", shape }, known, writes);
    for await (const rows of readTable(source, "utf-8", shape, 2)) reading.add(rows);
    return reading.end();
  };
  return { file, walk };
}

const plain = [["01/11/2026", "15/12/2026"]] as const;
const monthFirst = [
  ["11/1/2026", "12/5/2026"],
  ["11/2/2026", "12/31/2026"],
] as const;
const found = { doubt: { monthFirst: 3, english: false, turned: null }, unsure: undefined };

test("a rehearsal reads a file once, and what it found spares the run another reading", async () => {
  const { file, walk } = fileOf(plain);
  const order = await inDayOrder(null, (known) => walk(known, false));
  expect([order, file]).toEqual([dayFirst, { reads: 1, walks: 1 }]);
  expect(await walk(order, true)).toEqual(dayFirst);
  expect(file.reads).toBe(2);
});

test("without a rehearsal the days are read before the first row is written", async () => {
  for (const [days, order] of [
    [plain, dayFirst],
    [monthFirst, found],
  ] as const) {
    const { file, walk } = fileOf(days);
    expect(await inDayOrder(null, (known) => walk(known, true))).toEqual(order);
    expect(file).toEqual({ reads: 2, walks: 1 });
  }
});

test("an order that is known is not found anew, also where it leaves a doubt", async () => {
  const { file, walk } = fileOf(plain);
  expect(await walk(found, false)).toEqual(found);
  expect(file).toEqual({ reads: 1, walks: 1 });
});

test("a rehearsal whose days turn out to be in doubt walks once more, with what it found", async () => {
  const { file, walk } = fileOf(monthFirst);
  const known: (DayOrder | null)[] = [];
  const order = await inDayOrder(null, (each) => {
    known.push(each);
    return walk(each, false);
  });
  expect(order).toEqual(found);
  expect(known).toEqual([null, found]);
  expect(file).toEqual({ reads: 2, walks: 2 });
});

test("a day that nothing tells the order of is kept with the run and told by both", async () => {
  const { walk } = fileOf([["01/11/2026", "01/12/2026"]]);
  const order = await walk(null, false);
  expect(order.unsure).toEqual({ said: "01/11/2026", day: "2026-11-01" });
  expect(await walk(order, true)).toEqual(order);
});

test("another failure ends the walk", async () => {
  await expect(inDayOrder(null, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
});
