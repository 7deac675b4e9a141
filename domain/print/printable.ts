import { z } from "zod";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";
import { tooLong } from "@/model/too-long";

/** A typed text of one line, in letters that the paper has. `missing` is the fault of an empty one. */
export const printable = (missing: string, longest: number) =>
  z
    .string(missing)
    .transform((typed) => transliterate(typed.replace(/\s+/g, " ").trim()))
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(longest, tooLong(longest))
        .refine((text) => missingCharacters(text).length === 0, "paperLetters"),
    );
