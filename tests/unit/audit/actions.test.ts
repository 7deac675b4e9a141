import { expect, test } from "vitest";
import { auditActions, isAuditAction } from "@/model/audit-action";

test("an event of today is known by its name, and one of an earlier version or a word of the language is not", () => {
  expect(auditActions.every(isAuditAction)).toBe(true);
  for (const action of ["", "order", "order.Used", "order.used ", "toString"])
    expect(isAuditAction(action)).toBe(false);
});
