import { expect, test } from "vitest";
import { currentDetail } from "@/app/admin/bitacora/older-detail";

test("filters that an older event kept by the words of the address are shown by their codes", () => {
  const older = { count: 2, page: 1, filters: { proveedor: "900765432", estado: "vigente", impresa: "no" } };
  expect(currentDetail({ detail: older })).toEqual({
    ...{ count: 2, page: 1 },
    filters: { providerNit: "900765432", standing: "current", printed: false },
  });
});

test.each([
  { filters: { providerNit: "900765432", standing: "current" }, page: 1 },
  { filters: { from: "2026-11-01", to: "2026-11-28", result: "used" }, format: "csv" },
  { filters: {} },
  { filters: null },
  { filters: "x" },
  { reason: "texto" },
])("%j is shown as it is", (detail) => {
  expect(currentDetail({ detail })).toEqual(detail);
});
