import { expect, test } from "vitest";
import { receiptNumber } from "@/domain/use/receipt-number";

test("a receipt's number has the year in Bogotá and six digits or more", () => {
  expect(receiptNumber(123, new Date("2027-01-01T04:59:59Z"))).toBe("U-2026-000123");
  expect(receiptNumber(1_234_567, new Date("2027-01-01T05:00:00Z"))).toBe("U-2027-1234567");
});
