import { z } from "zod";
import { readDay } from "@/domain/import/cells";
import { ShownParts } from "@/domain/seen";
import { typedDay } from "@/domain/typed-day";

/** The end of a suspension: of which provider, and why. */
export const StandingInput = z.object({
  provider: z.uuid(),
  seen: ShownParts,
  reason: z.string("reasonMissing").trim().min(10, "reasonMissing").max(600, "reasonLong"),
});

/** A suspension from a day on, with the day and the reason of which the form had shown what the provider will read. */
export const SuspendInput = StandingInput.extend({
  from: typedDay,
  shownFrom: z.string().max(60).default(""),
  shownReason: z.string().max(1_200).default(""),
});
export type SuspendInput = z.output<typeof SuspendInput>;

const inOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether the form had shown how the provider will read this very suspension. */
export function wasPreviewed({ from, reason, shownFrom, shownReason }: SuspendInput): boolean {
  const read = readDay(shownFrom);
  return read.ok && read.value === from && inOneLine(shownReason) === inOneLine(reason);
}
