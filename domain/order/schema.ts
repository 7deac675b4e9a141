import { z } from "zod";
import { typedDay } from "@/domain/typed-day";
import { inNormalForm } from "@/lib/format/normal-form";
import { readings } from "@/model/identity/typed";
import { ShownParts } from "../seen";

/** A number of an order or of an affiliate's document, and a kind or none. */
export const FindInput = z.object({
  number: z
    .string("searchMissing")
    .trim()
    .min(1, "searchMissing")
    .max(60, "searchShape")
    .refine((typed) => readings(typed).length > 0, "searchShape"),
  kindCode: z.string().trim().max(10).default(""),
});
export type FindInput = z.output<typeof FindInput>;

const reason = z
  .string("orderReasonMissing")
  .transform((typed) => inNormalForm(typed).replace(/\s+/g, " ").trim())
  .pipe(z.string().min(10, "orderReasonMissing").max(300, "orderReasonLong"));

/** An action on an order, with the version of it that the page had shown. */
export const OrderInput = z.object({ order: z.uuid(), seen: ShownParts });
const shown = { order: z.uuid(), version: z.string().max(40) };
const issued = { ...shown, paper: z.literal("1").optional() };
/**
 * A draft as it was shown; when the affiliate has one like it (`repeats`), with the reason for another. `paper`: it
 * is printed once it is issued.
 */
export const ShownDraft = z.union([
  z.object({ ...issued, repeats: z.uuid(), reason }),
  z.object({ ...issued, repeats: z.undefined().optional(), reason: z.undefined().optional() }),
]);
/** A draft as it was shown, to be taken over, thrown away or sent back. */
export const DiscardInput = z.object(shown);
export const SendBackInput = z.object({ ...shown, reason });
export const ReasonInput = OrderInput.extend({ reason });

/** The reason of a review that is lifted, as chosen in the form. */
export const UnblockInput = ReasonInput.extend({ hold: z.uuid("holdMissing") });
export const ChangeInput = z.object({ order: z.uuid(), change: z.uuid() });
export const ChangeBackInput = z.object({ order: z.uuid(), change: z.uuid(), reason });

export const annulCauses = [
  "wrong_data",
  "left_employer",
  "withdrawn",
  "not_delivered",
  "suspected_fraud",
  "other",
] as const;
export const AnnulInput = ReasonInput.extend({ cause: z.enum(annulCauses, "causeMissing") });

export const ExtendInput = ReasonInput.extend({
  /** The last day that the page had shown, against two extensions at once. */
  was: z.iso.date(),
  until: typedDay,
});
