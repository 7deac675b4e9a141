import { z } from "zod";
import { readDay } from "@/domain/import/cells";

/** A day of a form, in every spelling that files have too; "dayShape" where it is none. */
export const typedDay = z.string("dayShape").transform((typed, context) => {
  const read = readDay(typed);
  if (read.ok) return read.value;
  context.addIssue("dayShape");
  return z.NEVER;
});
