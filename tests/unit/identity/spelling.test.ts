import { expect, test } from "vitest";
import { bare, digitsOf, inOneSpelling, plain, readings, withDigits } from "@/model/identity/typed";

test.each([
  ["wide letters, figures and signs, to the last", "ＡＢ－１２！～", "AB-12!~"],
  ["every dash", "a–b—c−d¬e˗f", "a-b-c-d-e-f"],
  ["signs that do not show", "A\u200bna\u00ad", "Ana"],
  ["several spaces, and those around it", " \t Ana \n\u3000 María  ", "Ana María"],
  ["an accent typed apart", "Pe\u0301rez", "P\u00e9rez"],
  ["what looks like a figure but is none", "12² ①", "12² ①"],
])("a typed word in one spelling: %s", (_, typed, read) => {
  expect(inOneSpelling(typed)).toBe(read);
});

test("an identifier has no accents, no spaces and capitals; its signs stay until it is bare", () => {
  expect(plain(" pérez № 12.b–3\u00a0")).toBe("PEREZN°12.B-3");
  expect(bare("pe\u0301rez / 12.b–3 (#4)*")).toBe("PEREZ12B34");
  expect(withDigits("SOIL 8")).toBe("S011 8");
});

test.each([
  ["12-34", "1234"],
  [" 1O l ", "101"],
  ["(1).(2)", "12"],
  ["x12", ""],
  ["12x", ""],
  ["x", ""],
  ["", ""],
])("the digits of %j are %j", (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});

test.each<[what: string, typed: string, labels: string[], read: string[]]>([
  ["nothing around it", "4521", [], ["4521"]],
  ["a label and signs", "C.C. 1.042-55", [], ["C.C.1.042-55", "CC104255", "1.042-55", "104255"]],
  ["an O among figures", "1O4-2", [], ["1O4-2", "1O42", "1042"]],
  ["up to three letters before figures", "ABC12O", [], ["ABC12O", "ABC120"]],
  ["more letters before them", "ABCD12O", [], ["ABCD12O"]],
  ["a letter behind them", "ABC12X", [], ["ABC12X"]],
  ["a first letter that can be a figure", "LO12O4", [], ["LO12O4", "101204", "LO1204"]],
  ["one that can be a figure before one that cannot", "IH12O", [], ["IH12O", "IH120"]],
  ["letters among figures", "LO12XO4", [], ["LO12XO4"]],
  ["letters alone that could be figures", "HOO", [], ["HOO"]],
  ["a word of O", "OOO", [], ["OOO"]],
  ["a label of its field", "AS 4521", ["AS"], ["AS4521", "4521"]],
  ["… and signs behind it", "AS--45-21", ["AS"], ["AS--45-21", "AS4521", "45-21", "4521"]],
  ["… and none behind it", "AS45-21", ["AS"], ["AS45-21", "AS4521", "45-21", "4521"]],
  ["… among other labels", "Orden AS No. 4521", ["AS"], ["ORDENASNO.4521", "ORDENASNO4521", "4521"]],
  ["… that another field has", "AS4521", ["BE"], ["AS4521"]],
  ["… behind the number", "4521AS", ["AS"], ["4521AS"]],
  ["… without a number behind it", "A1X", ["A1"], ["A1X"]],
  ["… beside one of a kind without a code", "AS4521", ["", "AS"], ["AS4521", "4521"]],
  ["signs alone", "-- . #", [], []],
  ["another alphabet", "龍", [], []],
])("what was typed can be read as: %s", (_, typed, labels, read) => {
  expect(readings(typed, labels)).toEqual(read);
});
