import { expect, test } from "vitest";
import { isEasyPin, NewPinInput } from "@/domain/branch/schema";

test.each([
  ["one step after another", ["123456", "654321", "890123", "135791", "000000", "777777"]],
  ["a repetition", ["121212", "123123", "112233", "111222", "838383", "902902"]],
  ["a date", ["311299", "991231", "123199", "250685", "010190", "198507", "071985", "200412"]],
])("a PIN is refused when it is %s", (_, pins) => {
  expect(pins.filter((pin) => !isEasyPin(pin))).toEqual([]);
});

test("other digits are accepted, with blanks between them, and nothing but six digits", () => {
  for (const pin of ["805937", "640983", "937 264", "48-60-91"])
    expect(NewPinInput.safeParse({ pin }).success).toBe(true);
  for (const pin of ["", "12345", "1234567", "80593a", "٨٠٥٩٣٧"])
    expect(NewPinInput.safeParse({ pin }).success).toBe(false);
});
