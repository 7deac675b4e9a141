import { expect, test } from "vitest";
import { kindOfFormat } from "@/lib/table/workbook-parts";

test.each([
  ["dd/mm/yyyy", "day"],
  ["[h]:mm:ss", "day"],
  ["yyyy-mm-dd hh:mm:ss.000", "day"],
  ["General", "number"],
  ["0000000", "number"],
  ['"$"#,##0;[Red]-"$"#,##0', "number"],
  ['#,##0 "días"', "number"],
  ["@", "number"],
  ["0.00E+00", "power"],
  ["#E-0", "power"],
  ['0 "E+"0', "number"],
])("a number in the format %s is a %s", (code, expected) => {
  expect(kindOfFormat(code)).toBe(expected);
});
