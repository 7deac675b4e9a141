import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCodeOf, printedCheckCode, readCheckCode } from "@/domain/order-code/check-code";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const random = fc.uint8Array({ minLength: 8, maxLength: 8 });
const codes = random.map(checkCodeOf);

test("the check codes equal the published test vectors", () => {
  const vectors: { random: string; code: string; printed: string }[] = JSON.parse(
    readFileSync("tests/vectors/check-codes.json", "utf8"),
  );
  for (const { random, code, printed } of vectors) {
    expect(checkCodeOf(Buffer.from(random, "hex"))).toBe(code);
    expect(printedCheckCode(code)).toBe(printed);
    expect(readCheckCode(printed)).toEqual({ code });
  }
});

/**
 * The proof for every code there is. What a letter adds to the sum depends on its place and on nothing else,
 * and sums are exclusive-ors. So one changed letter is caught for all codes when it is caught in one, for each
 * place and each pair of letters; two neighbours that changed places likewise.
 */
test("every single wrong character is detected", () => {
  const base = checkCodeOf(Buffer.from("5a13c7e4099b20f1", "hex"));
  let inRolledBack = 0;
  for (let at = 0; at < 9; at += 1)
    for (const letter of ALPHABET) {
      if (letter === base[at]) continue;
      inRolledBack += 1;
      expect(readCheckCode(base.slice(0, at) + letter + base.slice(at + 1))).toEqual({ fault: "wrong" });
    }
  expect(inRolledBack).toBe(9 * 31);
});

test("every swap of two neighbours is detected", () => {
  let inRolledBack = 0;
  for (let at = 0; at < 8; at += 1)
    for (const first of ALPHABET)
      for (const second of ALPHABET) {
        if (first === second) continue;
        const code = codeWith(at, first, second);
        const swapped = code.slice(0, at) + second + first + code.slice(at + 2);
        inRolledBack += 1;
        expect(readCheckCode(code)).toEqual({ code });
        expect(readCheckCode(swapped)).toEqual({ fault: "wrong" });
      }
  expect(inRolledBack).toBe(8 * 32 * 31);
});

/** A whole code with these letters at `at`; when the second is the last letter, another letter makes it fit. */
function codeWith(at: number, first: string, second: string): string {
  const letters = [..."000000000"];
  letters[at] = first;
  letters[at + 1] = second;
  for (const filler of at === 7 ? ALPHABET : "0") {
    letters[0] = at === 0 ? first : filler;
    const bytes = Buffer.from(letters.slice(0, 8).map((letter) => ALPHABET.indexOf(letter)));
    const code = checkCodeOf(bytes);
    if (at < 7 || code[8] === second) return code;
  }
  throw new Error(`no code with ${first}${second} at ${at}`);
}

test("in every code one wrong character or one swap of any two is detected", () => {
  fc.assert(
    fc.property(codes, fc.nat(8), fc.nat(8), fc.constantFrom(...ALPHABET), (code, at, other, letter) => {
      const letters = [...code];
      if (letters[at] !== letter) {
        const wrong = letters.with(at, letter).join("");
        expect(readCheckCode(wrong)).toEqual({ fault: "wrong" });
      }
      const [one = "", two = ""] = [letters[at], letters[other]];
      if (one !== two) {
        expect(readCheckCode(letters.with(at, two).with(other, one).join(""))).toEqual({ fault: "wrong" });
      }
    }),
    { numRuns: 2_000 },
  );
});

test("parsing ignores case, spaces and hyphens, and accepts O for zero, I and L for one", () => {
  fc.assert(
    fc.property(
      codes,
      fc.array(fc.constantFrom("", " ", "-", "–", " "), { minLength: 9, maxLength: 9 }),
      fc.boolean(),
      fc.constantFrom("I", "L", "i", "l"),
      (code, marks, lower, one) => {
        const mangled = [...code]
          .map((letter, at) => (lower ? letter.toLowerCase() : letter) + marks[at])
          .join("")
          .replaceAll("0", lower ? "o" : "O")
          .replaceAll("1", one);
        expect(readCheckCode(mangled)).toEqual({ code });
      },
    ),
  );
});

test("no input throws, and only complete codes are accepted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const read = readCheckCode(text);
      if ("code" in read) expect(checkCodeOf(bytesOf(read.code))).toBe(read.code);
    }),
    { numRuns: 5_000 },
  );
  expect(readCheckCode("")).toEqual({ fault: "shape" });
  expect(readCheckCode("12345678")).toEqual({ fault: "shape" });
  expect(readCheckCode("U23456789")).toEqual({ fault: "shape" });
});

function bytesOf(code: string): Buffer {
  return Buffer.from([...code.slice(0, 8)].map((letter) => ALPHABET.indexOf(letter)));
}
