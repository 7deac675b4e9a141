import { expect, test } from "vitest";
import { type FileRow, readEachOnce, type Seen } from "@/domain/import/batch";
import type { Fault } from "@/domain/import/cells";

type Pair = { key: string; text: string };
const reader = {
  read: (
    line: number,
    { KEY = "", TEXT = "" }: Record<string, string>,
  ): { data: Pair } | { faults: Fault[] } =>
    TEXT === "x"
      ? { faults: [{ line, column: "TEXT", cell: TEXT, code: "empty" }] }
      : { data: { key: KEY, text: TEXT } },
  keyOf: ({ key }: Pair) => key,
  textOf: ({ text }: Pair) => text,
  column: "KEY",
  example: { KEY: "0017", TEXT: "María" },
};
const row = (line: number, cells: Record<string, string> | null, more: Partial<FileRow> = {}): FileRow => ({
  line,
  cells,
  found: 2,
  expected: 2,
  ...more,
});
const read = (rows: FileRow[], seen: Seen = new Map()) =>
  readEachOnce(rows, reader, seen, (data) => data.toUpperCase());

test("a record comes once: its repetitions are counted, and a contradiction names the line of the first", () => {
  const seen: Seen = new Map();
  const first = read([row(2, { KEY: "a", TEXT: "uno" }), row(3, { KEY: "b", TEXT: "dos" })], seen);
  expect(first).toEqual({
    lines: [
      { line: 2, data: { key: "a", text: "uno" } },
      { line: 3, data: { key: "b", text: "dos" } },
    ],
    faults: [],
    repeated: 0,
  });
  // The texts are compared by their digest.
  const later = read([row(4, { KEY: "a", TEXT: "Uno" }), row(5, { KEY: "a", TEXT: "tres" })], seen);
  expect(later).toEqual({
    lines: [],
    faults: [{ line: 5, column: "KEY", cell: "a", code: "other_data", fact: "2" }],
    repeated: 1,
  });
  expect(seen.get("a")).toEqual({ line: 2, data: "UNO" });
});

test("a line with a fault of its own is no record, so that a later one is the first", () => {
  const { lines, faults } = read([row(2, { KEY: "a", TEXT: "x" }), row(3, { KEY: "a", TEXT: "uno" })]);
  expect(lines.map(({ line }) => line)).toEqual([3]);
  expect(faults).toEqual([{ line: 2, column: "TEXT", cell: "x", code: "empty" }]);
});

test("a line without its cells says how many it has, or that its letters are of another encoding", () => {
  const { faults } = read([row(2, null, { found: 7, expected: 12 }), row(3, null, { foreign: true })]);
  expect(faults).toEqual([
    { line: 2, column: "", cell: "", code: "cells", fact: "7/12" },
    { line: 3, column: "", cell: "", code: "mixed_letters" },
  ]);
});

test("the example of the template is no record, also without its zeros or in other letters; with other data it is", () => {
  const { lines, faults } = read([
    row(2, { KEY: "0017", TEXT: "María" }),
    row(3, { KEY: " 17", TEXT: "MARI\u0301A " }),
    row(4, { KEY: "0017", TEXT: "Marta" }),
    row(5, { KEY: "0018", TEXT: "María" }),
  ]);
  expect(faults).toEqual([2, 3].map((line) => ({ line, column: "", cell: "", code: "example_row" })));
  expect(lines.map(({ line }) => line)).toEqual([4, 5]);
});
