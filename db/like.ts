import { nitReadings, searchedNit } from "@/model/identity/nit";

/** Text for ILIKE that matches only itself. */
export const containing = (typed: string) => `%${typed.replace(/[\\%_]/g, "\\$&")}%`;

/** Patterns of the NITs that a search can mean; none for a name. */
export const nitPatterns = (typed: string) => {
  const digits = searchedNit(typed);
  return digits === null ? [] : nitReadings(digits).map(containing);
};
