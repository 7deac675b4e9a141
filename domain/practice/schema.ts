import { z } from "zod";
import { RowAnswers } from "@/domain/lookup/schema";
import { comparedRows } from "@/model/comparison";
import { idReadings, tailReadings } from "@/model/identity/identity-document";
import { normaliseOrderNumber, orderNumberReadings } from "@/model/order-number";
import { findPracticeOrder, practiceAffiliate } from "./practice";

const Code = z.string().refine((code) => findPracticeOrder(code) !== null);

/** The numbers of a practice paper, as typed from it. Messages are keys of `practice.errors`. */
export const PracticeLookUpInput = z
  .object({ code: Code, idNumber: z.string(), number: z.string() })
  .superRefine(({ code, idNumber, number }, context) => {
    const paper = findPracticeOrder(code)?.number;
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!idReadings(idNumber).includes(practiceAffiliate.idNumber)) fault("idNumber", "idNumber");
    if (!paper || !orderNumberReadings(number, "").includes(normaliseOrderNumber(paper)))
      fault("number", "number");
  });

/** The three rows, under the name that the counter's own form sends. */
export const PracticeRowsInput = RowAnswers.extend({ lookupId: Code }).transform(({ lookupId, ...rows }) => ({
  code: lookupId,
  differing: comparedRows.filter((row) => rows[row] === "different"),
}));

export const PracticeDigitsInput = z.object({
  lookupId: Code,
  digits: z.string("digitsMissing").transform(tailReadings),
});
