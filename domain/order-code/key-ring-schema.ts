import { z } from "zod";

/** The word that a person types to rotate the keys, in every language. */
const ROTATE_WORD = "ROTAR";

const password = z.string("passwordMissing").min(1, "passwordMissing").max(200, "passwordMissing");
const keyId = z.coerce.number().int().min(1).max(255);

/** `active` is the key that the person saw as the active one. Messages are keys of `admin.keys.errors`. */
export const RotateInput = z.object({
  active: keyId,
  word: z
    .string("wordMissing")
    .trim()
    .refine((text) => text.toUpperCase() === ROTATE_WORD, "wordMissing"),
  password,
});
export type RotateInput = z.output<typeof RotateInput>;

export const RevokeInput = z.object({ key: keyId, password });
export type RevokeInput = z.output<typeof RevokeInput>;
