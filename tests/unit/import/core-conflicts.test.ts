import { expect, test } from "vitest";
import { planOrder } from "@/domain/import/plan";
import { type OrderData, readOrderRow } from "@/domain/import/row";
import { orderCells } from "@/tests/support/factories/order";

const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };

function order(changes: Partial<OrderData>): OrderData {
  const read = readOrderRow(2, orderCells(1), rules);
  if ("faults" in read) throw new Error("the factory's line is good");
  return { ...read.data, ...changes };
}

test("a use or annulment by the core is reversed by the core: applied on request, otherwise listed", () => {
  const core = { touched: false, own: false, byCore: true, coreSaid: null, newer: false };
  const [used, void_] = [order({ state: "used" }), order({ state: "annulled" })];
  for (const known of [used, void_])
    for (const coreState of ["issued", "annulled", "used"] as const) {
      if (known.state === coreState) continue;
      for (const applyChanges of [true, false])
        expect(planOrder(order({ state: coreState }), { ...known, ...core }, { applyChanges })).toEqual({
          kind: "different",
          apply: applyChanges ? ["state"] : [],
          held: applyChanges ? [] : ["state"],
          kept: null,
        });
    }
});

test("what the core voids or uses up during a review is stored until the review ends; other changes wait", () => {
  const facts = { state: "blocked" as const, touched: false, own: false, byCore: false, newer: false };
  const step = (line: Partial<OrderData>, coreSaid: "annulled" | "used" | null, more = {}) =>
    planOrder(order(line), { ...order({}), ...facts, coreSaid, ...more }, { applyChanges: false });
  for (const state of ["annulled", "used"] as const) {
    expect(step({ state }, null)).toEqual({ kind: "different", apply: ["state"], held: [], kept: null });
    expect(step({ state }, state)).toEqual({ kind: "same" });
    expect(step({ state: "issued" }, state)).toMatchObject({ apply: [], held: ["state"], kept: "blocked" });
    // What a shop used of it stays, and so does the order.
    expect(step({ state }, null, { touched: true })).toMatchObject({ apply: [], kept: "used" });
  }
  expect(step({ state: "used" }, "annulled")).toMatchObject({ apply: ["state"] });
  expect(step({ state: "issued" }, null)).toEqual({ kind: "same" });
  expect(step({ state: "annulled", concept: "Otro" }, null)).toEqual({
    kind: "different",
    apply: ["state"],
    held: ["concept"],
    kept: "blocked",
  });
});

test("an order changed since the confirmed preview is left unchanged, unless the core voids or uses it up", () => {
  const facts = { touched: false, own: false, byCore: false, coreSaid: null, newer: true };
  const step = (line: Partial<OrderData>, applyChanges = true) =>
    planOrder(order(line), { ...order({ state: "issued" }), ...facts }, { applyChanges });
  expect(step({ concept: "Otro" })).toEqual({
    kind: "different",
    apply: [],
    held: ["concept"],
    kept: "since_preview",
  });
  expect(step({ state: "annulled" })).toMatchObject({ apply: ["state"], kept: null });
  expect(step({ state: "annulled", concept: "Otro" })).toMatchObject({
    apply: ["state"],
    held: ["concept"],
    kept: "since_preview",
  });
  // Where nothing else was asked for, the tick of the next rehearsal decides.
  expect(step({ concept: "Otro" }, false)).toMatchObject({ apply: [], kept: null });
});
