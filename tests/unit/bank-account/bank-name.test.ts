import { expect, test } from "vitest";
import { bankName, banks } from "@/model/bank";

test("a bank is called by its name, and one that left the list by its code", () => {
  for (const [code, name] of Object.entries(banks)) expect(bankName(code)).toBe(name);
  expect(bankName("1007")).toBe("Bancolombia");
  for (const code of ["9999", "", "constructor"]) expect(bankName(code)).toBe(code);
});
