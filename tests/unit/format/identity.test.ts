import { expect, test } from "vitest";
import { formatIdNumber, formatNit, formatPhone } from "@/lib/format/identity";

test("IDs, NITs and phones are written as people write them", () => {
  expect(formatIdNumber("1042555318")).toBe("1.042.555.318");
  expect(formatIdNumber("AB123456")).toBe("AB123456");
  expect(formatNit("900123456", 8)).toBe("900.123.456-8");
  expect(formatPhone("+573001234567")).toBe("300 123 4567");
  expect(formatPhone("018000123")).toBe("018000123");
});
