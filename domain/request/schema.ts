import { z } from "zod";

/** Number of the convenio as the person knows it; empty is "not known". */
export const AgreementNumber = z
  .string()
  .trim()
  .max(40, "agreementLong")
  .transform((text) => text || null);

const Reason = z.string("reasonMissing").trim().min(10, "reasonMissing").max(600, "reasonLong");

export const ApproveInput = z.object({ requestId: z.uuid() });
export const RefuseInput = z.object({ requestId: z.uuid(), reason: Reason });

export const CorrectionText = z.object({
  agreementNumber: AgreementNumber,
  note: z
    .string()
    .trim()
    .max(600, "noteLong")
    .transform((text) => text || null),
});
