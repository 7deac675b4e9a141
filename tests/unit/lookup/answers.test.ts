import { expect, test } from "vitest";
import type { z } from "zod";
import {
  DigitsInput,
  LookUpInput,
  PaperValueInput,
  RowsInput,
  UnreadableInput,
} from "@/domain/lookup/schema";
import { checkCodeOf } from "@/domain/order-code/check-code";
import { ID } from "@/tests/support/form-limits";

const faults = (schema: z.ZodType, form: object) =>
  (schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);
const lookUp = { idNumber: " 1042555318 ", kindCode: " AS ", number: " 0004521 " };
const code = checkCodeOf(Buffer.from("5a13c7e4099b20f1", "hex"));
const otherLetter = code.endsWith("A") ? "B" : "A";

test("a look-up is kept as it was typed, without blanks around it", () => {
  expect(LookUpInput.parse(lookUp)).toEqual({ idNumber: "1042555318", kindCode: "AS", number: "0004521" });
});

test("a field of a look-up that says nothing is missing, and is told only that", () => {
  for (const nothing of [undefined, "", " ", "\u200b"]) {
    expect(faults(LookUpInput, { ...lookUp, number: nothing })).toEqual(["number numberMissing"]);
    expect(faults(LookUpInput, { ...lookUp, idNumber: nothing })).toEqual(["idNumber idMissing"]);
  }
  for (const nothing of [undefined, "", " "])
    expect(faults(LookUpInput, { ...lookUp, kindCode: nothing })).toEqual(["kindCode kindMissing"]);
  expect(faults(LookUpInput, { ...lookUp, number: "?" })).toEqual(["number numberShape"]);
  for (const wrong of ["12", "1".repeat(21), "¿?"])
    expect(faults(LookUpInput, { ...lookUp, idNumber: wrong }), wrong).toEqual(["idNumber idShape"]);
});

test("a check code may be left out, and one that is typed must be whole and right", () => {
  const codeOf = (checkCode: unknown) => LookUpInput.parse({ ...lookUp, checkCode }).checkCode;
  expect([undefined, "", " "].map(codeOf)).toEqual([undefined, undefined, undefined]);
  expect(codeOf(code.toLowerCase())).toBe(code);
  const faultsOf = (checkCode: string) => faults(LookUpInput, { ...lookUp, checkCode });
  expect(faultsOf(code.slice(1))).toEqual(["checkCode checkShape"]);
  expect(faultsOf(code.slice(0, -1) + otherLetter)).toEqual(["checkCode checkWrong"]);
});

test("the last four of an ID are one to four letters or figures, however they are written", () => {
  const faultsOf = (digits: unknown) => faults(DigitsInput, { lookupId: ID, digits });
  for (const right of ["5318", " 53 18 ", "A1", "7"]) expect(faultsOf(right), right).toEqual([]);
  for (const nothing of [undefined, "", " \u200b"])
    expect(faultsOf(nothing)).toEqual(["digits digitsMissing"]);
  for (const wrong of ["12345", "?", "5318".padStart(61)])
    expect(faultsOf(wrong), wrong).toEqual(["digits digitsShape"]);
  expect(faultsOf("5318".padStart(60))).toEqual([]);
});

const rows = { lookupId: ID, value: "equal", holder: "equal", paper: "equal" };

test("each row of the paper is answered, and those that differ are named in their order", () => {
  expect(RowsInput.parse(rows)).toEqual({ lookupId: ID, differing: [] });
  expect(RowsInput.parse({ ...rows, paper: "different", value: "different" })).toEqual({
    ...{ lookupId: ID, differing: ["value", "paper"] },
  });
  expect(faults(RowsInput, { lookupId: ID })).toEqual([
    "value valueRow",
    "holder holderRow",
    "paper paperRow",
  ]);
});

test("a value that is typed from the paper is read as pesos, beside the rows that were answered", () => {
  const { value: _, ...others } = rows;
  expect(PaperValueInput.parse({ ...others, holder: "different", paperValue: " $ 480.000 " })).toEqual({
    ...{ lookupId: ID, paperValue: 480_000, differing: ["holder"] },
  });
  expect(faults(PaperValueInput, { ...others, paperValue: "480.00" })).toEqual([
    "paperValue paperValueShape",
  ]);
  for (const nothing of [undefined, "", " "])
    expect(faults(PaperValueInput, { ...others, paperValue: nothing })).toContain(
      "paperValue paperValueMissing",
    );
});

test("why a paper cannot be read is one of three reasons", () => {
  for (const reason of ["damaged", "sight", "other"])
    expect(UnreadableInput.parse({ lookupId: ID, reason }).reason).toBe(reason);
  expect(faults(UnreadableInput, { lookupId: ID, reason: "" })).toEqual(["reason unreadableMissing"]);
});
