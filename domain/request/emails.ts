import type { Notice } from "@/domain/notify/channel";
import type { Decision } from "@/model/request";

/** The e-mail that a verb queues. Its texts are passed in, since domain/ holds none. */
export type FilingEmail = Notice;
export type DecisionEmails = {
  compose: DecisionEmail;
  /** The reason that is sent to those whose request is closed because another one of their NIT was approved. */
  closingReason: string;
};
/** The request as its e-mail names it. */
export type DecidedRequest = {
  filingNumber: string;
  /** Who works for several must not take it for another one's. */
  company: string;
  applicationCode: string;
  opensLookUp: boolean;
  renews: boolean;
};
type DecisionEmail = (decision: Decision, request: DecidedRequest, reason: string | null) => Notice;
