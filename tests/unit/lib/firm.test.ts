import { expect, test } from "vitest";
import { firm } from "@/lib/format/firm";

test("a telephone number and an hour have no place to break", () => {
  expect(firm("605 000 0000 o 300 123 4567")).toBe("605\u00a0000\u00a00000 o 300\u00a0123\u00a04567");
  expect(firm("de lunes a viernes, de 7 a. m. a 5:30 p.m.")).toBe(
    "de lunes a viernes, de 7\u00a0a.\u00a0m. a 5:30\u00a0p.\u00a0m.",
  );
});
