import { expect, test } from "vitest";
import { esCO } from "@/messages/es-CO";
import { productFiles } from "../support/files";

const files = productFiles(/^(app|components|db|domain|model|lib|scripts)\/.*\.(tsx?|mjs|sql)$/);
const product = files.map(({ text }) => text).join("\n");
/** Words, and the hyphenated and dotted ones that are keys too: "order.annulled". */
const words = new Set(product.match(/[\w$]+/g));
const joined = new Set(product.match(/[\w$]+(?:[-.][\w$]+)+/g));
/** Lists that are shown whole, so that no key is named in the code. */
const listed = new Set(
  [...product.matchAll(/Object\.(?:keys|values|entries)\(([^)]*)\)/g)].flatMap(
    ([, inside = ""]) => inside.match(/[\w$]+/g) ?? [],
  ),
);

function keysOf(texts: object, above: readonly string[] = []): string[][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "object" && text !== null && !Array.isArray(text)
      ? keysOf(text, [...above, key])
      : [[...above, key]],
  );
}

test("every message key is used somewhere", () => {
  const unused = keysOf(esCO)
    .filter((path) => {
      const key = path.at(-1) ?? "";
      return !(!/\w/.test(key) || words.has(key) || joined.has(key) || listed.has(path.at(-2) ?? ""));
    })
    .map((path) => path.join(" › "));
  expect(unused).toEqual([]);
});

test('no text puts a full stop behind a moment, which may end with one ("12:15 a. m.")', () => {
  const wrong = productFiles(/^messages\/.*\.ts$/)
    .filter(({ text }) => /\$\{\w*[wW]hen\}\./.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});
