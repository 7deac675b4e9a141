import type { AnswerWays } from "../../../_answer/answer-props";
import { compareRowsAction, compareValueAction, digitsAction } from "./actions";

export function counterWays(id: string): AnswerWays {
  return {
    practice: false,
    unreadable: `/consultar/r/${id}/no-puedo-leer`,
    use: `/consultar/r/${id}/usar`,
    receipt: (useId) => `/comprobantes/${useId}`,
    ask: "/consultar",
    askAgain: `/consultar?de=${id}`,
    compareRows: compareRowsAction,
    compareValue: compareValueAction,
    digits: digitsAction,
  };
}
