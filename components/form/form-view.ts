import { dateTime, timeOfDay } from "@/lib/format/date";
import type { Language } from "@/messages";
import type { FormState, FormValues } from "./form-state";

/** Words that every form needs; finished strings, so that they can cross to the browser. */
export type FormWords = {
  errorSummary: string;
  /** Carries `{hora}`. */
  wait: string;
  /** By the fault's key; by `field.key` where a fault reads differently at each field. */
  errors: Readonly<Record<string, string>>;
  /** Of a field whose text cannot be read. */
  unreadableText: string;
  /** Names of what a refusal can be about. */
  parts?: Readonly<Record<string, string>>;
  /** What a button says while the answer is on its way. */
  sending: string;
  /** Of a password's button. */
  show: string;
  hide: string;
  /** Of the keys beside a number that may have letters. */
  keypadLetters: string;
  keypadDigits: string;
  /** Said where the line is dead. */
  typedStays: string;
};

export type FormView = {
  /** What the field shows: what was sent, else what was known. */
  text: (name: string) => string | undefined;
  ticked: (name: string) => boolean;
  /** What was sent, else known, under a name that several boxes share. */
  list: (name: string) => readonly string[];
  /** Whether `value` is one of the ticked boxes of that name. */
  among: (name: string, value: string) => boolean;
  error: (name: string) => string | undefined;
  errors: { name: string; text: string }[];
  /** Why the whole form was refused. */
  refusal: string | null;
};

/**
 * How a form looks after `state`, the last answer.
 * @param known what the fields show before anything was sent
 * @param early errors found in the browser, before sending
 * @param left what was found on leaving a field: its fault, or undefined when it is right now; the summary stays
 * @param order names as they stand on the page, for the summary
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
  const sentence = (name: string, fault: string | undefined) => {
    if (fault === undefined) return undefined;
    // A fault may bring the limit that it names: "tooLong:60".
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
    error: (name) => sentence(name, Object.hasOwn(left, name) ? left[name] : fields[name]),
    errors: Object.keys(fields)
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
      .map((name) => ({ name, text: sentence(name, fields[name]) ?? "" })),
    refusal: state.status === "refused" ? refusalText(state, words, language) : null,
  };
}

const HALF_DAY_MS = 12 * 60 * 60 * 1000;

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
  const far = new Date(until).getTime() - Date.now() > HALF_DAY_MS;
  return `${reason} ${wait.replace("{hora}", (far ? dateTime : timeOfDay)(until, language))}`;
}
