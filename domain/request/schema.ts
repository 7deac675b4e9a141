import { z } from "zod";
import { inOneSpelling } from "@/model/identity/typed";
import { ShownParts } from "../seen";

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
    .transform((text) => text || null),
});
