import fc from "fast-check";
import { expect, test } from "vitest";
import { idReadings, readIdNumber, tailReadings } from "@/model/identity/identity-document";
import { readings } from "@/model/identity/typed";
import { charactersMissing, orderNumberReadings } from "@/model/order-number";

for (const typed of [
  "1042555318",
  "1.042.555.318",
  "1,042,555,318",
  "1'042.555.318",
  "1’042.555.318",
  "1 042 555 318",
  "1\u00a0042\u202f555\u2009318",
  "\u200b1042555318",
  "\u202a1042555318\u202c",
  "\u202d1042555318\u202c",
  "\u20661042555318\u2069",
  "\ufeff1042\u00ad555\u2060318",
  "1042-555-318",
  "1042–555−318",
  "１０４２５５５３１８",
  "C.C. 1042555318",
  "CC1042555318",
  "c.c.: 1.042.555.318",
  "NUIP 1042555318",
  "Doc. 1042555318",
  "ID: 1042555318",
  "C. C. No. 1.042.555.318",
  "Cédula de ciudadanía N° 1042555318",
  "Cédula Nº 1042555318",
  "№ 1042555318",
  "# 1042555318",
  "No. 1042555318",
  "Nro. 1042555318",
  "1O42555318",
  "1o42555318",
  "l042555318",
]) {
  test(`"${typed}" is parsed as the cédula 1042555318`, () => {
    expect(idReadings(typed)).toContain("1042555318");
    expect(readIdNumber("CC", typed)).toBe("1042555318");
  });
}

for (const typed of [
  "0004521",
  "4521",
  "No. 0004521",
  "N° 0004521",
  "Nº0004521",
  "# 4521",
  "0.004.521",
  "000-4521",
  "000 4521",
  "000/4521",
  "O004521",
  "OOO4521",
  "\u20600004521",
  "０００４５２１",
  "AS 0004521",
  "AS-0004521",
  "Orden No. AS 0004521",
  "'0004521",
]) {
  test(`"${typed}" is parsed as order 4521`, () =>
    expect(orderNumberReadings(typed, "AS")).toContain("4521"));
}

for (const typed of [
  "H0000001",
  "h0000001",
  "H-0000001",
  "H 000 0001",
  "HOOOOOO1",
  "N° H0000001",
  "AS H0000001",
])
  test(`"${typed}" is parsed as order H0000001`, () =>
    expect(orderNumberReadings(typed, "AS")).toContain("H0000001"));

test("the exact spelling is tried first, so that a removed label never hides a number with the same letters", () => {
  expect(idReadings("CC8437628")[0]).toBe("CC8437628");
  expect(readIdNumber("PA", "CC8437628")).toBe("CC8437628");
  expect(readIdNumber("CC", "CC8437628")).toBe("8437628");
  expect(readIdNumber("PA", "PA 1234567")).toBe("PA1234567");
  expect(orderNumberReadings("NO0000001", "AS")[0]).toBe("NO0000001");
  expect(orderNumberReadings("AB-12/3", "AS")[0]).toBe("AB-12/3");
});

for (const [typed, tail] of [
  ["5318", "5318"],
  ["5 318", "5318"],
  ["53-18", "5318"],
  ["５３１８", "5318"],
  ["\u202a5318\u202c", "5318"],
  ["No. 5318", "5318"],
  ["O318", "0318"],
  ["o3l8", "0318"],
  ["OOOO", "0000"],
  ["O318", "O318"],
  ["ab12", "AB12"],
  ["318", "318"],
] as const)
  test(`"${typed}" is parsed as the last four digits ${tail}`, () =>
    expect(tailReadings(typed)).toContain(tail));

test("more than four characters, or none that is a letter or digit, are not the last digits of an ID", () => {
  for (const typed of ["", " ", "--", "53189", "!?"]) expect(tailReadings(typed)).toEqual([]);
});

test("a NIT is found with and without its check digit", () => {
  for (const typed of [
    "890.102.044-1",
    "890102044 1",
    "8901020441",
    "NIT 890.102.044-1",
    "890,102,044",
    "NIT: 890102044",
  ])
    expect(idReadings(typed)).toContain("890102044");
});

test("an order number without its series letter is recognised by its format", () => {
  const series = { prefix: "H", length: 8 };
  expect(charactersMissing("0000001", "AS", series)).toBe("H0000001");
  expect(charactersMissing("1", "AS", series)).toBe("H0000001");
  expect(charactersMissing("No. 000 0001", "AS", series)).toBe("H0000001");
  expect(charactersMissing("AS 0000001", "AS", series)).toBe("H0000001");
  expect(charactersMissing("H0000001", "AS", series)).toBeNull();
  expect(charactersMissing("12345678", "AS", series)).toBeNull();
});

test("a typed text has few readings, and each is a reading of itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (typed) => {
      const found = readings(typed, ["AS"]);
      expect(found.length).toBeLessThanOrEqual(6);
      for (const reading of found) expect(readings(reading)).toContain(reading);
    }),
  );
});

test("numbers that differ in their digits never share a reading", () => {
  const number = fc.stringMatching(/^[1-9]\d{5,9}$/);
  fc.assert(
    fc.property(number, number, (one, other) => {
      fc.pre(one !== other && !one.startsWith(other) && !other.startsWith(one));
      expect(orderNumberReadings(one, "AS")).not.toContain(other);
      expect(idReadings(one)).not.toContain(other);
    }),
  );
});
