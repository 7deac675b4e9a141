import fc from "fast-check";
import { expect, test } from "vitest";
import { tailIndex } from "@/domain/order-code/tail-index";
import { tailOf } from "@/model/identity/identity-document";

const codeId = fc.uint8Array({ minLength: 8, maxLength: 8 });
const digits = fc.stringMatching(/^\d{4}$/);

test("the last four digits of an ID are the same in every spelling, and never more than four", () => {
  expect(tailOf("1.042.555.318")).toBe("5318");
  expect(tailOf("890101994-3")).toBe("1994");
  expect(tailOf("ab 123 456")).toBe("3456");
  expect(tailOf("123")).toBe("123");
  expect(tailOf("  ")).toBe("");
});

test("the index depends on the code and on the digits", () => {
  fc.assert(
    fc.property(codeId, codeId, digits, digits, (one, other, ending, another) => {
      const index = tailIndex(one, ending);
      expect(tailIndex(one, ending).equals(index)).toBe(true);
      if (!Buffer.from(one).equals(Buffer.from(other)))
        expect(tailIndex(other, ending).equals(index)).toBe(false);
      if (ending !== another) expect(tailIndex(one, another).equals(index)).toBe(false);
    }),
  );
});
