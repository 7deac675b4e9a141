import { z } from "zod";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";
import { tooLong } from "@/model/too-long";

const PlaceName = z
  .string("placeNameMissing")
  .transform((typed) => transliterate(typed.replace(/\s+/g, " ").trim()))
  .pipe(
    z
      .string()
      .min(1, "placeNameMissing")
      .max(60, tooLong(60))
      .refine((text) => missingCharacters(text).length === 0, "paperLetters"),
  );

const idOrNew = z
  .union([z.literal(""), z.uuid()])
  .optional()
  .transform((id) => id || null);

/** A branch's name; without an id it is a new one. */
export const BranchNameInput = z.object({ branch: idOrNew, name: PlaceName });
export type BranchNameInput = z.output<typeof BranchNameInput>;

/** A counter's name within its branch; without an id it is a new one. */
export const CounterNameInput = z.object({ branch: z.uuid(), counter: idOrNew, name: PlaceName });
export type CounterNameInput = z.output<typeof CounterNameInput>;

export const PlaceId = z.object({ place: z.uuid(), branch: z.uuid() });

/** Which counter this device is; "" is none. */
export const DeviceInput = z.object({
  counter: z.union([z.literal(""), z.uuid("counterMissing")], "counterMissing"),
});
