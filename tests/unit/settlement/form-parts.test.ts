import { expect, test } from "vitest";
import { canSettle } from "@/domain/settlement/rules";
import { readPeriod, SettleInput } from "@/domain/settlement/schema";
import { branchTotals, totalOf } from "@/domain/settlement/totals";
import { settlementStates } from "@/model/settlement";

const use = "018f0000-0000-4000-8000-000000000001";
const form = { providerId: use, uses: use, to: "legalized" };
const read = (typed: Record<string, unknown>) => SettleInput.parse({ ...form, ...typed });
const faults = (typed: Record<string, unknown>) =>
  (SettleInput.safeParse({ ...form, ...typed }).error?.issues ?? []).map(
    ({ path, message }) => `${String(path[0])} ${message}`,
  );

test("from each state a use moves only to these", () => {
  const moves = settlementStates.map((from) => [from, settlementStates.filter((to) => canSettle(from, to))]);
  expect(Object.fromEntries(moves)).toEqual({
    open: ["legalized", "objected"],
    legalized: ["invoiced", "objected"],
    invoiced: ["objected"],
    objected: ["legalized"],
    paid: [],
  });
});

test.each([
  ["2026-11-05", undefined, { from: "2026-11-05", to: "2026-11-25" }],
  [undefined, "2026-10-15", { from: "2026-10-01", to: "2026-10-15" }],
  [" 2026-10-02 ", "2026-10-15 ", { from: "2026-10-02", to: "2026-10-15" }],
  ["2026-12-03", undefined, { from: "2026-11-25", to: "2026-12-03" }],
  [["2026-10-02"], 20261015, { from: "2026-11-01", to: "2026-11-25" }],
  ["2026-10-32", "ayer", { from: "2026-11-01", to: "2026-11-25" }],
  ["2025-11-24", "2026-11-25", { from: "2026-11-01", to: "2026-11-25" }],
])("the days %j and %j of an address, on 25 November 2026, are the period %j", (from, to, period) => {
  expect(readPeriod((name) => ({ from, to })[name], "2026-11-25")).toEqual(period);
});

test("a ticked use brings the version that its page showed, and pages of before did not", () => {
  expect(read({ uses: `${use}.open_1.a` }).uses).toEqual([{ id: use, version: "open_1.a" }]);
  expect(read({ uses: [use, use] }).uses).toEqual([
    ...[
      { id: use, version: "" },
      { id: use, version: "" },
    ],
  ]);
  for (const wrong of ["-".repeat(36), `${use}.`, `x${use}`, `${use}x`, `${use}.${"a".repeat(31)}`])
    expect(SettleInput.safeParse({ ...form, uses: wrong }).success, wrong).toBe(false);
});

test("all uses of a state are named by how many and how much the page counted; nothing ticked is none", () => {
  expect(read({}).scope).toBe("marked");
  for (const state of ["open", "legalized", "invoiced", "objected"])
    expect(read({ uses: [], scope: `${state}.2.500` }).scope).toEqual({ state, uses: 2, amount: 500 });
  for (const scope of ["open.2", "open.2.500.1", "xopen.2.500", "open.1234567.1", "open.x.1"])
    expect(SettleInput.safeParse({ ...form, scope }).success, scope).toBe(false);
  for (const uses of [undefined, "", []]) expect(faults({ uses })).toEqual(["uses usesMissing"]);
});

test("what an invoice needs is asked of an invoice alone, and a reason of an objection", () => {
  expect(faults({ invoice: "?", cufe: "?", value: "?", reason: "x" })).toEqual([]);
  const invoice = { to: "invoiced", invoice: "fe 2041", cufe: "a".repeat(96), value: "1" };
  expect(faults(invoice)).toEqual([]);
  expect(read(invoice)).toMatchObject({ invoice: "fe-2041", value: 1 });
  expect(faults({ ...invoice, invoice: "?" })).toEqual(["invoice invoiceShape"]);
  expect(faults({ ...invoice, cufe: "g".repeat(96) })).toEqual(["cufe cufeShape"]);
  for (const value of [" ", "0", "x"]) expect(faults({ ...invoice, value })).toEqual(["value valueShape"]);
  expect(faults({ to: "objected", reason: "a  b  c  d  e" })).toEqual(["reason reasonMissing"]);
  expect(faults({ to: "objected", reason: "x".repeat(10) })).toEqual([]);
  expect(faults({ reason: "x".repeat(600) })).toEqual([]);
  expect(faults({ reason: "x".repeat(601) })).toEqual(["reason reasonLong"]);
});

test("a reason is one line in composed letters; an amount that is not typed is none", () => {
  expect(read({ reason: " el  precio\nno e\u0301s " }).reason).toBe("el precio no és");
  expect(read({ value: " " }).value).toBeNull();
  expect(read({ value: "$ 1.000" }).value).toBe(1_000);
});

test("the page to come back to is what it showed, and what is no such page is left out", () => {
  const shown = { from: "2026-11-01", until: "2026-11-25", state: "open", size: "50" };
  expect(read(shown)).toMatchObject(shown);
  const { from, until, state, size } = read({ from: "x", until: "2026-02-30", state: "x", size: "7" });
  expect([from, until, state, size]).toEqual([undefined, undefined, undefined, undefined]);
});

test("sums of no use are zero, and two unnamed branches stay apart", () => {
  expect(totalOf([])).toEqual({ uses: 0, amount: 0 });
  const sum = (branchId: string | null, branch: string | null, amount: number) => ({
    ...{ branchId, branch, uses: 1, amount },
  });
  const sums = [
    sum(null, null, 1),
    sum("b", "Ñame", 2),
    sum("a", "Norte", 4),
    sum(null, null, 8),
    sum("b", "Ñame", 16),
  ];
  expect(branchTotals(sums)).toEqual([
    { branch: "Norte", uses: 1, amount: 4 },
    { branch: "Ñame", uses: 2, amount: 18 },
    { branch: null, uses: 2, amount: 9 },
  ]);
});
