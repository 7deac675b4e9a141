import type { AnswerWays } from "../../../_answer/answer-props";
import { compareRowsAction, compareValueAction, digitsAction } from "./actions";

export function counterWays(id: string): AnswerWays {
  return {
    practice: false,
    unreadable: `/consultar/r/${id}/no-puedo-leer`,
    use: `/consultar/r/${id}/usar`,
    receipt: (useId) => `/comprobantes/${useId}`,
    // Focuses the first field, so that the next number can be typed at once.
    ask: "/consultar#idNumber",
    askAgain: `/consultar?de=${id}`,
    compareRows: compareRowsAction,
    compareValue: compareValueAction,
    digits: digitsAction,
  };
}
