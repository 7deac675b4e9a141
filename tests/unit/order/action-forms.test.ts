import { expect, test } from "vitest";
import {
  AnnulInput,
  ChangeBackInput,
  ExtendInput,
  FindInput,
  ReasonInput,
  SendBackInput,
  ShownDraft,
  UnblockInput,
} from "@/domain/order/schema";
import { ID, letters, tryLimits, upTo, x } from "@/tests/support/form-limits";

const reason = letters(10, 300, "orderReasonMissing", "orderReasonLong");
const extension = { order: ID, was: "2026-12-31", until: "31/01/2027", reason: x(10) };
const draft = { order: ID, version: "1" };

tryLimits([
  ["draft", ShownDraft, draft, "version", upTo(40, null)],
  ["draft sent back", SendBackInput, draft, "reason", reason],
  ["change", ReasonInput, { order: ID }, "reason", reason],
  ["change sent back", ChangeBackInput, { order: ID, change: ID }, "reason", reason],
  [
    "review",
    UnblockInput,
    { order: ID, reason: x(10) },
    "hold",
    { accepted: [ID], refused: [["", "holdMissing"]] },
  ],
  [
    "annulment",
    AnnulInput,
    { order: ID, reason: x(10) },
    "cause",
    { accepted: ["wrong_data", "other"], refused: [["", "causeMissing"]] },
  ],
  [
    "extension",
    ExtendInput,
    extension,
    "until",
    {
      accepted: ["31/01/2027", "2027-01-31"],
      refused: [
        ["31/02/2027", "dayShape"],
        ["", "dayShape"],
        [undefined, "dayShape"],
      ],
    },
  ],
  [
    "search",
    FindInput,
    {},
    "number",
    {
      accepted: [` ${"1".repeat(60)} `, "H-1"],
      refused: [
        [" ", "searchMissing"],
        ["-", "searchShape"],
      ],
    },
  ],
  ["search", FindInput, { number: "1" }, "kindCode", upTo(10, null)],
]);

test("a reason is one line of composed letters, counted without the spaces that it loses", () => {
  const read = (typed: unknown) => ReasonInput.safeParse({ order: ID, reason: typed }).data?.reason;
  expect(read("  Perdio\u0301 \r\n el   papel ")).toBe("Perdió el papel");
  expect(read(`${x(5)}${" ".repeat(20)}${x(3)}`)).toBeUndefined();
  expect(read(` ${x(300)}\n`)).toBe(x(300));
  expect(read(undefined)).toBeUndefined();
});

test("the last day of an extension is read to the day that is stored", () => {
  expect(ExtendInput.parse(extension)).toMatchObject({ was: "2026-12-31", until: "2027-01-31" });
});

test("a draft like another of the affiliate goes with its reason, and one by itself without", () => {
  expect(ShownDraft.parse({ ...draft, repeats: ID, reason: ` ${x(10)} `, paper: "1" })).toEqual({
    ...draft,
    repeats: ID,
    reason: x(10),
    paper: "1",
  });
  expect(ShownDraft.safeParse({ ...draft, repeats: ID }).success).toBe(false);
  expect(ShownDraft.safeParse({ ...draft, reason: x(10) }).success).toBe(false);
  expect(ShownDraft.parse(draft)).toEqual(draft);
});
