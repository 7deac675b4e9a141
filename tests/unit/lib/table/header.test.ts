import { expect, test } from "vitest";
import { columnName } from "@/lib/table/header";

test("a column name is matched by its letters, without accents and invisible characters", () => {
  for (const written of ["TIPODCTO", " tipodcto ", "TIPODCTO\u200b", "\ufeffTIPODCTO", "TIPO\u00adDCTO"])
    expect(columnName(written), JSON.stringify(written)).toBe("TIPODCTO");
  expect(columnName("Razón social")).toBe("RAZON_SOCIAL");
});
