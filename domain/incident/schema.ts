import { z } from "zod";
import { readDay } from "@/domain/import/cells";
import { isAhead } from "@/domain/typed-day";
import { inNormalForm } from "@/lib/format/normal-form";
import { isCalendarDay } from "@/model/calendar";
import { numberOf } from "@/model/identity/typed";
import { incidentData, incidentKinds, LONGEST_INCIDENT_TEXT } from "@/model/incident";
import { tooLong } from "@/model/too-long";

/** More people than live in the country are a slip. */
const MOST_PEOPLE = 60_000_000;

const text = (missing: string | null) =>
  z
    .string()
    .default("")
    .transform((typed) => inNormalForm(typed).replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(missing === null ? 0 : 1, missing ?? "")
        .max(LONGEST_INCIDENT_TEXT, tooLong(LONGEST_INCIDENT_TEXT)),
    );

/** A day of the past; unions would hide its message from the browser's check. */
function pastDay(typed: string, context: z.RefinementCtx): string {
  const read = readDay(typed);
  if (!read.ok) context.addIssue("dayShape");
  else if (isAhead(read.value)) context.addIssue("dayAhead");
  else return read.value;
  return z.NEVER;
}
const day = z.string("dayShape").transform(pastDay);

/**
 * An incident as the desk writes it down: it happens, is detected, and is known to who handles it, in this order.
 * Messages are keys of `admin.incidents.errors`. */
export const IncidentInput = z
  .object({
    key: z.uuid(),
    version: z.coerce.number().int().min(0),
    kind: z.enum(incidentKinds, "incidentKindMissing"),
    detectedOn: day,
    knownOn: day,
    happenedOn: z
      .string()
      .default("")
      .transform((typed, context) => (typed.trim() === "" ? null : pastDay(typed, context))),
    data: z.preprocess(
      (typed) => (typed === undefined ? [] : [typed].flat()),
      z.array(z.enum(incidentData, "dataMissing")).min(1, "dataMissing"),
    ),
    people: z
      .string()
      .default("")
      .transform((typed) => (/^\s*[-−]/.test(typed) ? typed : numberOf(typed) || typed.trim()))
      .pipe(z.string().regex(/^\d{0,8}$/, "peopleShape"))
      .transform((typed) => (typed === "" ? null : Number(typed)))
      .pipe(z.number().max(MOST_PEOPLE, "peopleShape").nullable()),
    happened: text("happenedMissing"),
    cause: text(null),
    measures: text("measuresMissing"),
    notice: text(null),
  })
  .superRefine(({ detectedOn, knownOn, happenedOn }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (knownOn < detectedOn) fault("knownOn", "knownEarly");
    if (happenedOn !== null && happenedOn > detectedOn) fault("happenedOn", "happenedLate");
  });
export type IncidentInput = z.output<typeof IncidentInput>;

const Step = z.object({
  incident: z.uuid(),
  number: z.string().regex(/^INC-\d{6,}$/),
  version: z.coerce.number().int().min(1),
});

export const ReportIncidentInput = Step.extend({
  /** As the page shows it; a page of before does not send it. */
  detectedOn: z.string().refine(isCalendarDay).optional(),
  reportedOn: day,
  sicNumber: z
    .string("sicNumberMissing")
    .transform((typed) => inNormalForm(typed).replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "sicNumberMissing").max(60, "sicNumberMissing")),
}).refine(({ detectedOn, reportedOn }) => detectedOn === undefined || reportedOn >= detectedOn, {
  path: ["reportedOn"],
  error: "reportedEarly",
});
export type ReportIncidentInput = z.output<typeof ReportIncidentInput>;
export const CloseIncidentInput = Step;
export type CloseIncidentInput = z.output<typeof CloseIncidentInput>;
