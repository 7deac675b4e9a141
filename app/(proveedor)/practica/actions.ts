"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { comparedRightly, findPracticeOrder, nextStep, practiceAffiliate } from "@/domain/practice/practice";
import { PracticeDigitsInput, PracticeLookUpInput, PracticeRowsInput } from "@/domain/practice/schema";
import { tailOf } from "@/model/identity/identity-document";

// Nothing here asks or writes anything: the answers are in domain/practice/practice.ts.

export const practiseLookUpAction = action(
  { needs: "order.look_up", input: PracticeLookUpInput },
  async (_grant, { slug }) => redirect(`/practica/${slug}/1`),
);

export const practiseRowsAction = action(
  { needs: "order.look_up", input: PracticeRowsInput },
  async (_grant, { slug, differing }) => {
    const found = findPracticeOrder(slug);
    const right = found !== null && comparedRightly(found.order, differing);
    redirect(right ? `/practica/${slug}/${nextStep(found.order, "current")}` : pageAgain(slug, "current"));
  },
);

export const practiseDigitsAction = action(
  { needs: "order.look_up", input: PracticeDigitsInput },
  async (_grant, { lookupId, digits }) => {
    const found = findPracticeOrder(lookupId);
    const right = found !== null && digits.includes(tailOf(practiceAffiliate.idNumber));
    redirect(
      right ? `/practica/${lookupId}/${nextStep(found.order, "digits")}` : pageAgain(lookupId, "digits"),
    );
  },
);

/** The same step once more, saying that it was not right. */
function pageAgain(slug: string, step: "current" | "digits"): string {
  const found = findPracticeOrder(slug);
  return `/practica/${slug}/${found ? found.order.steps.indexOf(step) + 1 : 1}?otra=1`;
}
