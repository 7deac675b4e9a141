import { nextStep, type PracticeOrder, practiceOrders } from "@/domain/practice/practice";
import type { AnswerWays } from "../../_answer/answer-props";
import { practiseDigitsAction, practiseRowsAction } from "../actions";
import { practicePath } from "../addresses";

/** Links and form actions of an answer in the practice. */
export function practiceWays(order: PracticeOrder): AnswerWays {
  const base = practicePath(order.code);
  const unreadable = order.steps.includes("unread") ? order : practiceOrders.unread;
  return {
    practice: true,
    unreadable:
      unreadable === order ? `${base}/${nextStep(order, "current")}` : practicePath(unreadable.code),
    use: `${base}/usar`,
    receipt: () => `${base}/comprobante`,
    ask: "/practica",
    askAgain: base,
    compareRows: practiseRowsAction,
    // The practice always shows the whole order, so the value is never typed.
    compareValue: practiseRowsAction,
    digits: practiseDigitsAction,
  };
}
