"use client";

import { FormMessage } from "./form-message";
import { idle } from "./form-state";
import { useFormWordsIfAny } from "./form-words";
import { useKeptHere } from "./kept-forms";
import { useFormView } from "./use-form-view";

/**
 * Why a form was refused that was sent without scripts, where its page no longer has that form: somebody else was
 * first. Only the whole page knows whether the form is there, so CSS hides this beside it.
 */
export function RefusalOfGoneForm() {
  const kept = useKeptHere();
  const words = { wait: "", errors: {}, unreadableText: "", ...useFormWordsIfAny() };
  const { refusal } = useFormView({ state: kept?.state ?? idle, words });
  if (!refusal) return null;
  return (
    <div className="[body:has(form[data-kept])_&]:hidden">
      <FormMessage>{refusal}</FormMessage>
    </div>
  );
}
