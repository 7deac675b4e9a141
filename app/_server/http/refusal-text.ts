import "server-only";
import type { FormState } from "@/components/form/form-state";
import { currentMessages } from "@/messages";

/** A form's answer with the sentence of its refusal: no page brings along the sentences of all refusals. */
export async function withRefusalText(state: FormState): Promise<FormState> {
  if (state.status !== "refused") return state;
  const { refusals } = (await currentMessages()).common;
  return { ...state, text: refusals[state.code] };
}
