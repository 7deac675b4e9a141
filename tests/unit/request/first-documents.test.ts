import { expect, test } from "vitest";
import { firstDocuments } from "@/db/catalogue";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";

/** By kind, as far as a document says it. */
const texts = (what: "name" | "hint" | "example") =>
  Object.fromEntries(
    firstDocuments.flatMap((document) =>
      what in document ? [[document.kind, (document as Record<string, unknown>)[what]]] : [],
    ),
  );

test("what an installation starts with is worded as the first language words it, so that others can translate it", () => {
  const { documents, documentHints, documentExamples } = esCO.requests;
  expect(texts("name")).toEqual(documents);
  expect(texts("hint")).toEqual(documentHints);
  expect(texts("example")).toEqual(documentExamples);
});

test("another language words each of them", () => {
  expect(Object.keys(en.requests.documents)).toEqual(Object.keys(esCO.requests.documents));
  expect(Object.values(en.requests.documentHints).every((text) => text.length > 0)).toBe(true);
});
