import fc from "fast-check";
import { expect, test } from "vitest";
import { allowedActions, type LivingOrder, type OrderAction, orderActions } from "@/domain/order/life";
import type { CajaActor, CajaRole } from "@/model/access";
import { orderStates } from "@/model/order-state";
import { mayMove } from "@/tests/support/order-transitions";

const actor = (role: CajaRole, personId = "ana"): CajaActor => ({
  kind: "caja",
  role,
  personId,
  sessionId: "s",
  name: "Ana",
  email: "ana@caja.example",
});
const issued: LivingOrder = {
  state: "issued",
  expired: false,
  draftedBy: "ana",
  waiting: false,
  byCore: false,
};
const someOrder = fc.record<LivingOrder>({
  state: fc.constantFrom(...orderStates),
  expired: fc.boolean(),
  draftedBy: fc.constantFrom("ana", "luis", null),
  waiting: fc.boolean(),
  byCore: fc.boolean(),
});

test("an auditor has no order actions, and a provider only the use", () => {
  const clerk = { ...actor("auditor"), kind: "provider" as const, role: "clerk" as const };
  fc.assert(
    fc.property(someOrder, (order) => {
      expect(allowedActions(actor("auditor"), order)).toEqual([]);
      const provider = {
        id: "p",
        nit: "900123456",
        checkDigit: 8,
        legalName: "P",
        suspended: false,
        applications: [],
        opensLookUp: false,
      };
      const theirs = allowedActions({ ...clerk, provider, ownProviders: [] }, order);
      expect(theirs.filter((action) => action !== "use" && action !== "undo")).toEqual([]);
    }),
  );
});

test("nobody approves or returns their own draft, and only its author issues or discards it", () => {
  fc.assert(
    fc.property(someOrder, fc.constantFrom<CajaRole>("officer", "administrator"), (order, role) => {
      const may = allowedActions(actor(role), order);
      const own = order.draftedBy === "ana";
      const forbidden: OrderAction[] = own ? ["approve", "send_back"] : ["issue", "discard", "edit", "ask"];
      expect(may.filter((action) => forbidden.includes(action))).toEqual([]);
    }),
  );
});

test("a draft's author goes on with it, and another person decides of it once it waits", () => {
  const draft = { ...issued, state: "draft" as const };
  expect(allowedActions(actor("officer"), draft)).toEqual(["edit", "ask", "issue", "discard"]);
  expect(allowedActions(actor("officer"), { ...draft, waiting: true })).toEqual(["edit", "issue", "discard"]);
  expect(allowedActions(actor("officer", "luis"), { ...draft, waiting: true })).toEqual([
    "approve",
    "send_back",
  ]);
  expect(allowedActions(actor("officer", "luis"), draft)).toEqual([]);
});

test("a dead order has no transitions; one annulled by the core can be annulled by a person for good", () => {
  expect(allowedActions(actor("officer"), { ...issued, state: "annulled", byCore: true })).toEqual([
    "annul_here",
  ]);
  expect(allowedActions(actor("officer"), issued)).toEqual([
    "deliver",
    "extend",
    "replace",
    "block",
    "annul",
  ]);
  for (const state of ["used", "annulled", "replaced"] as const)
    expect(allowedActions(actor("administrator"), { ...issued, state })).toEqual([]);
});

test("an expired order can be extended, reviewed or annulled, not delivered or replaced", () => {
  expect(allowedActions(actor("officer"), { ...issued, expired: true })).toEqual([
    "extend",
    "block",
    "annul",
  ]);
});

test("every state but replaced has an outgoing transition, and no order becomes a draft again", () => {
  for (const from of orderStates) {
    const transitions = orderStates.filter((to) => mayMove(from, to, true));
    expect(transitions.length > 0).toBe(from !== "replaced");
    expect(transitions).not.toContain("draft");
  }
  // What a person annulled, or a provider used, no file brings back.
  expect(orderStates.filter((to) => mayMove("annulled", to, false))).toEqual([]);
  expect(orderStates.filter((to) => mayMove("used", to, false))).toEqual(["delivered"]);
});

test("each action of a person names a permission", () => {
  const without = Object.entries(orderActions).filter(([, { needs }]) => needs === null);
  expect(without.map(([action]) => action)).toEqual(["unblock_to_core", "revive", "unuse"]);
});
