import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/form";
import type { CajaProfile } from "@/domain/caja/last-known";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import type { ProviderActor } from "@/model/access";
import type { Verdict } from "@/model/verdict";

/** Where an answer's links lead, and what its forms do: the counter's own, or those of the practice. */
export type AnswerWays = {
  practice: boolean;
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

/** One verdict with all that its page says. */
export type AnswerProps = {
  id: string;
  answer: LookupAnswer;
  verdict: Verdict;
  caja: CajaProfile;
  messages: Messages;
  language: Language;
  actor: ProviderActor;
  ways: AnswerWays;
  /** The drawn paper to compare with, while practising. */
  paper?: ReactNode;
};
