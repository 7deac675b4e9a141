"use client";

import { messageClass } from "./form-message";
import { idle } from "./form-state";
import { useFormWordsIfAny } from "./form-words";
import { useKeptHere } from "./kept-forms";
import { useFormView } from "./use-form-view";

/**
 * Why a form was refused that was sent without scripts, where its page no longer has that form: somebody else was
 * first. Only the whole page knows whether the form is there, so CSS hides this beside it, and writes its text, so
 * that no page has the same sentence twice.
 */
export function RefusalOfGoneForm() {
  const kept = useKeptHere();
  const words = { wait: "", errors: {}, unreadableText: "", ...useFormWordsIfAny() };
  const { refusal } = useFormView({ state: kept?.state ?? idle, words });
  if (!refusal) return null;
  return (
    <p
      className={`${messageClass} before:content-[attr(data-text)] [body:has(form[data-kept])_&]:hidden`}
      role="alert"
      data-text={refusal}
    />
  );
}
