"use client";

import { useActionState } from "react";
import { TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { ButtonLink } from "@/components/ui/button";
import { registerUseAction } from "./actions";
import { SlowNotice, UnknownOutcome } from "./unknown-outcome";

type Words = FormWords &
  Record<
    | "amount"
    | "amountHint"
    | "invoice"
    | "submit"
    | "submitting"
    | "back"
    | "slow"
    | "unknown"
    | "unknownText"
    | "seeWhat",
    string
  >;

type Props = {
  lookupId: string;
  /** Makes a second sending the same use. */
  useKey: string;
  /** Whole pesos that this page shows as left: without an amount, these are used and no others. */
  left: number;
  /** Where parts may be used, what stands in the field. */
  part: string | null;
  words: Words;
};

/** Registers the use. */
export function UseForm(props: Props) {
  const { lookupId, useKey, words } = props;
  const truth = `/consultar/r/${lookupId}/resultado?clave=${useKey}`;
  return (
    <UnknownOutcome href={truth} words={words}>
      <Form {...props} truth={truth} />
    </UnknownOutcome>
  );
}

function Form({ lookupId, useKey, left, part, words, truth }: Props & { truth: string }) {
  const [state, submit] = useActionState(registerUseAction, idle);
  const view = useFormView({
    state,
    words,
    known: { key: useKey, amount: part ?? "" },
    order: ["amount", "invoice"],
  });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <input type="hidden" name="key" value={view.text("key") ?? useKey} />
      <input type="hidden" name="left" value={left} />
      {part === null ? null : (
        <TextField
          name="amount"
          label={words.amount}
          hint={words.amountHint}
          error={view.error("amount")}
          defaultValue={view.text("amount")}
          inputMode="decimal"
          autoComplete="off"
          digits
        />
      )}
      <TextField
        name="invoice"
        label={words.invoice}
        error={view.error("invoice")}
        defaultValue={view.text("invoice")}
        autoComplete="off"
        maxLength={40}
      />
      <SlowNotice href={truth} words={words} />
      <div className="action-bar">
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
        <ButtonLink href={`/consultar/r/${lookupId}`} variant="outline">
          {words.back}
        </ButtonLink>
      </div>
    </form>
  );
}
