import { expect, test } from "vitest";
import {
  dataChoices,
  documentChoices,
  joinReasons,
  reasonOf,
  rejectChoices,
  sentenceOf,
} from "@/domain/request/reasons";
import { esCO } from "@/messages/es-CO";

const words = esCO.mails.requests.reasons;
const documents = [
  { kind: "rut", name: "RUT", isThere: true },
  { kind: "banco", name: "Certificación bancaria", isThere: false },
];

test("the sentence beside each box is the one that the provider reads", () => {
  const choices = [
    ...documentChoices(words, documents).flatMap((each) => each.choices),
    ...dataChoices(words),
    ...rejectChoices(words, { needsAgreement: true, renews: false }),
  ];
  expect(choices.length).toBeGreaterThan(10);
  for (const { value, label } of choices) {
    const reason = reasonOf(value, value.startsWith("N") ? "reject" : "return");
    if (!reason) throw new Error(`${value} is no reason`);
    expect(
      sentenceOf(words, reason, (kind) => documents.find((each) => each.kind === kind)?.name ?? ""),
    ).toBe(label);
  }
});

test("a document that did not come can only be missing, and one that came is not", () => {
  const [rut, bank] = documentChoices(words, documents);
  expect(bank?.choices.map(({ value }) => value)).toEqual(["D5.banco"]);
  expect(rut?.choices.map(({ value }) => value)).toEqual(["D1.rut", "D2.rut", "D3.rut", "D4.rut"]);
});

test("no request is rejected for a convenio that its application does not need", () => {
  const codes = (needsAgreement: boolean, renews = false) =>
    rejectChoices(words, { needsAgreement, renews }).map(({ value }) => value);
  expect(codes(true)).toEqual(["N1", "N2", "N3", "N4"]);
  expect(codes(false)).toEqual(["N2", "N3", "N4"]);
  expect(codes(true, true)).toEqual(["N2", "N3"]);
});

test("each reason is taken where its step is, and nowhere else", () => {
  expect(["D1.rut", "E2", "N1"].map((box) => reasonOf(box, "return"))).toEqual([
    { code: "D1", document: "rut" },
    { code: "E2" },
    null,
  ]);
  expect(["D1.rut", "E2", "N1"].map((box) => reasonOf(box, "reject"))).toEqual([null, null, { code: "N1" }]);
  for (const box of ["D5.", "D5.<b>", "D5.rut.rut", "D5.__proto__"])
    expect(reasonOf(box, "return")).toBeNull();
});

test("one reason stands alone, and several are numbered with what was written by hand at the end", () => {
  expect(joinReasons(["RUT: no se lee.", ""])).toBe("RUT: no se lee.");
  expect(joinReasons(["RUT: no se lee.", "Llame."])).toBe("1. RUT: no se lee.\n2. Llame.");
  expect(joinReasons([])).toBe("");
});

test("a reason about a document names one, and one about the data or the rejection names none", () => {
  for (const box of ["D1", "D6.rut", "D1.R", "E1.rut", "E1.", "E4", "", ".rut", "E9", "d1.rut"])
    expect(reasonOf(box, "return"), box).toBeNull();
  for (const box of ["N1.rut", "N1.", "N5", "N9", "E1", "", "D1.rut.x"])
    expect(reasonOf(box, "reject"), box).toBeNull();
});

test("what was written by hand has no sentence, nor a document's reason that lost its document", () => {
  const nameOf = () => "RUT";
  expect(sentenceOf(words, { code: "E9" }, nameOf)).toBe("");
  expect(sentenceOf(words, { code: "N9" }, nameOf)).toBe("");
  expect(sentenceOf(words, { code: "D1" }, nameOf)).toBe("");
  expect(sentenceOf(words, { code: "D1", document: "rut" }, (kind) => kind.toUpperCase())).toContain("RUT");
});

test("three reasons are numbered from one on, without the empty ones between them", () => {
  expect(joinReasons(["a", "", "b", "c"])).toBe("1. a\n2. b\n3. c");
});

test("the choices about the data are those of the model, in their order", () => {
  expect(dataChoices(words).map(({ value }) => value)).toEqual(["E1", "E2", "E3"]);
  expect(documentChoices(words, documents).map(({ kind, name }) => [kind, name])).toEqual([
    ["rut", "RUT"],
    ["banco", "Certificación bancaria"],
  ]);
});
