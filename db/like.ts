import { inNormalForm } from "@/lib/format/normal-form";
import { nitReadings, searchedNit } from "@/model/identity/nit";

/** Text for ILIKE that matches only itself. */
export const containing = (typed: string) => `%${typed.replace(/[\\%_]/g, "\\$&")}%`;

/** Patterns of the NITs that a search can mean; none for a name. */
export const nitPatterns = (typed: string) => {
  const digits = searchedNit(typed);
  return digits === null ? [] : nitReadings(digits).map(containing);
};

/** The words of a search as `plain_words` writes them in SQL: without accents, in small letters. */
export const wordsIn = (typed: string) =>
  inNormalForm(typed.replace(/ʼ/g, "'"), "NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean);
