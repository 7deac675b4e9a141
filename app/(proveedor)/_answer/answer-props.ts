import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/form";
import type { CajaProfile } from "@/domain/caja/last-known";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import type { ProviderActor } from "@/model/access";
import type { Verdict } from "@/model/verdict";

/** Links and form actions of an answer. The counter and the practice each pass their own. */
export type AnswerWays = {
  practice: boolean;
  unreadable: string;
  use: string;
  receipt: (useId: string) => string;
  ask: string;
  /** Link to the look-up form, filled with what was typed. */
  askAgain: string;
  compareRows: FormAction;
  compareValue: FormAction;
  digits: FormAction;
};

/** A verdict and the words of its page. */
export type AnswerProps = {
  id: string;
  answer: LookupAnswer;
  verdict: Verdict;
  caja: CajaProfile;
  messages: Messages;
  language: Language;
  actor: ProviderActor;
  ways: AnswerWays;
  /** In the practice, the drawn paper to compare with. */
  paper?: ReactNode;
};
