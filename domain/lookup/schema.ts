import { z } from "zod";
import { readCheckCode } from "@/domain/order-code/check-code";
import { comparedRows, unreadableReasons } from "@/model/comparison";
import { idReadings, tailReadings } from "@/model/identity/identity-document";
import { plain } from "@/model/identity/typed";
import { isOrderNumber, orderNumberReadings } from "@/model/order-number";
import { readPesos } from "./comparison";
import { looksScanned } from "./scanned-text";

/** A number as typed, with labels and signs around it. */
const LONGEST = 60;

const typed = (missing: string, shape: string, isOne: (text: string) => boolean) =>
  z
    .string(missing)
    .trim()
    .refine((text) => plain(text) !== "", { error: missing, abort: true })
    .refine((text) => text.length <= LONGEST && isOne(text), shape);

/** What the counter types, as it is typed; messages are keys of `counter.errors`. */
export const LookUpInput = z.object({
  idNumber: typed("idMissing", "idShape", (text) =>
    idReadings(text).some((id) => /^[A-Z\d]{3,20}$/.test(id)),
  ),
  kindCode: z.string("kindMissing").trim().min(1, "kindMissing").max(10, "kindMissing"),
  /** The check code on the paper. An incomplete one is an error here, before the look-up. */
  checkCode: z
    .string()
    .transform((typed, context) => {
      if (plain(typed) === "") return undefined;
      const read = readCheckCode(typed);
      if ("code" in read) return read.code;
      context.addIssue(read.fault === "wrong" ? "checkWrong" : "checkShape");
      return z.NEVER;
    })
    .optional(),
  number: typed("numberMissing", "numberShape", (text) => orderNumberReadings(text, "").some(isOrderNumber)),
});
export type LookUpInput = z.output<typeof LookUpInput>;

const LONGEST_CODE = 1_000;

/**
 * The submitted look-up form: the three fields, or a code that was scanned or pasted into one of them (`code`
 * is one that the page recognised, and gave the id of its look-up).
 */
export const CounterInput = z.preprocess(
  (raw: Record<string, unknown>) => {
    const code = scannedIn(raw);
    return { ...raw, way: code === null ? "typed" : "code", code };
  },
  z.discriminatedUnion("way", [
    LookUpInput.extend({ way: z.literal("typed") }),
    z.object({
      way: z.literal("code"),
      code: z.string().max(LONGEST_CODE, "numberShape"),
      id: z.uuid().optional(),
    }),
  ]),
);

function scannedIn({ code, number, idNumber }: Record<string, unknown>): string | null {
  if (typeof code === "string" && code !== "") return code;
  const typed = [number, idNumber].find((text) => typeof text === "string" && looksScanned(text));
  return typeof typed === "string" ? typed : null;
}

/** A code that was read by the camera, or in a picture of it, with the id that the page chose for its look-up. */
export const ScanInput = z.object({
  id: z.uuid().optional(),
  code: z.string().min(1).max(LONGEST_CODE),
  by: z.enum(["camera", "picture"]),
});

/** The last four of the ID in the person's hand, as they are typed. */
export const DigitsInput = z.object({
  lookupId: z.uuid(),
  digits: z
    .string("digitsMissing")
    .refine((typed) => plain(typed) !== "", { error: "digitsMissing", abort: true })
    .refine((typed) => typed.length <= LONGEST && tailReadings(typed).length > 0, "digitsShape"),
});

/** A code that a phone scanned offline, with the id of its look-up. */
export const PendingInput = z.object({
  id: z.uuid(),
  code: z.string().min(1).max(LONGEST_CODE),
  channel: z.enum(["scan", "picture"]),
});
export type PendingInput = z.output<typeof PendingInput>;

const Paper = (missing: string) => z.enum(["equal", "different"], missing);

/** The three rows of the paper; none has a default, all are answered. Messages are keys of `compare.errors`. */
export const RowAnswers = z.object({
  value: Paper("valueRow"),
  holder: Paper("holderRow"),
  paper: Paper("paperRow"),
});

const differingOf = (rows: Partial<z.output<typeof RowAnswers>>) =>
  comparedRows.filter((row) => rows[row] === "different");

export const RowsInput = RowAnswers.extend({ lookupId: z.uuid() }).transform(({ lookupId, ...rows }) => ({
  lookupId,
  differing: differingOf(rows),
}));

/** The value on the paper as the person types it, in whole pesos, beside the other rows. */
export const TypedAnswers = RowAnswers.omit({ value: true }).extend({
  paperValue: z
    .string("paperValueMissing")
    .trim()
    .min(1, "paperValueMissing")
    .max(LONGEST, "paperValueShape")
    .transform((typed, context) => {
      const pesos = readPesos(typed);
      if (pesos !== null) return pesos;
      context.addIssue("paperValueShape");
      return z.NEVER;
    }),
});

export const PaperValueInput = TypedAnswers.extend({ lookupId: z.uuid() }).transform(
  ({ lookupId, paperValue, ...rows }) => ({ lookupId, paperValue, differing: differingOf(rows) }),
);

export const UnreadableInput = z.object({
  lookupId: z.uuid(),
  reason: z.enum(unreadableReasons, "unreadableMissing"),
});

export const LookupIdInput = z.object({ lookupId: z.uuid() });
