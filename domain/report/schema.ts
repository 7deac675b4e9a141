import { z } from "zod";
import { inNormalForm } from "@/lib/format/normal-form";
import { LONGEST_WORDS, reportedOrderActions, reportOutcomes, reportReasons } from "@/model/report";
import { ShownParts } from "../seen";

/** A report's folio, such as "R-2026-000001". */
const FOLIO = /^R-\d{4}-\d{6,}$/;

const lines = (text: string) => inNormalForm(text).replace(/\r\n?/g, "\n").trim();

const Ticked = z
  .string()
  .default("")
  .transform((ticked) => ticked === "1");

/** What the merchant chooses and writes; messages are keys of `report.errors`. */
export const ReportInput = z
  .object({
    key: z.uuid("keyMissing"),
    reason: z.enum(reportReasons, "reasonMissing"),
    words: z
      .string()
      .default("")
      .transform(lines)
      .pipe(z.string().max(LONGEST_WORDS, "wordsLong"))
      .transform((text) => text || null),
    /** Said to the warning that the order will be held. */
    confirmed: Ticked,
    /** Leaves out a photo that arrived before the form. */
    withoutPhoto: Ticked,
  })
  .refine(({ reason, words }) => reason !== "other" || words !== null, {
    path: ["words"],
    message: "wordsMissing",
  });
export type ReportInput = z.output<typeof ReportInput>;

export const WithdrawReportInput = z.object({ folio: z.string().regex(FOLIO) });

/** What the caja answers; messages are keys of `admin.form.errors`. An empty answer is the usual text. */
export const DecideReportInput = z.object({
  folio: z.string().regex(FOLIO),
  seen: ShownParts,
  outcome: z.enum(reportOutcomes, "reportOutcomeMissing"),
  answer: z
    .string()
    .default("")
    .transform(lines)
    .pipe(z.string().max(600, "reasonLong"))
    .transform((text) => text || null),
  orderAction: z.enum(reportedOrderActions, "reportActionMissing"),
});
export type DecideReportInput = z.output<typeof DecideReportInput>;
