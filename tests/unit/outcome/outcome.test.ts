import { expect, test } from "vitest";
import type { Domains } from "@/db/contract/functions.generated";
import { readableCell, readableFact } from "@/domain/import/fact";
import { requireDone } from "@/domain/outcome";
import { paperFault } from "@/domain/print/paper-fault";
import type { RefusalCode } from "@/model/refusal";

type Refused = {
  draft_outcome: Record<Exclude<Domains["draft_outcome"], "done">, RefusalCode>;
  order_outcome: Record<Exclude<Domains["order_outcome"], "done" | "asked">, RefusalCode>;
};

test("each SQL outcome of an order action becomes its refusal", () => {
  const refused = <Domain extends keyof Refused>(domain: Domain, codes: Refused[Domain]) => {
    for (const [outcome, code] of Object.entries(codes))
      expect(() => requireDone(domain, outcome as Domains[Domain]), outcome).toThrow(
        expect.objectContaining({ name: "Refusal", code }),
      );
    expect(() => requireDone(domain, "done")).not.toThrow();
    expect(() => requireDone(domain, "otra cosa" as "done")).toThrow("unknown outcome otra cosa");
  };
  refused("draft_outcome", {
    not_allowed: "not_allowed",
    not_found: "order_missing",
    state_changed: "order_state_changed",
    draft_changed: "draft_changed",
    needs_second_person: "needs_second_person",
    repeats: "repeats_order",
    same_person: "same_person",
    kind_closed: "kind_closed",
    value_too_large: "value_too_large",
    provider_needed: "provider_needed",
    provider_open: "provider_open",
    provider_without_agreement: "provider_without_agreement",
    dates_outside_rule: "dates_outside_rule",
    other_form_kept: "other_form_kept",
  });
  refused("order_outcome", {
    not_allowed: "not_allowed",
    not_found: "order_missing",
    state_changed: "order_state_changed",
    changed: "changed_since",
    order_expired: "order_expired",
    holds_more: "holds_more",
    dates_outside_rule: "dates_outside_rule",
    order_undo_waits: "order_undo_waits",
    order_use_objected: "order_use_objected",
    change_waits: "change_waits",
    change_lapsed: "change_lapsed",
    same_person: "same_person",
  });
  expect(() => requireDone("order_outcome", "asked")).not.toThrow();
});

test("each reason against printing applies exactly from its limit on", () => {
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
  expect(fault({ value: 999_999_999 })).toBeNull();
  expect(fault({ value: 1_000_000_000 })).toBe("value");
  expect(fault({ value: 2 ** 32 })).toBe("value");
  expect(fault({ texts: ["Calzado", "龍"] })).toBe("letters");
});

test("import errors are shown readably, and cell contents short and without control characters", () => {
  expect(readableFact("value_too_large", "500000").replace(/\u00a0/g, " ")).toContain("500.000");
  for (const code of ["before_start", "day_too_early", "day_too_late", "issued_long_ago"])
    expect(readableFact(code, "2026-11-28"), code).toBe("28/11/2026");
  expect(readableFact("unknown_kind", "AS, BE")).toBe("AS, BE");
  expect(readableCell("x".repeat(60))).toBe("x".repeat(60));
  expect(readableCell("x".repeat(61))).toBe(`${"x".repeat(60)}…`);
  expect(readableCell("a\u0007b\u202ec")).toBe("a?b?c");
  expect(readableCell("¿hola?")).toBe("hola");
  expect(readableCell("a ¿b?")).toBe("a ¿b?");
  expect(readableCell("¿a?b")).toBe("¿a?b");
  expect(readableCell("¿a b?")).toBe("a b");
});
