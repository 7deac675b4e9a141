import { z } from "zod";
import { RowAnswers } from "@/domain/lookup/schema";
import { comparedRows } from "@/model/comparison";
import { idReadings, tailReadings } from "@/model/identity/identity-document";
import { normaliseOrderNumber, orderNumberReadings } from "@/model/order-number";
import { findPracticeOrder, practiceAffiliate } from "./practice";

const Slug = z.string().refine((slug) => findPracticeOrder(slug) !== null);

/** The numbers of a practice paper, as typed from it. Messages are keys of `practice.errors`. */
export const PracticeLookUpInput = z
  .object({ slug: Slug, idNumber: z.string(), number: z.string() })
  .superRefine(({ slug, idNumber, number }, context) => {
    const paper = findPracticeOrder(slug)?.order.number;
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!idReadings(idNumber).includes(practiceAffiliate.idNumber)) fault("idNumber", "idNumber");
    if (!paper || !orderNumberReadings(number, "").includes(normaliseOrderNumber(paper)))
      fault("number", "number");
  });

/** The three rows, under the name that the counter's own form sends. */
export const PracticeRowsInput = RowAnswers.extend({ lookupId: Slug }).transform(({ lookupId, ...rows }) => ({
  slug: lookupId,
  differing: comparedRows.filter((row) => rows[row] === "different"),
}));

export const PracticeDigitsInput = z.object({
  lookupId: Slug,
  digits: z.string("digitsMissing").transform(tailReadings),
});
