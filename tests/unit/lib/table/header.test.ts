import { expect, test } from "vitest";
import { columnName } from "@/lib/table/header";

test("the name of a column is its letters: no accents, no signs that do not show", () => {
  for (const written of ["TIPODCTO", " tipodcto ", "TIPODCTO\u200b", "\ufeffTIPODCTO", "TIPO\u00adDCTO"])
    expect(columnName(written), JSON.stringify(written)).toBe("TIPODCTO");
  expect(columnName("Razón social")).toBe("RAZON_SOCIAL");
});
