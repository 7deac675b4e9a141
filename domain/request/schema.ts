import { z } from "zod";
import { inNormalForm } from "@/lib/format/normal-form";
import { agreementNumber } from "@/model/agreement-number";
import type { RequestReason } from "@/model/request";
import { accountFaults, accountTexts } from "../bank-account/schema";
import { ShownParts } from "../seen";
import { type DocumentFault, LARGEST_DOCUMENT_BYTES } from "./document";
import { type ReasonStep, reasonOf } from "./reasons";

/** Number of the convenio as the person knows it; empty is "not known". */
const AgreementNumber = z
  .string()
  .default("")
  .transform(agreementNumber)
  .pipe(z.string().max(40, "agreementLong"))
  .transform((text) => text || null);

export const CorrectionText = z.object({
  ...accountTexts,
  agreementNumber: AgreementNumber,
  note: z
    .string()
    .trim()
    .max(600, "noteLong")
    .default("")
    .transform((text) => text || null),
});

/** Whether a form asks for an account: it has to come, may come, or is not asked for. */
export type AccountRule = "needed" | "optional" | null;

/** Says what is wrong with an account that a form asks for. */
const accountCheck =
  (rule: AccountRule) => (typed: Readonly<Record<string, unknown>>, context: z.RefinementCtx) => {
    const account = z.object(accountTexts).safeParse(typed);
    if (rule === null || !account.success) return;
    for (const [field, message] of Object.entries(accountFaults(account.data, rule === "needed")))
      context.addIssue({ code: "custom", path: [field], message });
  };

/** The texts of a request or its correction. */
export const requestTexts = (rule: AccountRule) => CorrectionText.superRefine(accountCheck(rule));

const Reason = z
  .string("reasonMissing")
  .transform((typed) => inNormalForm(typed).replace(/\r\n?/g, "\n").trim());
/** The boxes of a step that are ticked, one or several; what none of its boxes carries is left out. */
const reasonsOf = (step: ReasonStep) =>
  z.preprocess(
    (ticked) => (Array.isArray(ticked) ? ticked : [ticked]),
    z
      .array(z.unknown())
      .max(60)
      .transform((boxes) => {
        const texts = [...new Set(boxes.filter((box) => typeof box === "string"))];
        return texts.map((box) => reasonOf(box, step)).filter((reason) => reason !== null);
      }),
  );

/** What was written by hand needs ten letters where it is all that is said. */
function fault(reasons: readonly RequestReason[], own: string): string | null {
  if (reasons.length === 0 && own.length < 10) return "reasonMissing";
  return own.length > 600 ? "reasonLong" : null;
}

/** The request, as every decision names it: what its page showed, and the filters of the list that it was opened from. */
const Decided = {
  requestId: z.uuid(),
  seen: ShownParts,
  list: z.string().max(200).catch("").default(""),
};

export const ApproveInput = z.object(Decided);

/** Two forms of one page: their fields have names of their own, because a name is an id. */
export const ReturnInput = z
  .object({ ...Decided, returnCode: reasonsOf("return"), returnReason: Reason })
  .transform(({ returnCode, returnReason: own, ...rest }, context) => {
    const message = fault(returnCode, own);
    if (message === null)
      return { ...rest, own, reasons: own ? [...returnCode, { code: "E9" as const }] : returnCode };
    context.addIssue({ code: "custom", path: ["returnReason"], message });
    return z.NEVER;
  });

export const RejectInput = z
  .object({ ...Decided, rejectCode: reasonsOf("reject"), rejectReason: Reason })
  .transform(({ rejectCode, rejectReason: own, ...rest }, context) => {
    const message = fault(rejectCode, own);
    if (message === null)
      return { ...rest, own, reasons: own ? [...rejectCode, { code: "N9" as const }] : rejectCode };
    context.addIssue({ code: "custom", path: ["rejectReason"], message });
    return z.NEVER;
  });

export const TakeBackInput = z.object({ requestId: z.uuid(), list: Decided.list });

export const MarkInput = z.object({
  requestId: z.uuid(),
  document: z.uuid(),
  mark: z.enum(["good", "none"]),
  list: Decided.list,
});

/**
 * The faults of a document that show without reading it, in the words of `readRequestDocument`, which the server
 * calls.
 */
const documentFault = (entry: unknown): DocumentFault | null => {
  if (!(entry instanceof File) || (entry.name === "" && entry.size === 0)) return "missing";
  if (entry.size === 0) return "empty";
  return entry.size > LARGEST_DOCUMENT_BYTES ? "tooBig" : null;
};

const documentField = (isRight: (fault: DocumentFault | null) => boolean) =>
  z.unknown().superRefine((entry, context) => {
    const fault = documentFault(entry);
    if (!isRight(fault)) context.addIssue(fault ?? "");
  });

/** A document's field in a form, and whether the form is not taken without it. */
export type WantedField = { field: string; needed: boolean };

/** The whole form, for the browser: of what is needed, each document comes with it or arrived before it. */
export const requestFormWith = (
  asked: readonly WantedField[],
  hasArrived: (field: string) => boolean,
  account: AccountRule = null,
) =>
  CorrectionText.extend(
    Object.fromEntries(
      asked.map(({ field, needed }) => [
        field,
        documentField((fault) => fault === null || (fault === "missing" && (!needed || hasArrived(field)))),
      ]),
    ),
  ).superRefine(accountCheck(account));
