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
