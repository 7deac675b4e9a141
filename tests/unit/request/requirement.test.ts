import { expect, test } from "vitest";
import { ApplicationDocumentInput } from "@/domain/request/requirement-schema";

const typed = { application: "PROVEEDOR", name: "RUT", position: "1" };
const faults = (changes: Record<string, unknown>) =>
  (ApplicationDocumentInput.safeParse({ ...typed, ...changes }).error?.issues ?? []).map(
    ({ path, message }) => `${String(path[0])} ${message}`,
  );
const read = (changes: Record<string, unknown>) => ApplicationDocumentInput.parse({ ...typed, ...changes });

test("a document that an application asks for is new, optional and without periods where the form says nothing", () => {
  expect(read({})).toEqual({
    ...{ application: "PROVEEDOR", kind: "", version: "", sameAs: "", name: "RUT", hint: "", example: "" },
    ...{ required: false, largestAgeDays: null, renewalDays: null, position: 1, active: false },
  });
  expect(read({ required: "1", active: "on", kind: "rut", sameAs: "camara" })).toMatchObject({
    ...{ required: true, active: true, kind: "rut", sameAs: "camara" },
  });
});

test("the texts of a document lose what does not show, and are no longer than their place", () => {
  expect(read({ name: "  Ca\u0301mara \n de\tComercio ", hint: " Vigente \r\n " })).toMatchObject({
    name: "Cámara de Comercio",
    hint: "Vigente",
  });
  for (const [field, longest, message] of [
    ["name", 80, "documentName"],
    ["hint", 200, "documentText"],
    ["example", 200, "documentText"],
  ] as const) {
    expect(faults({ [field]: "x".repeat(longest) })).toEqual([]);
    expect(faults({ [field]: ` ${"x".repeat(longest)} ` })).toEqual([]);
    expect(faults({ [field]: "x".repeat(longest + 1) })).toEqual([`${field} ${message}`]);
    expect(faults({ [field]: 1 })).toEqual([`${field} ${message}`]);
  }
  expect(faults({ name: "x" })).toEqual(["name documentName"]);
  expect(faults({ name: " x " })).toEqual(["name documentName"]);
  expect(faults({ name: "xy" })).toEqual([]);
});

test.each([
  ["largestAgeDays", 1, 3650, "documentAge"],
  ["renewalDays", 30, 3650, "documentRenewal"],
  ["position", 1, 99, "documentPlace"],
])("%s goes from %i to %i, however the digits are typed", (field, least, most, message) => {
  for (const count of [least, most])
    expect(read({ [field]: ` ${count}\u200b ` })).toHaveProperty(field, count);
  const wide = { "1": "１", "30": "３０" }[least] ?? "";
  expect(read({ [field]: wide })).toHaveProperty(field, least);
  for (const wrong of [least - 1, most + 1, "1.5", "-40", "40x", "x40", "00040", "4 0"])
    expect(faults({ [field]: String(wrong) }), String(wrong)).toEqual([`${field} ${message}`]);
});

test("a place is needed; a period that is left empty is none", () => {
  expect(faults({ position: "" })).toEqual(["position documentPlace"]);
  expect(faults({ position: undefined })).toEqual(["position documentPlace"]);
  expect(read({ largestAgeDays: " ", renewalDays: "" })).toMatchObject({
    ...{ largestAgeDays: null, renewalDays: null },
  });
});
