import { dayAndTime, theTime, timeOfDay } from "@/lib/format/date";
import { sentence } from "@/lib/format/sentence";
import type { Language } from "@/messages";
import type { FormState, FormValues } from "./form-state";

/** Words that every form needs, as finished strings, because functions cannot be passed to the browser. */
export type FormWords = {
  errorSummary: string;
  /** Contains `{hora}`. */
  wait: string;
  /** By error key, or by `field.key` where the wording differs between fields. */
  errors: Readonly<Record<string, string>>;
  /** For a field whose text is unreadable. */
  unreadableText: string;
  /** Names of the parts that a refusal can mention. */
  parts?: Readonly<Record<string, string>>;
  /** Label of a button while the request is pending. */
  sending: string;
  /** Words of the button that shows a password. */
  show: string;
  hide: string;
  /** Words of the buttons that switch the keypad between digits and letters. */
  keypadLetters: string;
  keypadDigits: string;
  /** Words for a lost connection. */
  typedStays: string;
  /** What is stored otherwise than it was typed (app/admin). */
  storedOtherwise?: { intro: string; ticked: string; unticked: string };
};

export type FormView = {
  /** Value of the field: the submitted one, else the known one. */
  text: (name: string) => string | undefined;
  ticked: (name: string) => boolean;
  /** Submitted, else known values of a name that several checkboxes share. */
  list: (name: string) => readonly string[];
  /** Whether the checkbox with this value is ticked. */
  among: (name: string, value: string) => boolean;
  error: (name: string) => string | undefined;
  errors: { name: string; text: string }[];
  /** Reason why the whole form was refused. */
  refusal: string | null;
};

/**
 * State of a form's view after `state`, the last answer.
 * @param known values of the fields before the first submission
 * @param early errors found in the browser before the submission
 * @param left result of checking a field on blur: its error, or undefined when it is valid now; the summary
 * stays
 * @param order names in the order of the page, for the summary
 */
export function formView({
  state,
  words,
  language,
  known = {},
  early = {},
  left = {},
  order = [],
}: {
  state: FormState;
  words: Pick<FormWords, "wait" | "errors" | "unreadableText" | "parts">;
  language: Language;
  known?: FormValues;
  early?: Readonly<Record<string, string>>;
  left?: Readonly<Record<string, string | undefined>>;
  order?: readonly string[];
}): FormView {
  const values = "values" in state ? state.values : known;
  const found = state.status === "invalid" ? state.fields : {};
  const fields = Object.keys(early).length > 0 ? early : found;
  const textOf = (name: string, fault: string | undefined) => {
    if (fault === undefined) return undefined;
    // An error can carry the limit that its sentence names: "tooLong:60".
    const [key = fault, limit = ""] = fault.split(":");
    const unreadable = key === "unreadable" ? words.unreadableText : fault;
    const text = words.errors[`${name}.${key}`] ?? words.errors[key] ?? unreadable;
    return text.replace("{limite}", limit);
  };
  const list = (name: string) => [values[name] ?? []].flat();
  return {
    text: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    ticked: (name) => values[name] !== undefined,
    list,
    among: (name, value) => list(name).includes(value),
    error: (name) => textOf(name, Object.hasOwn(left, name) ? left[name] : fields[name]),
    errors: Object.keys(fields)
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
      .map((name) => ({ name, text: textOf(name, fields[name]) ?? "" })),
    refusal: state.status === "refused" ? refusalText(state, words, language) : null,
  };
}

const MINUTE_MS = 60 * 1000;
const HALF_DAY_MS = 12 * 60 * MINUTE_MS;

function refusalText(
  { code, text = code, until, minutes, errorId, about = [] }: Extract<FormState, { status: "refused" }>,
  { wait, parts = {} }: Pick<FormWords, "wait" | "parts">,
  language: Language,
): string {
  const named = about.map(({ what, now }) => `${parts[what] ?? what}${now ? ` (${parts[now] ?? now})` : ""}`);
  const reason = text
    .replace("{codigo}", errorId ?? "")
    .replace("{minutos}", String(minutes ?? ""))
    .replace("{partes}", named.join(", "));
  if (!until) return reason;
  return `${reason} ${sentence(wait.replace("{hora}", whenAgain(new Date(until), language)))}`;
}

/** The minute from which it may be tried again, with its day when that is far. */
function whenAgain(until: Date, language: Language): string {
  const minute = new Date(Math.ceil(until.getTime() / MINUTE_MS) * MINUTE_MS);
  const now = new Date();
  if (minute.getTime() - now.getTime() > HALF_DAY_MS) return dayAndTime(minute, now, language);
  const time = timeOfDay(minute, language);
  return language === "en" ? time : theTime(time);
}
