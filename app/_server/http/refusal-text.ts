import "server-only";
import type { FormState } from "@/components/form/form-state";
import { currentMessages } from "@/messages";

/** Adds the sentence of the refusal to a form's answer, so that no page loads the sentences of all refusals. */
export async function withRefusalText(state: FormState): Promise<FormState> {
  if (state.status !== "refused") return state;
  const { refusals } = (await currentMessages()).common;
  return { ...state, text: refusals[state.code] };
}
