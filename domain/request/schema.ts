import { z } from "zod";
import { inOneSpelling } from "@/model/identity/typed";
import { ShownParts } from "../seen";
import { type DocumentFault, LARGEST_DOCUMENT_BYTES } from "./document";

/** Number of the convenio as the person knows it; empty is "not known". */
const AgreementNumber = z
  .string()
  .transform(inOneSpelling)
  .pipe(z.string().max(40, "agreementLong"))
  .transform((text) => text || null);

export const ApproveInput = z.object({ requestId: z.uuid(), seen: ShownParts });

export const CorrectionText = z.object({
  agreementNumber: AgreementNumber,
  note: z
    .string()
    .trim()
    .max(600, "noteLong")
    .default("")
    .transform((text) => text || null),
});

const Reason = z
  .string("reasonMissing")
  .transform((typed) => typed.normalize("NFC").replace(/\r\n?/g, "\n").trim());
const Template = z.string().trim().max(300).default("");

/** A canned reason and free text, together 10 to 600 characters. */
function joined(template: string, own: string): string {
  return [template, own].filter(Boolean).join("\n");
}

function fault(reason: string): string | null {
  if (reason.length < 10) return "reasonMissing";
  return reason.length > 600 ? "reasonLong" : null;
}

/** Two forms of one page: their fields have names of their own, because a name is an id. */
export const ReturnInput = z
  .object({ requestId: z.uuid(), seen: ShownParts, returnTemplate: Template, returnReason: Reason })
  .transform(({ requestId, seen, returnTemplate, returnReason }, context) => {
    const reason = joined(returnTemplate, returnReason);
    const message = fault(reason);
    if (message === null) return { requestId, seen, reason };
    context.addIssue({ code: "custom", path: ["returnReason"], message });
    return z.NEVER;
  });

export const RejectInput = z
  .object({ requestId: z.uuid(), seen: ShownParts, rejectTemplate: Template, rejectReason: Reason })
  .transform(({ requestId, seen, rejectTemplate, rejectReason }, context) => {
    const reason = joined(rejectTemplate, rejectReason);
    const message = fault(reason);
    if (message === null) return { requestId, seen, reason };
    context.addIssue({ code: "custom", path: ["rejectReason"], message });
    return z.NEVER;
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
    if (!isRight(fault)) context.addIssue({ code: "custom", message: fault ?? "" });
  });

const optional = documentField((fault) => fault === null || fault === "missing");

/**
 * The whole forms, for the browser: a request needs both documents, if they did not arrive before it; in a correction
 * they may stay as they are.
 */
export const requestFormWith = (hasArrived: (field: "rut" | "camara") => boolean) => {
  const file = (name: "rut" | "camara") =>
    documentField((fault) => fault === null || (fault === "missing" && hasArrived(name)));
  return CorrectionText.extend({ rut: file("rut"), camara: file("camara") });
};
export const CorrectionForm = CorrectionText.extend({ rut: optional, camara: optional });
