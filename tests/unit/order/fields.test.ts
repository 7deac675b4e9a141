import { expect, test } from "vitest";
import {
  isShown,
  isTextField,
  mapTexts,
  orderColumns,
  orderDays,
  orderFieldNames,
  orderFile,
  orderViews,
  shownFields,
} from "@/model/order-field";

test("the texts of an order are its concept and its office, and nothing else is one", () => {
  expect(orderFieldNames.filter(isTextField)).toEqual(["concept", "office"]);
  for (const name of ["value", "toString", "", "__proto__"]) expect(isTextField(name)).toBe(false);
});

test("a value is made for each text from its name", () => {
  expect(mapTexts((name) => name.toUpperCase())).toEqual({ concept: "CONCEPT", office: "OFFICE" });
});

test("a text that a provider may not see is not shown, and of those that are empty only the ones that are needed", () => {
  const shown = (least: number) => [null, "", "Prado"].map((text) => isShown({ least }, text));
  expect([shown(0), shown(1)]).toEqual([
    [false, false, true],
    [false, true, true],
  ]);
});

test("the file of the core has twelve columns, two of them days, and one more where it says the use", () => {
  expect(orderColumns.join(" ")).toBe(
    "TIPODCTO NRODCTO TIPO_ID NIT NOMBRE FECHA VENCE VALOR CONCEPTO NIT_PROVEEDOR SEDE ESTADO",
  );
  expect(orderDays).toEqual(["FECHA", "VENCE"]);
  expect([orderFile.optional, orderFile.days]).toEqual([["FECHA_USO"], ["FECHA", "VENCE", "FECHA_USO"]]);
});

test("a kind hides name, concept, first day and office, never ID, value or last day", () => {
  expect(shownFields).toEqual(["name", "concept", "issued_on", "office"]);
  expect(orderViews.sheet.length).toBe(shownFields.length + 3);
});
