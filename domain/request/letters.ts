import type { Letter } from "@/lib/mail/outbox";
import type { Decision } from "./rules";

/** What a verb says by mail; the words come from outside, rules know none. */
export type FilingLetter = Omit<Letter, "to">;
export type DecisionLetters = (
  decision: Decision,
  filingNumber: string,
  reason: string | null,
) => Omit<Letter, "to">;
