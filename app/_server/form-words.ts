import "server-only";
import { currentMessages } from "@/messages";
import type { FaultWords } from "./http/answered";

/**
 * Words that every form needs, as finished strings; a section adds its own.
 * @param errors sentences for the errors of the section's schemas, by key
 */
export async function formWords(errors: Readonly<Record<string, string>>) {
  const { account, common, offline } = await currentMessages();
  const { errorSummary, sending, wait, show, hide } = account.form;
  const { typedStays } = offline;
  const { unreadable: unreadableText } = common.refusals;
  return { errorSummary, sending, wait, show, hide, typedStays, errors, unreadableText, ...common.keypad };
}

/** Sentences for errors with another wording at each field, by `field.key`. */
export function errorsByField(errors: FaultWords): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, words]) =>
      Object.entries(words).map(([key, text]) => [`${name}.${key}`, text]),
    ),
  );
}
