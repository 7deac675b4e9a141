import fc from "fast-check";
import { expect, test } from "vitest";
import { looksScanned, mayBeOurs, readScannedText } from "@/domain/lookup/scanned-text";
import { CounterInput } from "@/domain/lookup/schema";
import { CODE_BYTES, codeUrl, encodeCodeBody } from "@/domain/order-code/code";

const here = "https://proveedores.caja.example";
const bytes = (() => {
  const body = encodeCodeBody({
    issuer: 1,
    keyId: 1,
    kindNumber: 1,
    codeId: new Uint8Array(8).fill(7),
    issuedOn: "2026-11-24",
    validUntil: "2026-12-15",
    value: 480_000,
    holderTag: new Uint8Array(8).fill(9),
  });
  const whole = new Uint8Array(CODE_BYTES);
  whole.set(body ?? []);
  return whole;
})();
const url = codeUrl(here, bytes);
/** As a scanner set to the United States types into a Spanish keyboard. */
const mangled = url.replaceAll("-", "'").replaceAll("/", "-").replaceAll(":", "Ñ");

test("a URL in any case, one typed with a Spanish layout, and the bare code are the same code", () => {
  const letters = url.slice(url.lastIndexOf("/") + 1);
  for (const text of [url, url.toLowerCase(), ` ${url}\n`, mangled, mangled.toLowerCase(), letters]) {
    expect(readScannedText(text, here)).toMatchObject({ read: { found: "code", bytes }, certain: true });
  }
});

test("the same code under another URL is parsed and marked as uncertain", () => {
  expect(readScannedText(codeUrl("https://antes.example", bytes), here)).toMatchObject({
    read: { found: "code", bytes },
    certain: false,
  });
});

test("a text that is no code is never parsed as one", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(readScannedText(text, here).read.found).not.toBe("code");
    }),
  );
  for (const text of ["https://pagos.example/x", "WIFI:S:red;;", "1042555318", "https://otra.example/V/ABC"])
    expect(mayBeOurs(text, here)).toBe(false);
});

test("a number, an ID or a name typed in a field is not taken for a scan; a URL and a long code are", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9. -]{0,30}$/), (text) => {
      expect(looksScanned(text)).toBe(false);
    }),
  );
  for (const text of [url, mangled, mangled.toLowerCase(), "http://otra.example", url.slice(-148)])
    expect(looksScanned(text)).toBe(true);
});

test("the look-up form recognises a code in any field, and treats numbers as before", () => {
  const typed = { idNumber: "1042555318", kindCode: "AS", number: "0004521" };
  expect(CounterInput.parse(typed)).toMatchObject({ way: "typed", ...typed });
  expect(CounterInput.parse({ ...typed, number: url })).toEqual({ way: "code", code: url });
  expect(CounterInput.parse({ idNumber: mangled, kindCode: "AS", number: "" })).toEqual({
    way: "code",
    code: mangled,
  });
  expect(CounterInput.parse({ ...typed, code: url })).toEqual({ way: "code", code: url });
  const empty = CounterInput.safeParse({ ...typed, number: "", code: "" });
  expect(empty.error?.issues[0]).toMatchObject({ path: ["number"], message: "numberMissing" });
});

const letters = url.slice(-148);

test.each([
  [`https://antes.example/v/${letters}`, "code"],
  [` https://antes.example/V/${letters}\n`, "code"],
  [`HTTPSÑ--ANTES.EXAMPLE-V-${letters}`, "code"],
  [`https://antes.example/v/${letters}A`, "foreign"],
  [`https://antes.example/v/${letters.slice(1)}`, "foreign"],
  [`https://antes.example/v/x/${letters}`, "foreign"],
  [`https://antes.example/v/${letters}/x`, "foreign"],
  [`https://antes.example/w/${letters}`, "foreign"],
  [`https://antes.example/${letters}`, "foreign"],
  [`https://antes.example/xv${letters}`, "foreign"],
])("under another address, %s is read as %s", (text, found) => {
  const { read, certain } = readScannedText(text, here);
  expect([read.found, certain]).toEqual([found, found === "foreign"]);
  expect(mayBeOurs(text, here)).toBe(found === "code");
});

test.each([
  [` ${url} `, true],
  ["HTTP://x", true],
  ["httpsÑ--x", true],
  [`  ${letters.slice(0, 40)}  `, true],
  [letters.toLowerCase(), true],
  [letters.slice(0, 39), false],
  [`${letters}1`, false],
  [`1${letters}`, false],
  ["https:// ", false],
  ["https:/x", false],
  ["https", false],
  ["No. https://x", false],
  ["ftp://x", false],
])("whether %j in a field of a look-up is a scan: %s", (text, is) => {
  expect(looksScanned(text)).toBe(is);
});

test("what the page read as a code comes before what stands in the fields, and the number before the ID", () => {
  const typed = { idNumber: mangled, kindCode: "AS", number: url };
  expect(CounterInput.parse(typed)).toEqual({ way: "code", code: url });
  expect(CounterInput.parse({ ...typed, code: "otro" })).toEqual({ way: "code", code: "otro" });
  // An empty field of the page, or one that is no text, says nothing.
  for (const code of ["", undefined, 7])
    expect(CounterInput.parse({ ...typed, code })).toMatchObject({ code: url });
  expect(CounterInput.parse({ ...typed, number: 7 })).toEqual({ way: "code", code: mangled });
  const kept = { idNumber: "1042555318", kindCode: "AS", number: "0004521" };
  expect(CounterInput.parse({ ...kept, code: "" })).toMatchObject({ way: "typed", ...kept });
});

test("a code that was scanned into the field of the ID counts where no number came", () => {
  expect(CounterInput.parse({ idNumber: url, kindCode: "AS" })).toEqual({ way: "code", code: url });
  expect(CounterInput.safeParse({ idNumber: "1042555318", kindCode: "AS" }).success).toBe(false);
});
