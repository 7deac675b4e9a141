import {
  CounterInput,
  DigitsInput,
  LookUpInput,
  PaperValueInput,
  PendingInput,
  ScanInput,
} from "@/domain/lookup/schema";
import { ReportInput } from "@/domain/report/schema";
import { DecideUndoInput, UndoInput, UndoObjectedInput, UseInput } from "@/domain/use/schema";
import { ID, letters, tryLimits, upTo, x } from "@/tests/support/form-limits";

const lookUp = { idNumber: "1042555318", kindCode: "AS", number: "H0000001" };
const use = { lookupId: ID, key: ID };
const decided = letters(10, 600, "reasonMissing", "reasonLong");
const ones = (count: number) => "1".repeat(count);

tryLimits([
  [
    "look-up",
    LookUpInput,
    lookUp,
    "number",
    { accepted: [`1${"-".repeat(58)}1`], refused: [[`1${"-".repeat(59)}1`, "numberShape"]] },
  ],
  ["look-up", LookUpInput, lookUp, "number", { accepted: ["1"], refused: [["", "numberMissing"]] }],
  ["look-up", LookUpInput, lookUp, "idNumber", { accepted: [ones(3)], refused: [[ones(2), "idShape"]] }],
  ["look-up", LookUpInput, lookUp, "idNumber", { accepted: [ones(20)], refused: [[ones(21), "idShape"]] }],
  ["look-up", LookUpInput, lookUp, "kindCode", letters(1, 10, "kindMissing", "kindMissing")],
  ["scanner", CounterInput, {}, "code", upTo(1_000, "numberShape")],
  ["camera", ScanInput, { by: "camera" }, "code", letters(1, 1_000, null, null)],
  ["without internet", PendingInput, { id: ID, channel: "scan" }, "code", letters(1, 1_000, null, null)],
  ["last four", DigitsInput, { lookupId: ID }, "digits", letters(1, 4, "digitsMissing", "digitsShape")],
  [
    "paper's value",
    PaperValueInput,
    { lookupId: ID },
    "paperValue",
    {
      accepted: ["0", "999999999999", "1".padStart(60, "0")],
      refused: [
        ["", "paperValueMissing"],
        ["1000000000000", "paperValueShape"],
        ["1".padStart(61, "0"), "paperValueShape"],
      ],
    },
  ],
  ["use", UseInput, use, "amount", { accepted: ["", "1"], refused: [["0", "amountShape"]] }],
  [
    "use",
    UseInput,
    use,
    "amount",
    { accepted: ["1".padStart(60, "0")], refused: [["1".padStart(61, "0"), "amountShape"]] },
  ],
  ["use", UseInput, use, "invoice", upTo(40, "invoiceLong")],
  [
    "undoing",
    UndoInput,
    { useId: ID, key: ID },
    "reason",
    letters(5, 300, "undoReasonMissing", "undoReasonLong"),
  ],
  ["an undo", DecideUndoInput, { requestId: ID, decision: "approve" }, "reason", decided],
  ["an objected use", UndoObjectedInput, { useId: ID }, "reason", decided],
  [
    "report",
    ReportInput,
    { key: ID, reason: "other" },
    "words",
    letters(1, 500, "wordsMissing", "wordsLong"),
  ],
  [
    "report",
    ReportInput,
    { key: ID, words: x(1) },
    "reason",
    { accepted: ["other"], refused: [["", "reasonMissing"]] },
  ],
]);
