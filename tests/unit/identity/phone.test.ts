import { expect, test } from "vitest";
import { formatIdNumber, formatPhone } from "@/model/identity/format";
import { isMobile, parsePhone } from "@/model/identity/phone";

test.each([
  "3001234567",
  "(300) 123-45/67",
  "300.123,45'67",
  "300_123’4567",
  "+57 300 123 4567",
  "0057 300 123 4567",
  "57 300 123 4567",
  "Tel: 300 123 4567",
  "teléfono # 300 123 4567",
  "Cel 3001234567",
  "Celular: +57 3001234567",
  "Móvil 3001234567",
  "WhatsApp: 3001234567",
  "Fijo 3OOI234567",
])("the phone %j is +573001234567", (typed) => {
  expect(parsePhone(typed)).toBe("+573001234567");
});

test.each([
  "",
  "Tel",
  "300123456",
  "30012345678",
  "x3001234567",
  "3001234567x",
  "300tel1234567",
  "300+571234567",
  "57300123456",
  "5730012345678",
  "57573001234567",
  "4001234567",
  "6091234567",
  "605323500",
])("%j is no phone of the country", (typed) => {
  expect(parsePhone(typed)).toBeNull();
});

test("each zone of fixed phones is known", () => {
  const zones = Array.from("0123456789").filter((zone) => parsePhone(`60${zone}3235000`));
  expect(zones).toEqual([..."1245678"]);
});

test("only a mobile of the country is a mobile, and only a phone of the country is written as one", () => {
  const others = ["+576053235000", "x+573001234567", "+5730012345678", "+57300123456", "3001234567"];
  expect(["+573001234567", ...others].filter(isMobile)).toEqual(["+573001234567"]);
  expect(["+573001234567", ...others].map(formatPhone)).toEqual([
    ...["300 123 4567", "(605) 323 5000", ...others.slice(1)],
  ]);
});

test("digits are written in groups of three from the end, and nothing else is touched", () => {
  expect(["12", "123", "1234", "1042555318", "AB1234", "1234AB", ""].map(formatIdNumber)).toEqual([
    ...["12", "123", "1.234", "1.042.555.318", "AB1234", "1234AB", ""],
  ]);
});
