import { expect, test } from "vitest";
import { bad, good, namesNothing, readCell } from "@/domain/import/cells";
import { MERGED, NO_RESULT } from "@/lib/table/cell";

const taken = (cell: string) => {
  const read = readCell(cell, good);
  return read.ok ? read.value : `${read.code} ${read.fact}`;
};
const refused = (cell: string) => {
  const read = readCell<string>(cell, () => bad("day_shape", "why"));
  return read.ok ? read.value : `${read.code} ${read.fact}`;
};

test.each([
  [`¿${NO_RESULT}?`, "result"],
  [`¿${MERGED}?`, "merged"],
  ["¿2026-11-01?", "day"],
  ["¿2026-11-01T10:42:00?", "day"],
  ["¿#N/A?", "#N/A"],
  ["¿#¡VALOR!?", "#¡VALOR!"],
  [`¿#${"A".repeat(40)}?`, `#${"A".repeat(19)}`],
  ["¿12345?", "rounded"],
  ["¿-1043000001?", "rounded"],
  ["¿1.04e+21?", "rounded"],
  ["¿1E+21?", "rounded"],
  ["#DIV/0!", "#DIV/0!"],
  ["Err:502", "Err:502"],
  ["###", "###"],
])("the cell %s is damaged by a spreadsheet: %s", (cell, kind) => {
  expect(taken(cell)).toBe(`odd_cell ${kind}`);
});

test.each([
  "¿1?",
  "¿1234?",
  "¿true?",
  "¿x12345?",
  "¿x2026-11-01?",
  "¿206-11-01?",
  "¿2026-1-01?",
  "¿x#N/A?",
  "¿#A1?",
  "¿#?",
])("what the damaged cell %s holds is not repeated in its error", (cell) => {
  expect(taken(cell)).toBe("odd_cell ");
});

test("a placeholder of a program is no data, and is named without its spaces", () => {
  for (const cell of [" NULL ", "[nan]", "N/A", "\\N", "#N/D "])
    expect(taken(cell)).toMatch(/^(?:no_data_word \S+|odd_cell #N\/D)$/);
  expect(taken(" NULL ")).toBe("no_data_word NULL");
});

test("a refused cell that is a formula or begins with an apostrophe is refused for that", () => {
  expect(refused("=A1")).toBe("odd_cell formula");
  expect(refused(" \t=A1")).toBe("odd_cell formula");
  for (const sign of ["'", "’", "`"]) {
    expect(refused(`${sign}0810022`)).toBe("odd_cell apostrophe");
    expect(refused(`  ${sign}Ana`)).toBe("odd_cell apostrophe");
    expect(refused(`${sign}-1`)).toBe("day_shape why");
    expect(refused(`x${sign}1`)).toBe("day_shape why");
  }
  expect(refused('=HYPERLINK("http://x")')).toBe("odd_cell formula");
  expect(refused("x=A1")).toBe("day_shape why");
  expect(refused("15/15/15")).toBe("day_shape why");
});

test("a formula is refused in every cell, also where a text would be read", () => {
  for (const cell of [
    "=A1",
    "=B2&C2",
    " =BUSCARV(A2,H:I,2,0)",
    "=",
    "+A1",
    " +$B$12 ",
    '=SI(A1="x";"y")',
    '=A1&("x")',
  ])
    expect(taken(cell)).toBe("odd_cell formula");
  for (const cell of ["+57", "+A", "+57 A1", "A=1", "A1+", '=HYPERLINK("http://x")', '=HYPERLINK("x";"Ana")'])
    expect(taken(cell)).toBe(cell);
});

test("a cell of signs that do not show is not empty", () => {
  for (const cell of ["\ufeff", " \ufeff ", "\f", "\v"])
    expect(taken(cell)).toBe("control_characters undefined");
  for (const cell of ["", " ", "\u00a0", "\t", "\n"]) expect(taken(cell)).toBe(cell);
});

test.each([
  ...[
    "",
    "  ",
    "--",
    " === ",
    "-=_*",
    "TOTAL",
    "Totales",
    "total: 12 órdenes",
    "Subtotal",
    "GRAN TOTAL",
    "Gran  total general",
  ],
  ...["NOMBRE", "nombre", " Nombre "],
])("«%s» in the column of names names nobody", (cell) => {
  expect(namesNothing("NOMBRE", cell)).toBe(true);
});

test.each([
  "Ana",
  "-",
  "x--",
  "--x",
  "Totalmente",
  "El total",
  "Granada total",
  "NIT",
  "subx total",
  "Teotal",
])("«%s» in the column of names names somebody", (cell) => {
  expect(namesNothing("NOMBRE", cell)).toBe(false);
});
