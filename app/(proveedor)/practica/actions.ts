"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import {
  comparedRightly,
  findPracticeOrder,
  nextStep,
  type PracticeOrder,
  practiceAffiliate,
} from "@/domain/practice/practice";
import { PracticeDigitsInput, PracticeLookUpInput, PracticeRowsInput } from "@/domain/practice/schema";
import { tailOf } from "@/model/identity/identity-document";
import { practicePath } from "./addresses";

// These actions read and write no data: the answers are in domain/practice/practice.ts.

export const practiseLookUpAction = action(
  { needs: "counter.work", input: PracticeLookUpInput },
  async (_grant, { code }) => redirect(pathOf(findPracticeOrder(code), 1)),
);

export const practiseRowsAction = action(
  { needs: "counter.work", input: PracticeRowsInput },
  async (_grant, { code, differing }) => {
    const order = findPracticeOrder(code);
    const right = order !== null && comparedRightly(order, differing);
    redirect(right ? pathOf(order, nextStep(order, "current")) : pageAgain(order, "current"));
  },
);

export const practiseDigitsAction = action(
  { needs: "counter.work", input: PracticeDigitsInput },
  async (_grant, { lookupId, digits }) => {
    const order = findPracticeOrder(lookupId);
    const right = order !== null && digits.includes(tailOf(practiceAffiliate.idNumber));
    redirect(right ? pathOf(order, nextStep(order, "digits")) : pageAgain(order, "digits"));
  },
);

/** Repeats the step with an error. */
function pageAgain(order: PracticeOrder | null, step: "current" | "digits"): string {
  return `${pathOf(order, (order?.steps.indexOf(step) ?? 0) + 1)}?otra=1`;
}

/** The schema accepts existing practice orders only. */
function pathOf(order: PracticeOrder | null, step: number): string {
  return order ? practicePath(order.code, step) : "/practica";
}
