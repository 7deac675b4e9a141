import { expect, test } from "vitest";
import { adminAlarms as english } from "@/messages/en/caja-alarms";
import { adminAlarms as spanish } from "@/messages/es-CO/caja-alarms";

test.each([spanish, english])(
  "a sentence ends with one full stop, also after a company name that ends with one",
  ({ miss }) => {
    expect(miss(30, "x", "x", "Óptica Visión Caribe S.A.S.")).toMatch(/[^.]\.[^.]\.$|S\.A\.S\.$/);
    expect(miss(30, "x", "x", "Óptica Visión Caribe S.A.S.")).not.toContain("..");
    expect(miss(30, "x", "x", "El Tornillo")).toMatch(/Tornillo\.$/);
  },
);
