import { expect, test } from "vitest";
import { SuspendInput, wasPreviewed } from "@/domain/provider/schema";

const provider = "00000000-0000-4000-8000-000000000000";
const typed = { provider, from: "2027-01-31", reason: "Falta la factura\nde octubre." };
const previewed = (shown: object) => wasPreviewed(SuspendInput.parse({ ...typed, ...shown }));

test("a suspension is taken only as its preview showed it", () => {
  expect(previewed({})).toBe(false);
  expect(previewed({ shownFrom: "2027-01-31", shownReason: "Falta la factura\r\nde octubre. " })).toBe(true);
  expect(previewed({ shownFrom: "31/01/2027", shownReason: typed.reason })).toBe(true);
  expect(previewed({ shownFrom: "2027-02-01", shownReason: typed.reason })).toBe(false);
  expect(previewed({ shownFrom: "2027-01-31", shownReason: "Otra cosa muy distinta." })).toBe(false);
  expect(previewed({ shownFrom: "2027-01-31", shownReason: "Faltalafacturadeoctubre." })).toBe(false);
});
