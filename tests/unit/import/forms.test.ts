import { expect, test } from "vitest";
import { ConfirmAgreementsInput, MOVES_PAGE } from "@/domain/import/schema";
import { ID, type Sides, tryLimits } from "@/tests/support/form-limits";

const page = { run: ID, first: "2", last: "101", version: "0".repeat(32) };
const line: Sides = {
  accepted: ["0", "999999999"],
  refused: [
    ["-1", null],
    ["1000000000", null],
    ["1.5", null],
  ],
};

tryLimits([
  ["page of convenios", ConfirmAgreementsInput, page, "first", line],
  ["page of convenios", ConfirmAgreementsInput, page, "last", line],
  [
    "page of convenios",
    ConfirmAgreementsInput,
    page,
    "version",
    {
      accepted: ["0123456789abcdef".repeat(2)],
      refused: [
        ["0".repeat(31), null],
        ["0".repeat(33), null],
        ["A".repeat(32), null],
        [`x${"0".repeat(32)}`, null],
      ],
    },
  ],
  [
    "page of convenios",
    ConfirmAgreementsInput,
    page,
    "page",
    {
      accepted: [undefined, "1", "99999"],
      refused: [
        ["0", null],
        ["100000", null],
        ["1x", null],
        ["x1", null],
      ],
    },
  ],
  [
    "page of convenios",
    ConfirmAgreementsInput,
    page,
    "moves",
    {
      accepted: [Array(MOVES_PAGE).fill("2"), ["999999999"]],
      refused: [
        [Array(MOVES_PAGE + 1).fill("2"), null],
        [["1000000000"], null],
        [["2x"], null],
        [["x2"], null],
      ],
    },
  ],
]);

test("the ticks of a page are no line, one line or several, as a form posts them", () => {
  const moves = (posted?: unknown) => ConfirmAgreementsInput.parse({ ...page, moves: posted }).moves;
  expect(moves()).toEqual([]);
  expect(moves("")).toEqual([]);
  expect(moves("7")).toEqual([7]);
  expect(moves(["7", "12"])).toEqual([7, 12]);
  expect(ConfirmAgreementsInput.parse({ ...page, page: "3" })).toMatchObject({
    first: 2,
    last: 101,
    page: 3,
  });
});
