import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay } from "@/domain/import/cells";
import { DayOrderCensus } from "@/domain/import/day-order";

/** What becomes of the days of a file, FECHA and VENCE of each row. */
function daysOf(rows: readonly (readonly [string, string])[]) {
  const census = new DayOrderCensus(["FECHA", "VENCE"]);
  for (const [at, [FECHA, VENCE]] of rows.entries()) census.add(at + 2, { FECHA, VENCE });
  const { doubt, unsure } = census.order();
  const read = rows.flat().map((cell) => {
    const day = readDay(cell, doubt);
    return day.ok ? day.value : `${day.code} ${day.fact ?? ""}`.trim();
  });
  return { read, unsure };
}

test("dates written month first are never swapped: the file is refused with the line that proves it", () => {
  const { read } = daysOf([
    ["11/1/2026", "12/5/2026"],
    ["11/2/2026", "12/31/2026"],
  ]);
  expect(read).toEqual(["day_order 3", "day_order 3", "day_order 3", "no_such_day month_first"]);
});

test("a date with AM is ambiguous unless other dates of the file prove day first", () => {
  const am = "11/1/2026 12:00:00 AM";
  expect(daysOf([[am, "12/1/2026 12:00:00 AM"]]).read).toEqual(["day_order", "day_order"]);
  expect(daysOf([[am, "25/11/2026 12:00:00 AM"]]).read).toEqual(["2026-01-11", "2026-11-25"]);
  expect(daysOf([["5/5/2026 12:00:00 AM", "2026-11-25"]]).read).toEqual(["2026-05-05", "2026-11-25"]);
  const spanish = daysOf([["1/11/2026 12:00:00 a. m.", "1/12/2026 12:00:00 a. m."]]);
  expect(spanish).toEqual({
    read: ["2026-11-01", "2026-12-01"],
    unsure: { said: "1/11/2026 12:00:00 a. m.", day: "2026-11-01" },
  });
});

test("the order of a row's two dates proves day first or month first", () => {
  // From 10 December to 11 May is no validity; from 12 October to 5 November is one.
  expect(daysOf([["10/12/2026", "11/05/2026"]]).read).toEqual(["day_order 2", "day_order 2"]);
  expect(daysOf([["11/10/2026", "05/12/2026"]])).toEqual({
    read: ["2026-10-11", "2026-12-05"],
    unsure: undefined,
  });
});

test("one date that contradicts many day-first ones changes nothing; one in ten means another program", () => {
  const right = Array.from({ length: 11 }, () => ["25/11/2026", "2026-12-31"] as const);
  const slip = ["11/13/2026", "01/12/2026"] as const;
  expect(daysOf([...right, slip]).read.slice(-2)).toEqual(["no_such_day month_first", "2026-12-01"]);
  expect(daysOf([...right.slice(1), slip]).read.slice(-1)).toEqual(["day_order 12"]);
});

test("an ambiguous file shows its first date as it was parsed; points and a leading year are not ambiguous", () => {
  expect(daysOf([["01/11/2026", "01/12/2026"]]).unsure).toEqual({ said: "01/11/2026", day: "2026-11-01" });
  for (const days of [
    ["01.11.2026", "01.12.2026"],
    ["20261101", "20261201"],
    ["2026-11-01", "2026-12-01"],
    ["11/11/2026", "12/12/2026"],
  ] as const)
    expect(daysOf([days]).unsure, days[0]).toBeUndefined();
});

test.each([
  ["01.11.2026", "2026-11-01"],
  ["1.11.2026 00:00:00", "2026-11-01"],
  ["20261101", "2026-11-01"],
])("the SAP date %s is parsed", (cell, value) => {
  expect(readDay(cell)).toEqual({ ok: true, value });
});

test.each(["11.13.2026", "20261301", "01.11.26", "1.11", "20112026", "01-11.2026", "0101.11.2026"])(
  "%s is not a date",
  (cell) => {
    expect(readDay(cell).ok).toBe(false);
  },
);

/** What a file of these days tells of their order. */
function orderOf(...rows: (readonly [string, string?])[]) {
  const columns = ["FECHA", "VENCE"];
  const census = new DayOrderCensus(["FECHA", "VENCE"]);
  census.addRows([
    { line: 1, cells: null, found: 0, expected: 2, columns },
    ...rows.map(([FECHA, VENCE = ""], at) => ({
      line: at + 2,
      cells: { FECHA, VENCE },
      found: 2,
      expected: 2,
      columns,
    })),
  ]);
  return census.order();
}
const sure = { doubt: { monthFirst: null, english: false, turned: null }, unsure: undefined };
const monthFirst = (line: number) => ({
  ...sure,
  doubt: { monthFirst: line, english: false, turned: null },
});

test.each([
  ["a day after the twelfth", "13/12/2026", sure],
  ["a day after the twelfth in the place of the month", "12/13/2026", monthFirst(2)],
  ["a day that is its month", "12/12/2026", sure],
  ["a moment of no day in either order", "13/14/2026 12:00:00 AM", sure],
  ["no day in either order", "13/13/2026", sure],
  ["a text", "ayer", sure],
  ["a day of either order", "12/11/2026", { ...sure, unsure: { said: "12/11/2026", day: "2026-11-12" } }],
  ["a day of either order that no calendar has", "12/11/1026", sure],
])("one day tells the order of a file, or not: %s", (_, day, order) => {
  expect(orderOf([day])).toEqual(order);
  expect(orderOf(["", day])).toEqual(order);
});

test.each([
  ["01/02/2026", "02/01/2026", monthFirst(2)],
  ["02/01/2026", "01/02/2026", sure],
  ["12/01/2026", "01/12/2026", sure],
  ["01/12/2026", "12/01/2026", monthFirst(2)],
  ["01/12/2025", "02/01/2026", { ...sure, unsure: { said: "01/12/2025", day: "2025-12-01" } }],
  ["03/02/2026", "03/02/2026", { ...sure, unsure: { said: "03/02/2026", day: "2026-02-03" } }],
  ["01/02/2027", "02/03/2026", { ...sure, unsure: { said: "01/02/2027", day: "2027-02-01" } }],
  ["01/02/2026", "", { ...sure, unsure: { said: "01/02/2026", day: "2026-02-01" } }],
  ["05/05/2026", "13/05/2026", sure],
  ["01/02/2026", "13/01/2026", sure],
])("the days of a row, %s to %s, tell their order where one of both is no validity", (from, to, order) => {
  expect(orderOf([from, to])).toEqual(order);
});

test("the first line with its month first is named, and the first day of either order is shown", () => {
  expect(orderOf(["5/5/2026"], ["12/13/2026"], ["12/14/2026"])).toEqual(monthFirst(3));
  expect(orderOf(["  1/2/2026 "], ["3/4/2026"]).unsure).toEqual({ said: "1/2/2026", day: "2026-02-01" });
  const am = orderOf(["1/2/2026"], ["3/4/2026 12:00:00 AM"], ["5/6/2026"]);
  expect(am).toEqual({ ...sure, doubt: { monthFirst: null, english: true, turned: null } });
});

test("up to one slip in ten days that come first raises no doubt", () => {
  const right = (count: number) => Array.from({ length: count }, () => ["25/11/2026"] as const);
  expect(orderOf(...right(10), ["12/13/2026"])).toEqual(monthFirst(12));
  expect(orderOf(...right(11), ["12/13/2026"])).toEqual(sure);
  // A day with its month first says nothing of the order of its row.
  expect(orderOf(...right(10), ["02/01/2026", "01/13/2026"])).toEqual(monthFirst(12));
  // What is no day in either order tells nothing of the next one.
  expect(orderOf(["13/14/2026"], ["1/2/2026"]).unsure).toEqual({ said: "1/2/2026", day: "2026-02-01" });
});

test("in a file of month-first dates none is imported with day and month swapped", () => {
  const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (days) => {
      const census = new DayOrderCensus(["FECHA"]);
      const cells = days.map(({ month, day }) => `${month}/${day}/2026`);
      for (const [at, FECHA] of cells.entries()) census.add(at + 2, { FECHA });
      const { doubt, unsure } = census.order();
      for (const [at, { month, day }] of days.entries()) {
        const read = readDay(cells[at] ?? "", doubt);
        if (read.ok && month !== day) expect(unsure).toBeDefined();
      }
    }),
  );
});
