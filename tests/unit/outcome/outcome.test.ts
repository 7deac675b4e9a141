import { expect, test } from "vitest";
import { readableFact, readableSaid } from "@/domain/import/fact";
import { requireOrderDone } from "@/domain/outcome";
import { paperFault } from "@/domain/print/paper-fault";

test("what the functions of an order's life say is the refusal that a person reads", () => {
  const said: Record<string, string> = {
    not_allowed: "not_allowed",
    not_found: "order_missing",
    state_changed: "order_state_changed",
    draft_changed: "draft_changed",
    needs_second_person: "needs_second_person",
    repeats: "repeats_order",
    change_waits: "change_waits",
    change_lapsed: "change_lapsed",
    same_person: "same_person",
    order_expired: "order_expired",
    kind_closed: "kind_closed",
    value_too_large: "value_too_large",
    provider_needed: "provider_needed",
    provider_open: "provider_open",
    provider_without_agreement: "provider_without_agreement",
    dates_outside_rule: "dates_outside_rule",
  };
  expect(() => requireOrderDone("done")).not.toThrow();
  for (const [outcome, code] of Object.entries(said))
    expect(() => requireOrderDone(outcome), outcome).toThrow(
      expect.objectContaining({ name: "Refusal", code }),
    );
  expect(() => requireOrderDone("otra cosa")).toThrow("unknown outcome otra cosa");
});

test("what keeps an order from paper, on both sides of its limits", () => {
  const order = { issuedOn: "2026-11-28", validUntil: "2026-12-01", value: 1, texts: ["Ñandú", "Łódź"] };
  const fault = (changes: Partial<typeof order>) => paperFault({ ...order, texts: ["Calzado"], ...changes });
  expect(fault({})).toBeNull();
  expect(fault({ issuedOn: "2020-01-01" })).toBeNull();
  expect(fault({ issuedOn: "2019-12-31" })).toBe("dates");
  expect(fault({ validUntil: "2026-11-28" })).toBeNull();
  expect(fault({ validUntil: "2026-11-27" })).toBe("dates");
  expect(fault({ validUntil: "2199-06-06" })).toBeNull();
  expect(fault({ validUntil: "2199-06-07" })).toBe("dates");
  expect(fault({ value: 0 })).toBe("value");
  expect(fault({ value: 2 ** 32 })).toBe("value");
  expect(fault({ texts: ["Calzado", "龍"] })).toBe("letters");
});

test("facts of a fault are read as people write them, and what a cell said is short and harmless", () => {
  expect(readableFact("value_too_large", "500000").replace(/\u00a0/g, " ")).toContain("500.000");
  for (const code of ["before_start", "day_too_early", "day_too_late", "issued_long_ago"])
    expect(readableFact(code, "2026-11-28"), code).toBe("28/11/2026");
  expect(readableFact("unknown_kind", "AS, BE")).toBe("AS, BE");
  expect(readableSaid("x".repeat(60))).toBe("x".repeat(60));
  expect(readableSaid("x".repeat(61))).toBe(`${"x".repeat(60)}…`);
  expect(readableSaid("a\u0007b\u202ec")).toBe("a?b?c");
  expect(readableSaid("¿hola?")).toBe("hola");
  expect(readableSaid("a ¿b?")).toBe("a ¿b?");
});
