import { expect, test } from "vitest";
import { dayParts, readDay } from "@/domain/import/cells";

const read = (cell: string, doubt?: Parameters<typeof readDay>[1]) => {
  const day = readDay(cell, doubt);
  return day.ok ? day.value : [day.code, day.fact].filter((part) => part !== undefined).join(" ");
};

test.each([
  ["1/2/2026", "2026-02-01"],
  ["01/12/2026", "2026-12-01"],
  ["21-11-2026", "2026-11-21"],
  ["1-11/2026", "2026-11-01"],
  ["1.2.2026", "2026-02-01"],
  ["21.12.2026", "2026-12-21"],
  ["2026-11-21", "2026-11-21"],
  ["2026/11/21", "2026-11-21"],
  ["20261121", "2026-11-21"],
  ["20260930", "2026-09-30"],
  ["21991231", "2199-12-31"],
  ["1-nov-2026", "2026-11-01"],
  ["21/NOV/2026", "2026-11-21"],
  ["21 nov. 2026", "2026-11-21"],
  ["01-SEPT-2026", "2026-09-01"],
  ["01-set-2026", "2026-09-01"],
  ["  01/11/2026\u00a0", "2026-11-01"],
  ["01/11/2026T00:00", "2026-11-01"],
  ["01/11/2026 0:00:00,000", "2026-11-01"],
])("the day %s is read as %s", (cell, day) => {
  expect(read(cell)).toBe(day);
});

test("the months have their Spanish and their English names", () => {
  const spanish = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
  const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  for (const names of [spanish, english])
    for (const [at, name] of names.entries())
      expect(read(`15-${name.toUpperCase()}-2026`), name).toBe(`2026-${String(at + 1).padStart(2, "0")}-15`);
});

test.each([
  ...["", "x01/11/2026", "01/11/2026x", "101/11/2026", "01/111/2026", "01/11/20261", "01/11/226", "01//2026"],
  ...["x1.11.2026", "1.11.2026x", "101.11.2026", "1.111.2026", "1.11.226", "1.11.20261", "1.11/2026"],
  ...["x2026-11-01", "2026-11-01x", "12026-11-01", "2026-1-01", "2026-11-1", "2026-11/01", "2026.11.01"],
  ...["120261101", "202611011", "x20261101", "20261101x", "19991101", "22001101", "20262101", "20261141"],
  ...["x1-nov-2026", "1-nov-2026x", "101-nov-2026", "1-nov-226", "1-no-2026", "1-xnov-2026", "1-novx-2026"],
  ...["1-noviembre-2026", "1-xyz-2026", "-nov-2026", "1.nov.2026", "1-nov..2026", "hoy", "01/11/2026 10:42"],
])("«%s» has no shape of a day", (cell) => {
  expect(read(cell)).toBe(cell === "" ? "empty" : "day_shape");
});

test.each([
  ["31/02/2026", "no_such_day"],
  ["02/31/2026", "no_such_day"],
  ["00/11/2026", "no_such_day"],
  ["20261901", "no_such_day"],
  ["20261131", "no_such_day"],
  ["2026-28-11", "no_such_day"],
  ["28.13.2026", "no_such_day"],
  ["11/28/2026", "no_such_day month_first"],
  ["1/13/2026", "no_such_day month_first"],
  ["01/01/1900", "1900-01-01"],
  ["1/1/1899", "day_too_early 1900-01-01"],
  ["31/12/1899", "day_too_early 1900-01-01"],
  ["31/12/2200", "2200-12-31"],
  ["1/1/2201", "day_too_late 2200-12-31"],
])("the calendar decides of %s: %s", (cell, result) => {
  expect(read(cell)).toBe(result);
});

test("a day is in doubt only where day and month could change places in a file that writes the month first", () => {
  const doubt = { monthFirst: 7, english: false, turned: null };
  for (const cell of ["11/12/2026", "12/11/2026", "1-12-2026"]) expect(read(cell, doubt)).toBe("day_order 7");
  for (const [cell, day] of [
    ["12/12/2026", "2026-12-12"],
    ["13/12/2026", "2026-12-13"],
    ["2026-11-12", "2026-11-12"],
    ["11.12.2026", "2026-12-11"],
    ["11-dic-2026", "2026-12-11"],
  ] as const)
    expect(read(cell, doubt), cell).toBe(day);
  expect(read("12/13/2026", doubt)).toBe("no_such_day month_first");
  const none = { monthFirst: null, english: false, turned: null };
  expect(read("11/12/2026 12:00 AM", none)).toBe("2026-12-11");
  const english = { monthFirst: null, english: true, turned: null };
  expect(read("11/12/2026 12:00 AM", english)).toBe("day_order");
  expect(read("11/12/2026 12:00 a. m.", english)).toBe("2026-12-11");
  expect(read("11/12/2026", english)).toBe("2026-12-11");
});

test("the parts of a day are told only where it is written in figures with the year last", () => {
  expect(dayParts(" 1/12/2026 ")).toEqual({ first: 1, second: 12, year: 2026, english: false });
  expect(dayParts("21-3-2026 12:00:00 AM ")).toEqual({ first: 21, second: 3, year: 2026, english: true });
  expect(dayParts("21-3-2026 12:00:00 a. m.")).toMatchObject({ english: false });
  for (const cell of [
    "x1/1/2026",
    "1/1/2026x",
    "111/1/2026",
    "1/111/2026",
    "1/1/226",
    "1.1.2026",
    "2026-01-01",
    "",
  ])
    expect(dayParts(cell), cell).toBeNull();
});
