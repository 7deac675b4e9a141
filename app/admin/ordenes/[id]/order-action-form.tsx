"use client";

import { useActionState } from "react";
import { RadioGroup, SelectField, TextAreaField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";

/** A deed with its reason; some ask for a cause of a list, for a day, or which reason of a review it ends. */
export function OrderActionForm({
  action,
  hidden,
  causes,
  until,
  holds,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  causes?: { label: string; options: { value: string; label: string }[] };
  /** Label of the new last day. */
  until?: string;
  /** The reasons of a review. */
  holds?: { label: string; options: { value: string; label: string; hint?: string }[] };
  words: FormWords & Record<"sending" | "reason" | "reasonHint" | "submit", string>;
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words, order: ["hold", "cause", "until", "reason"] });
  const field = (name: string) => ({ name, error: view.error(name), defaultValue: view.text(name) });
  return (
    <form className="max-w-xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {causes ? (
        <SelectField {...field("cause")} label={causes.label} options={causes.options} emptyLabel="—" />
      ) : null}
      {holds && holds.options.length === 1 ? (
        <>
          <p>
            <b>{holds.options[0]?.label}</b>
          </p>
          <input type="hidden" name="hold" value={holds.options[0]?.value} />
        </>
      ) : null}
      {holds && holds.options.length > 1 ? (
        <RadioGroup
          name="hold"
          legend={holds.label}
          error={view.error("hold")}
          defaultValue={view.text("hold")}
          options={holds.options}
        />
      ) : null}
      {until ? <TextField {...field("until")} label={until} type="date" autoComplete="off" /> : null}
      <TextAreaField {...field("reason")} label={words.reason} hint={words.reasonHint} maxLength={300} />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
