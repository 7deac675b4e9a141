import type { z } from "zod";
import type { RefusalCode, RefusedPart } from "@/model/refusal";

/** Submitted values to show again, so that nothing is lost. Never contains secrets. */
export type FormValues = Record<string, string | string[]>;

/** `fields` holds message keys (`fieldErrors` in messages/), never sentences. */
export type FormState =
  | { status: "idle" }
  | { status: "done" }
  /** Submitted but never processed: the session had ended or the server did not answer. */
  | { status: "typed"; values: FormValues }
  | { status: "invalid"; fields: Record<string, string>; values: FormValues }
  | {
      status: "refused";
      code: RefusalCode;
      /** Sentence of the refusal, which comes with the answer and may have `{partes}`, `{codigo}`, `{minutos}`. */
      text?: string;
      until?: string;
      minutes?: number;
      about?: readonly RefusedPart[];
      errorId?: string;
      values: FormValues;
    };

export const idle: FormState = { status: "idle" };

/** First message of each field. Messages of schemas are keys of `fieldErrors`. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? "form");
    fields[name] ??= issue.message;
  }
  return fields;
}
