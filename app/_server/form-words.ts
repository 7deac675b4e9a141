import "server-only";
import { currentMessages } from "@/messages";

/**
 * The words that every form needs, as finished strings; a section adds its own.
 * @param errors sentences for the faults that the section's schemas find, by their keys
 */
export async function formWords<E extends Readonly<Record<string, string>>>(errors: E) {
  const { account, common } = await currentMessages();
  const { errorSummary, sending, wait, show, hide } = account.form;
  return { errorSummary, sending, wait, show, hide, errors, refusals: common.refusals, ...common.keypad };
}
