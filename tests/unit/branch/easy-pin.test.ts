import { expect, test } from "vitest";
import { isEasyPin, NameInput, NewPinInput } from "@/domain/branch/schema";

test.each([
  ["one step after another", ["123456", "654321", "890123", "135791", "000000", "777777"]],
  [
    "a repetition",
    ["121212", "123123", "112233", "111222", "838383", "902902", "828282", "887766", "888777"],
  ],
  ["a date", ["311299", "991231", "123199", "250685", "010190", "198507", "071985", "200412"]],
])("a PIN is refused when it is %s", (_, pins) => {
  expect(pins.filter((pin) => !isEasyPin(pin))).toEqual([]);
});

test("a PIN with three equal digits, a day or a month of zero, or a year in its middle is none of these", () => {
  expect(["800097", "000597", "050097", "805907", "819907"].filter(isEasyPin)).toEqual([]);
});

const padded = (number: number, length: number) => String(number).padStart(length, "0");
const upTo = (most: number) => Array.from({ length: most + 1 }, (_, number) => number);
const [digits, months, days] = [upTo(9), upTo(12).slice(1), upTo(31).slice(1)];

/** PINs that are made up of steps, repetitions, or a month and its year. */
const withoutDate = [
  ...digits.flatMap((first) =>
    digits.map((step) => Array.from({ length: 6 }, (_, at) => (first + at * step) % 10).join("")),
  ),
  ...upTo(99).map((pair) => padded(pair, 2).repeat(3)),
  ...upTo(999).map((three) => padded(three, 3).repeat(2)),
  ...upTo(999).map((three) => [...padded(three, 3)].map((digit) => digit.repeat(2)).join("")),
  ...upTo(99).map((pair) => [...padded(pair, 2)].map((digit) => digit.repeat(3)).join("")),
  ...months.flatMap((month) =>
    upTo(199).flatMap((year) => [`${1900 + year}${padded(month, 2)}`, `${padded(month, 2)}${1900 + year}`]),
  ),
];
/** Days of any year, with the day, the month or the year first. */
const dates = months.flatMap((month) =>
  days.flatMap((day) =>
    upTo(99).flatMap((year) => {
      const [dd = "", mm = "", yy = ""] = [day, month, year].map((part) => padded(part, 2));
      return [dd + mm + yy, mm + dd + yy, yy + mm + dd];
    }),
  ),
);

test("PINs that are steps, repetitions or dates are refused, and no other", () => {
  const easy = new Set([...withoutDate, ...dates]);
  const everySeventeenth = upTo(58_823).map((number) => padded(number * 17, 6));
  const wrong = [...withoutDate, ...everySeventeenth].filter((pin) => isEasyPin(pin) !== easy.has(pin));
  expect(wrong).toEqual([]);
});

test("other digits are accepted, with blanks between them, and nothing but six digits", () => {
  for (const pin of ["805937", "640983", "937 264", "48-60-91"])
    expect(NewPinInput.safeParse({ pin }).success).toBe(true);
  for (const pin of ["", "12345", "1234567", "80593a", "٨٠٥٩٣٧"])
    expect(NewPinInput.safeParse({ pin }).success).toBe(false);
});

test("a missing PIN, one of another shape and one that is guessed first have an advice each", () => {
  const advice = (pin: unknown) => NewPinInput.safeParse({ pin }).error?.issues[0]?.message;
  for (const pin of [undefined, "", "  "]) expect(advice(pin)).toBe("pinMissing");
  for (const pin of ["12345", "1234567", "80593a"]) expect(advice(pin)).toBe("pinShape");
  expect(advice("123456")).toBe("pinEasy");
  expect(NewPinInput.parse({ pin: "937 264" }).pin).toBe("937264");
  const person = "11111111-1111-4111-8111-111111111111";
  expect(NameInput.parse({ person, pin: "12-34-56" })).toEqual({ person, pin: "123456" });
});
