import { z } from "zod";

/** Longer than any name or number that is searched: a CUFE of 96 signs, with its label and the spaces of its paper. */
export const LONGEST_SEARCH = 200;

/** What somebody of the caja searches for: anything that has a number or a name. */
export const SearchInput = z.object({ q: z.string().trim().min(1).max(LONGEST_SEARCH) });
