import { z } from "zod";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";
import { digitsOf } from "@/model/identity/typed";
import { tooLong } from "@/model/too-long";

const PlaceName = z
  .string("placeNameMissing")
  .transform((typed) => transliterate(typed.replace(/\s+/g, " ").trim()))
  .pipe(
    z
      .string()
      .min(1, "placeNameMissing")
      .max(60, tooLong(60))
      .refine((text) => missingCharacters(text).length === 0, "paperLetters"),
  );

const idOrNew = z
  .union([z.literal(""), z.uuid()])
  .optional()
  .transform((id) => id || null);

/** A branch's name; without an id it is a new one. */
export const BranchNameInput = z.object({ branch: idOrNew, name: PlaceName });
export type BranchNameInput = z.output<typeof BranchNameInput>;

/** A counter's name within its branch; without an id it is a new one. */
export const CounterNameInput = z.object({ branch: z.uuid(), counter: idOrNew, name: PlaceName });
export type CounterNameInput = z.output<typeof CounterNameInput>;

export const PlaceId = z.object({ place: z.uuid(), branch: z.uuid() });

/** Which counter this device is; "" is none. */
export const DeviceInput = z.object({
  counter: z.union([z.literal(""), z.uuid("counterMissing")], "counterMissing"),
});

/** A device that is paired with a counter. */
export const DeviceId = z.object({ device: z.uuid() });

/** The counter with which this device is paired. */
export const PairInput = z.object({ counter: z.uuid("counterMissing") });

const PIN = /^\d{6}$/;
const PinDigits = z
  .string("pinMissing")
  .refine((typed) => typed.trim() !== "", { error: "pinMissing", abort: true })
  .transform(digitsOf)
  .pipe(z.string().regex(PIN, "pinShape"));

/** A new PIN; messages are keys of `account.form.errors`. */
export const NewPinInput = z.object({ pin: PinDigits.refine((pin) => !isEasyPin(pin), "pinEasy") });

/** Who is at the counter, and their PIN. */
export const NameInput = z.object({
  person: z.uuid("pinPersonMissing"),
  pin: PinDigits,
  back: z.string().optional(),
});
export type NameInput = z.output<typeof NameInput>;

/** Whether six digits are among the first that anybody tries: one step after another, a repetition or a date. */
export function isEasyPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  const isSteady = steps.every((step) => step === steps[0]);
  const isRepeated = /(\d{2})\1\1|(\d{3})\2|(\d)\3(\d)\4(\d)\5|(\d)\6\6(\d)\7\7/.test(pin);
  const [one, two, three] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)].map(Number) as [
    number,
    number,
    number,
  ];
  const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  // A month before its year needs no rule: 19 and 20 are days.
  const isYear = (text: string) => /(19|20)\d\d/.test(text);
  const isDate =
    isDay(one, two) || isDay(two, one) || isDay(three, two) || (isYear(pin.slice(0, 4)) && isDay(1, three));
  return isSteady || isRepeated || isDate;
}
