import { expect, test } from "vitest";
import { searchedText } from "@/domain/manual/chapter";
import { folded, holds, marked, wordsOf } from "@/domain/manual/search";
import { readBlocks, textOf } from "@/domain/manual/text";

test("a chapter's lines become paragraphs, steps, points and pictures", () => {
  const text = "Uno.\n\n1. Abra\n1. Cierre\n- rojo\n- verde\n! foto\n-sin espacio\n1.sin\na - b";
  expect(readBlocks(text)).toEqual([
    { kind: "paragraph", runs: [{ text: "Uno." }] },
    { kind: "steps", items: [[{ text: "Abra" }], [{ text: "Cierre" }]] },
    { kind: "points", items: [[{ text: "rojo" }], [{ text: "verde" }]] },
    { kind: "picture", name: "foto" },
    { kind: "paragraph", runs: [{ text: "-sin espacio" }] },
    { kind: "paragraph", runs: [{ text: "1.sin" }] },
    { kind: "paragraph", runs: [{ text: "a - b" }] },
  ]);
  expect(readBlocks("")).toEqual([]);
});

test.each([
  ["**Entrar**", [{ text: "Entrar", strong: true }]],
  [
    "Presione **Entrar** y **Salir**.",
    [
      { text: "Presione " },
      { text: "Entrar", strong: true },
      { text: " y " },
      { text: "Salir", strong: true },
      { text: "." },
    ],
  ],
  ["Vea [esto](#inicio)", [{ text: "Vea " }, { text: "esto", to: "#inicio" }]],
  [
    "[a](b)[c](d)",
    [
      { text: "a", to: "b" },
      { text: "c", to: "d" },
    ],
  ],
  ["2 * 3 [no] (es)", [{ text: "2 * 3 [no] (es)" }]],
])("the line %j is read with its strong words and links", (line, runs) => {
  expect(readBlocks(line)).toEqual([{ kind: "paragraph", runs }]);
});

test("all that a block says can be searched, a picture says nothing", () => {
  const [paragraph, steps, points, picture] = readBlocks(
    "Vea **esto** [aquí](x)\n1. a\n1. **b**\n- c\n- d\n! foto",
  );
  expect([paragraph, steps, points, picture].map((block) => block && textOf(block))).toEqual([
    ...["Vea esto aquí", "a\nb", "c\nd", ""],
  ]);
  const rows = [
    { label: "Color", text: "rojo" },
    { label: "Forma", text: "redonda" },
  ];
  const section = { id: "x", title: "Título", blocks: readBlocks("Uno\n- dos"), sections: [] };
  section.blocks.push({ kind: "facts", rows });
  expect(searchedText(section)).toBe("Título\nUno\ndos\nColor rojo\nForma redonda");
});

test("words of a search are compared letter by letter, also those of other alphabets", () => {
  expect(wordsOf("  Ce\u0301dula, 2-B¿ ")).toEqual(["cedula", "2", "b"]);
  expect(wordsOf("¿?")).toEqual([]);
  expect(folded("Ñandú 한 ß")).toBe("nandu 한 ß");
  expect([holds("uno dos", ["uno", "dos"]), holds("uno", ["uno", "dos"])]).toEqual([true, false]);
});

test("each place of each word is marked, and words that meet are one", () => {
  expect(marked("aá b aa", ["a"])).toEqual([
    { text: "aá", hit: true },
    { text: " b ", hit: false },
    { text: "aa", hit: true },
  ]);
  expect(marked("orden", ["ord", "rde"])).toEqual([
    { text: "orde", hit: true },
    { text: "n", hit: false },
  ]);
  expect(marked("uno", [])).toEqual([{ text: "uno", hit: false }]);
  expect(marked("", ["a"])).toEqual([]);
});
