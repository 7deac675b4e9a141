import { z } from "zod";

/** What somebody of the caja searches for: anything that has a number or a name. */
export const SearchInput = z.object({ q: z.string().trim().min(1).max(100) });
