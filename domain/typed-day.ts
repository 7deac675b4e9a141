import { z } from "zod";
import { readDay } from "@/domain/import/cells";
import { bogotaDay, type CalendarDay } from "@/model/calendar";

/** A day of a form, in every spelling that files have too; "dayShape" where it is none. */
export const typedDay = z.string("dayShape").transform((typed, context) => {
  const read = readDay(typed);
  if (read.ok) return read.value;
  context.addIssue("dayShape");
  return z.NEVER;
});

/** Today by the server's clock; null in the browser, whose own can be wrong, so that nothing is judged by it there. */
export const serverDay = (): CalendarDay | null =>
  typeof window === "undefined" ? bogotaDay(new Date()) : null;

/** Whether a day is still to come; what is not known to be so is not, and the server looks again. */
export function isAhead(day: CalendarDay): boolean {
  const today = serverDay();
  return today !== null && day > today;
}
