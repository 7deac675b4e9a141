"use client";

import { type FormEventHandler, type ReactNode, useActionState } from "react";
import type { FormSchema } from "./early-check";
import { FormHead } from "./form-head";
import { type FormState, type FormValues, idle } from "./form-state";
import type { FormView } from "./form-view";
import { useFormWords } from "./form-words";
import { useEarlyCheck } from "./use-early-check";
import { useFormView } from "./use-form-view";

type FormFields = {
  view: FormView;
  /** Name, error and value of a field with text. */
  field: (name: string) => { name: string; error: string | undefined; defaultValue: string | undefined };
  /** Name, error and tick of a box. */
  tick: (name: string) => { name: string; error: string | undefined; defaultChecked: boolean };
};

/**
 * A form whose action checks it with a schema: one summary of what is wrong, what was typed stays, and it works
 * without scripts. Its words come from FormWordsProvider.
 * @param schema loads the action's own schema, so that the browser checks with it too, before sending
 * @param known what the fields show before anything was sent
 * @param order names as they stand on the page, for the summary
 */
export function Form({
  action,
  schema,
  known,
  order,
  className,
  onInput,
  children,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  schema?: () => Promise<FormSchema>;
  known?: FormValues;
  order?: readonly string[];
  className?: string;
  onInput?: FormEventHandler<HTMLFormElement>;
  children: (fields: FormFields) => ReactNode;
}) {
  const words = useFormWords();
  const [state, submit] = useActionState(action, idle);
  const { early, left, handlers } = useEarlyCheck(schema);
  const view = useFormView({ state, words, known, early, left, order });
  return (
    <form className={className} action={submit} {...handlers} onInput={onInput} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      {children({
        view,
        field: (name) => ({ name, error: view.error(name), defaultValue: view.text(name) }),
        tick: (name) => ({ name, error: view.error(name), defaultChecked: view.ticked(name) }),
      })}
    </form>
  );
}
