"use client";

import { type ChangeEvent, useActionState, useRef } from "react";
import { RadioGroup, TextAreaField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { decideReportAction } from "./actions";

type Option = { value: string; label: string; hint?: string };

/** Closes a report. Choosing an outcome writes its usual answer, as long as nobody has written another. */
export function DecideForm({
  folio,
  seen,
  outcomes,
  actions,
  usual,
  words,
}: {
  folio: string;
  /** What the page shows of its order. */
  seen: string;
  outcomes: Option[];
  /** One that goes without saying is not asked. */
  actions: Option[];
  usual: Readonly<Record<string, string>>;
  words: FormWords &
    Record<"outcome" | "answer" | "answerHint" | "orderAction" | "submit" | "sending", string>;
}) {
  const [state, submit] = useActionState(decideReportAction, idle);
  const form = useRef<HTMLFormElement>(null);
  const view = useFormView({ state, words, order: ["outcome", "answer", "orderAction"] });
  const only = actions.length === 1 ? actions[0] : undefined;
  const fillAnswer = ({ target }: ChangeEvent<HTMLFormElement>) => {
    const answer = form.current?.elements.namedItem("answer");
    if (target.name !== "outcome" || !(answer instanceof HTMLTextAreaElement)) return;
    const untouched = answer.value.trim() === "" || Object.values(usual).includes(answer.value);
    if (untouched) answer.value = usual[target.value] ?? "";
  };
  return (
    <form ref={form} className="max-w-2xl" action={submit} onChange={fillAnswer} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="folio" value={folio} />
      <input type="hidden" name="seen" value={seen} />
      <RadioGroup
        name="outcome"
        legend={words.outcome}
        error={view.error("outcome")}
        defaultValue={view.text("outcome")}
        options={outcomes}
      />
      <TextAreaField
        name="answer"
        label={words.answer}
        hint={words.answerHint}
        error={view.error("answer")}
        defaultValue={view.text("answer")}
        maxLength={600}
      />
      {only ? (
        <input type="hidden" name="orderAction" value={only.value} />
      ) : (
        <RadioGroup
          name="orderAction"
          legend={words.orderAction}
          error={view.error("orderAction")}
          defaultValue={view.text("orderAction")}
          options={actions}
        />
      )}
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
