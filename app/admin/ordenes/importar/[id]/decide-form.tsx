"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { cancelAction, confirmAction } from "./actions";

type Words = FormWords & { sending: string };

/** Brings in what was looked at; `tick` is offered when there are orders with other data. */
export function ConfirmForm({
  run,
  words,
}: {
  run: string;
  words: Words & { confirm: string; tick: string | null; tickHint: string };
}) {
  const [state, submit] = useActionState(confirmAction, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="run" value={run} />
      {words.tick ? (
        <CheckboxField
          name="applyChanges"
          label={words.tick}
          hint={words.tickHint}
          defaultChecked={view.ticked("applyChanges")}
        />
      ) : null}
      <SubmitButton pendingLabel={words.sending}>{words.confirm}</SubmitButton>
    </form>
  );
}

export function CancelForm({ run, words }: { run: string; words: Words & { cancel: string } }) {
  const [state, submit] = useActionState(cancelAction, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="run" value={run} />
      <SubmitButton variant="outline" pendingLabel={words.sending}>
        {words.cancel}
      </SubmitButton>
    </form>
  );
}
