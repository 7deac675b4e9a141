import { expect, test } from "vitest";
import { planOrder } from "@/domain/order/import/plan";
import { type OrderData, readOrderRow } from "@/domain/order/import/row";
import { orderCells } from "@/tests/support/factories/order";

const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };

function order(changes: Partial<OrderData>): OrderData {
  const read = readOrderRow(2, orderCells(1), rules);
  if ("faults" in read) throw new Error("the factory's line is good");
  return { ...read.data, ...changes };
}

test("what the core used up or voided the core takes back: applied when asked, else listed", () => {
  const core = { touched: false, own: false, byCore: true };
  const [used, void_] = [order({ state: "used" }), order({ state: "annulled" })];
  for (const known of [used, void_])
    for (const said of ["issued", "annulled", "used"] as const) {
      if (known.state === said) continue;
      for (const applyChanges of [true, false])
        expect(planOrder(order({ state: said }), { ...known, ...core }, { applyChanges })).toEqual({
          kind: "different",
          apply: applyChanges ? ["state"] : [],
          held: applyChanges ? [] : ["state"],
          kept: null,
        });
    }
});
