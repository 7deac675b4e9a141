import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanAddress, cleanCookies } from "@/lib/http/clean-address";
import { cleanForm, formValues } from "@/lib/http/form-data";
import { cleanLine, cleanText, LONGEST_TEXT, mendedText } from "@/lib/http/text";

test("text is normalised to NFC and LF, and bidirectional control characters are removed", () => {
  expect(cleanText("Jose\u0301\r\nPe\u0301rez\rx\u2028y")).toBe("José\nPérez\nx\ny");
  expect(cleanText("\u202eabc\u202c \u2066d\u2069\u200e")).toBe("abc d");
  expect(cleanText("a\tb 👨‍👩‍👧 Ñandú")).toBe("a\tb 👨‍👩‍👧 Ñandú");
  expect(cleanText("x".repeat(LONGEST_TEXT))).toHaveLength(LONGEST_TEXT);
});

test.each(["\0", "a\u0008b", "\u001b[31m", "\u007f", "\u009b", "\ud800", "\udc00x", "\ufffd", "\ufffe"])(
  "%j is refused, and shown again without the refused characters",
  (typed) => {
    expect(cleanText(typed)).toBeNull();
    expect(cleanText(mendedText(`a${typed}b`))).not.toBeNull();
  },
);

test("a letter with more marks than any language writes is refused, and shown again with the first of them", () => {
  const marks = (count: number) => "\u0301\u0323".repeat(count / 2);
  expect(cleanText(`a${marks(30)}`)).not.toBeNull();
  expect(cleanText(`a${marks(32)}`)).toBeNull();
  expect(cleanText(`a${marks(16)}\u200e${marks(16)}`)).toBeNull();
  expect(cleanText(mendedText(`a${marks(60_000)}b`))).toBe(`a${marks(30)}b`.normalize("NFC"));
});

test.each([
  "Nguyễn Thị Ngọc Ánh, Đặng Thùy Trâm",
  "க்ஷ்ரீ நிர்மலா, ನಿರ್ಮಲಾ, ความรู้, བསྒྲུབས, הַכֹּל",
  "1️⃣ #️⃣ 👩🏽‍❤️‍💋‍👨🏾 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
])("the marks of a real text pass: %s", (text) => {
  expect(cleanText(text)).toBe(text.normalize("NFC"));
  expect(cleanText(text.normalize("NFD"))).toBe(text.normalize("NFC"));
});

test("sanitised text is stable when sanitised again, whatever the input", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
      const text = cleanText(typed);
      if (text === null) return;
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(cleanText(text)).toBe(text);
    }),
    { numRuns: 5_000 },
  );
  expect(cleanText("x".repeat(LONGEST_TEXT + 1))).toBeNull();
  expect(cleanLine("a\nb")).toBeNull();
});

test.each([
  ["/ayuda", "/ayuda"],
  ["/a%20b/%C3%A1?q=a+b&x=%26", "/a%20b/%C3%A1?q=a+b&x=%26"],
  ["/e%CC%81?q=%E2%80%AEx", "/%C3%A9?q=x"],
  ["/x?a&b=&=c", "/x?a&b=&=c"],
  ["/%00", 400],
  ["/x?q=%00", 400],
  ["/x?q=%0a", 400],
  ["/%ED%A0%80", 400],
  ["/x?q=%", 400],
  ["/x?__proto__=1", 400],
  ["/x?%63onstructor[a]=1&constructor=2", 400],
  ["/x?a=1&a=2", 400],
  [`/${"x".repeat(8_192)}`, 414],
])("the URL %s is sanitised to %s", (address, sanitised) => {
  expect(cleanAddress(address)).toBe(sanitised);
});

test("malformed cookies are dropped and the others kept", () => {
  expect(cleanCookies("a=1; b=%00; c=%ED%A0%80; d=x%20y; e=%")).toBe("a=1; d=x%20y");
});

test("a form is sanitised, and returns what can be repaired", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["name", "Ana\0 Secreta"],
    ["city", "Bogota\u0301"],
    ["box", "1"],
    ["box", "2"],
    ["__proto__", "x"],
    ["__proto__", "y"],
    ["$ACTION_ID_1", "x"],
    ["password", "a\0b"],
  ] as const)
    form.append(name, value);
  const { object, faults } = cleanForm(form);
  expect(faults).toEqual({ name: "unreadable", password: "unreadable" });
  expect(object).toEqual({ name: "", city: "Bogotá", box: ["1", "2"], password: "" });
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  expect(formValues(form)).toEqual({ name: "Ana Secreta", city: "Bogotá", box: ["1", "2"] });
});
