import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { FileRow } from "@/domain/import/batch";
import { readDay, readPesos } from "@/domain/import/cells";
import { type KnownOrder, planOrder, readBatch } from "@/domain/import/plan";
import { type OrderData, type OrderState, readOrderRow } from "@/domain/import/row";
import { inspectSource } from "@/lib/table/inspect";
import { copyFile } from "@/lib/table/source";
import { readTable } from "@/lib/table/table";
import { orderColumns, orderDays } from "@/model/order-field";
import { orderCells } from "@/tests/support/factories/order";

const fixtures = path.join(import.meta.dirname, "../../fixtures");
const rules = {
  kinds: new Map([["AS", 20_000_000]]),
  agreements: new Map([["900123457", "2026-06-30"]]),
  today: "2026-11-24",
};
const same = (text: string) => text;

test("each line of the sample file with errors has the expected result", async () => {
  const file = path.join(fixtures, "ordenes-con-errores.csv");
  const { source, close } = await copyFile(file);
  onTestFinished(close);
  const { format } = await inspectSource(source);
  const rows: FileRow[] = [];
  for await (const batch of readTable(source, format, { wanted: orderColumns, days: orderDays }, 10))
    rows.push(...batch);
  const { lines, faults, repeated } = readBatch(rows, rules, new Map(), same);
  const good = new Map(lines.map(({ line, data }) => [line, data]));
  const codes: Record<string, string> = {
    "a letter O among the digits": "value_letter",
    "not above zero": "value_not_positive",
    "whole pesos only": "value_not_whole",
    "no such date": "no_such_day",
    "before FECHA": "before_start",
    empty: "empty",
    "not a number of that kind of ID": "id_shape",
    "the same order twice in this file with another value": "other_data",
    "no convenio with that NIT": "no_agreement",
    "above the largest an order can have": "value_too_large",
  };
  const unknown: Record<string, string> = {
    TIPO_ID: "unknown_id_kind",
    TIPODCTO: "unknown_kind",
    ESTADO: "unknown_state",
  };

  const expected = readFileSync(`${file.replace(".csv", "")}.expected.tsv`, "utf8")
    .trim()
    .split("\n")
    .slice(1);
  expect(expected).toHaveLength(27);
  for (const entry of expected) {
    const [number = "", listedState = ""] = entry.split("\t");
    const line = Number(number);
    const [, column = "", why = ""] = /^error (\w*):? ?(.*)$/.exec(listedState) ?? [];
    const found = faults.filter((fault) => fault.line === line);
    if (listedState.startsWith("ok")) {
      expect(good.has(line), entry).toBe(true);
      expect(found, entry).toEqual([]);
    } else if (listedState.startsWith("repeated")) {
      expect(good.has(line), entry).toBe(false);
      expect(found, entry).toEqual([]);
    } else if (listedState.startsWith("error: ")) {
      expect(found, entry).toMatchObject([{ column: "", code: "cells", fact: "7/12" }]);
    } else {
      const code = why === "unknown" ? unknown[column] : codes[why];
      expect(found, entry).toMatchObject([{ column, code }]);
    }
  }
  expect(repeated).toBe(1);
  expect(good.get(3)?.value).toBe(135_000);
  expect(good.get(4)?.value).toBe(135_000);
  expect(good.get(5)).toMatchObject({ number: "700004", numberKey: "700004" });
  expect(good.get(13)?.affiliateId).toBe("1043000012");
  expect(good.get(21)?.affiliateName).toBe('=HYPERLINK("http://x")');
  expect(good.get(25)?.issuedOn).toBe("2026-11-01");
});

test("a value is parsed in every notation of the core and of Excel", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000_000 }), (pesos) => {
      const pointed = String(pesos).replace(/\B(?=(\d{3})+$)/g, ".");
      for (const text of [String(pesos), pointed, `$ ${pointed}`, `$\u00a0${pointed}`, `$${pointed},00`])
        expect(readPesos(text, 20_000_000)).toEqual({ ok: true, value: pesos });
    }),
  );
  expect(readPesos("135,000", 20_000_000)).toMatchObject({ ok: false, code: "value_shape" });
  expect(readPesos("1.35", 20_000_000)).toMatchObject({ ok: false, code: "value_shape" });
});

test("a date is parsed as dd/mm/yyyy or ISO and never guessed", () => {
  expect(readDay("1/2/2027")).toEqual({ ok: true, value: "2027-02-01" });
  expect(readDay("2027-02-01")).toEqual({ ok: true, value: "2027-02-01" });
  expect(readDay("01/02/27")).toMatchObject({ ok: false, code: "day_shape" });
});

const row = (line: number, cells: Record<string, string>): FileRow => ({
  line,
  cells,
  found: 12,
  expected: 12,
});
const someRows = fc.array(
  fc.record({ serial: fc.nat(8), value: fc.constantFrom("135000", "135.000", "240000", "x", "") }),
  { maxLength: 40 },
);

test("each line is an order, a repetition or refused, and no order key is imported twice", () => {
  fc.assert(
    fc.property(someRows, (some) => {
      const rows = some.map(({ serial, value }, index) =>
        row(index + 2, orderCells(serial, { VALOR: value })),
      );
      const { lines, faults, repeated } = readBatch(rows, rules, new Map(), same);
      expect(lines.length + new Set(faults.map(({ line }) => line)).size + repeated).toBe(rows.length);
      expect(new Set(lines.map(({ data }) => data.numberKey)).size).toBe(lines.length);
    }),
  );
});

test("the import plan does not depend on batch boundaries", () => {
  fc.assert(
    fc.property(someRows, fc.integer({ min: 1, max: 7 }), (some, size) => {
      const rows = some.map(({ serial, value }, index) =>
        row(index + 2, orderCells(serial, { VALOR: value })),
      );
      const whole = readBatch(rows, rules, new Map(), same);
      const seen = new Map();
      const parts = [];
      for (let at = 0; at < rows.length; at += size)
        parts.push(readBatch(rows.slice(at, at + size), rules, seen, same));
      expect(parts.flatMap(({ lines }) => lines)).toEqual(whole.lines);
      expect(parts.flatMap(({ faults }) => faults)).toEqual(whole.faults);
    }),
  );
});

test("an order for a provider whose convenio ended is imported with a warning", () => {
  const { lines } = readBatch(
    [row(2, orderCells(1, { NIT_PROVEEDOR: "900123457" }))],
    rules,
    new Map(),
    same,
  );
  expect(lines).toMatchObject([{ warnings: [{ code: "agreement_ended", fact: "900123457" }] }]);
});

function order(changes: Partial<OrderData>): OrderData {
  const read = readOrderRow(2, orderCells(1), rules);
  if ("faults" in read) throw new Error("the factory's line is good");
  return { ...read.data, ...changes };
}

const orders = fc
  .record({
    value: fc.constantFrom(135_000, 240_000),
    concept: fc.constantFrom("Calzado", "Ropa"),
    state: fc.constantFrom<OrderState>("issued", "annulled", "used"),
  })
  .map(order);

const known: fc.Arbitrary<KnownOrder> = fc
  .record({
    state: fc.constantFrom<KnownOrder["state"]>(
      "issued",
      "delivered",
      "used",
      "annulled",
      "blocked",
      "replaced",
    ),
    touched: fc.boolean(),
    own: fc.boolean(),
    byCore: fc.boolean(),
    coreSaid: fc.constantFrom(null, "annulled" as const, "used" as const),
    newer: fc.boolean(),
  })
  // Only of one in review is kept what the core said.
  .map((facts) => ({ ...facts, coreSaid: facts.state === "blocked" ? facts.coreSaid : null }))
  // Only what is used up or void can be so by the core's word.
  .map((facts) => ({ ...facts, byCore: facts.byCore && ["used", "annulled"].includes(facts.state) }))
  .chain((facts) => orders.map((data) => ({ ...data, ...facts })));

test("unchanged data changes nothing, and an order used here is never changed, whatever the options", () => {
  fc.assert(
    fc.property(orders, known, fc.boolean(), (data, before, applyChanges) => {
      const { state } = before;
      const coreState = state === "used" || state === "annulled" ? state : (before.coreSaid ?? "issued");
      expect(planOrder({ ...data, ...before, state: coreState }, before, { applyChanges })).toEqual({
        kind: "same",
      });
      if (before.state === "annulled") return;
      for (const used of [{ state: "used" as const }, { touched: true }]) {
        const step = planOrder(data, { ...before, ...used, byCore: false }, { applyChanges });
        if (step.kind === "different") expect(step).toMatchObject({ apply: [], kept: "used" });
      }
    }),
  );
});

test("without options an import only voids or uses up orders in force, and those in review when the review ends", () => {
  fc.assert(
    fc.property(orders, known, (data, before) => {
      const step = planOrder(data, before, { applyChanges: false });
      if (step.kind !== "different") return;
      const inForce = ["issued", "delivered", "blocked"].includes(before.state);
      const moves = inForce && !before.touched && !["issued", before.coreSaid].includes(data.state);
      expect(step.apply).toEqual(moves ? ["state"] : []);
    }),
  );
});

test("with every option an import changes neither a printed paper nor an order in review or replaced", () => {
  fc.assert(
    fc.property(orders, known, (data, before) => {
      const step = planOrder(data, before, { applyChanges: true });
      if (step.kind !== "different") return;
      if (before.own) expect(step.apply.filter((field) => field !== "state")).toEqual([]);
      if (before.state === "annulled" && !before.byCore)
        expect(step).toMatchObject({ apply: [], kept: "voided_here" });
      if (before.state === "replaced") expect(step.apply).toEqual([]);
      if (before.state === "blocked") expect(step.apply.filter((field) => field !== "state")).toEqual([]);
    }),
  );
});

test("an order in force here and in the file is unchanged, whatever happened to its paper", () => {
  fc.assert(
    fc.property(known, fc.boolean(), (before, applyChanges) => {
      const step = planOrder(order({ ...before, state: "issued" }), before, { applyChanges });
      expect(step.kind).toBe(before.byCore || before.coreSaid ? "different" : "same");
    }),
  );
});

test("the sample file's unknown NIT has no convenio in the demonstration", () => {
  const convenios = readFileSync(path.join(import.meta.dirname, "../../../db/demo/convenios.csv"), "utf8");
  const sample = readFileSync(path.join(fixtures, "ordenes-con-errores.csv"), "utf8");
  const [, nit = ""] = /;(\d{9});CAC Prado/.exec(sample) ?? [];
  expect(nit).toHaveLength(9);
  expect(convenios).not.toContain(nit);
});
