import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { paymentNumber } from "@/domain/payment/payment-number";
import { MakePaymentInput } from "@/domain/payment/schema";
import { addDays, bogotaDay } from "@/model/calendar";

const today = bogotaDay(new Date());
const shown = `${"a1".repeat(48)}.2.960000`;
const form = (fields: Record<string, unknown>) =>
  MakePaymentInput.safeParse({
    key: randomUUID(),
    invoices: shown,
    payOn: today,
    reference: "NOV-2026-B",
    ...fields,
  });
const faults = (fields: Record<string, unknown>) => form(fields).error?.issues.map(({ message }) => message);

test("a payment run needs invoices or all of them, a near day and a reference; each fault is said at once", () => {
  expect(form({}).data?.invoices).toEqual([{ cufe: "a1".repeat(48), version: "2.960000" }]);
  expect(faults({ invoices: undefined, reference: "" })).toEqual(["referenceMissing", "invoicesMissing"]);
  expect(form({ invoices: undefined, scope: "all.9.4320000" }).success).toBe(true);
  expect(faults({ payOn: "" })).toEqual(["payOnShape", "payOnFar"]);
  expect(faults({ payOn: addDays(today, 61) })).toEqual(["payOnFar"]);
  expect(faults({ reference: "=1+1" })).toEqual(["referenceSigns"]);
  // The paper of the run has no such letters.
  expect(faults({ reference: "付款 11" })).toEqual(["referenceSigns"]);
  expect(faults({ reference: "x".repeat(41) })).toEqual(["referenceLong"]);
});

test("a payment is named by the year in Bogotá and its serial", () => {
  expect(paymentNumber(14, new Date("2027-01-01T03:00:00Z"))).toBe("PG-2026-000014");
});
