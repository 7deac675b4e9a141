import type { FormState } from "@/components/form/form-state";
import { compareRowsAction, compareValueAction, digitsAction } from "./actions";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Where an answer's links lead, and what its forms do: the counter's own, or those of the practice. */
export type AnswerWays = {
  practice: boolean;
  self: string;
  unreadable: string;
  use: string;
  receipt: (useId: string) => string;
  ask: string;
  /** The question again, with what was typed. */
  askAgain: string;
  compareRows: FormAction;
  compareValue: FormAction;
  digits: FormAction;
};

export function counterWays(id: string): AnswerWays {
  return {
    practice: false,
    self: `/consultar/r/${id}`,
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
