import type { Notice } from "@/domain/notify/channel";
import type { Decision } from "@/model/request";

/** What a verb says by mail; the words come from outside, rules know none. */
export type FilingEmail = Notice;
export type DecisionEmails = {
  compose: DecisionEmail;
  /** Told to those whose request is closed because another one of their NIT was approved. */
  closingReason: string;
};
type DecisionEmail = (decision: Decision, filingNumber: string, reason: string | null) => Notice;
