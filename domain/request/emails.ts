import type { Notice } from "@/domain/notify/channel";
import type { Decision } from "@/model/request";

/** The e-mail that a verb queues. Its texts are passed in, since domain/ holds none. */
export type FilingEmail = Notice;
export type DecisionEmails = {
  compose: DecisionEmail;
  /** The reason that is sent to those whose request is closed because another one of their NIT was approved. */
  closingReason: string;
};
type DecisionEmail = (decision: Decision, filingNumber: string, reason: string | null) => Notice;
