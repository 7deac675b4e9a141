import type { z } from "zod";
import type { RefusalCode, RefusedPart } from "@/model/refusal";

/** What was typed, given back so that nothing is lost. Secrets are never in it. */
export type FormValues = Record<string, string | string[]>;

/** `fields` holds message keys (see messages/, `fieldErrors`), never sentences or rows. */
export type FormState =
  | { status: "idle" }
  | { status: "done" }
  /** Typed before and never taken: the session had ended, or nobody answered. */
  | { status: "typed"; values: FormValues }
  | { status: "invalid"; fields: Record<string, string>; values: FormValues }
  | {
      status: "refused";
      code: RefusalCode;
      /** Its sentence, which may carry `{partes}`, `{codigo}`, `{minutos}`; comes with the answer. */
      text?: string;
      until?: string;
      minutes?: number;
      about?: readonly RefusedPart[];
      errorId?: string;
      values: FormValues;
    };

export const idle: FormState = { status: "idle" };

/** First message of each field; schemas' messages are keys of `fieldErrors`. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? "form");
    fields[name] ??= issue.message;
  }
  return fields;
}
