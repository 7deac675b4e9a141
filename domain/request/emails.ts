import type { Letter } from "@/domain/notify/outbox";
import type { Decision } from "./rules";

/** What a verb says by mail; the words come from outside, rules know none. */
export type FilingLetter = Omit<Letter, "to">;
export type DecisionLetters = {
  letter: DecisionLetter;
  /** Told to those whose request is closed because another one of their NIT was approved. */
  closingReason: string;
};
type DecisionLetter = (decision: Decision, filingNumber: string, reason: string | null) => Omit<Letter, "to">;
