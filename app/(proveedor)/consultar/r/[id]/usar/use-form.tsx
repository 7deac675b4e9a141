"use client";

import { useActionState } from "react";
import { TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { idle } from "@/lib/http/form-state";
import { type FormWords, formView } from "@/lib/http/form-view";
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

/** Registers the use. `useKey` makes a second sending the same use; `left` is there where parts may be used. */
export function UseForm(props: { lookupId: string; useKey: string; left: string | null; words: Words }) {
  const { lookupId, useKey, words } = props;
  const truth = `/consultar/r/${lookupId}/resultado?clave=${useKey}`;
  return (
    <UnknownOutcome href={truth} words={words}>
      <Form {...props} truth={truth} />
    </UnknownOutcome>
  );
}

function Form({
  lookupId,
  useKey,
  left,
  words,
  truth,
}: {
  lookupId: string;
  useKey: string;
  left: string | null;
  words: Words;
  truth: string;
}) {
  const [state, submit] = useActionState(registerUseAction, idle);
  const view = formView(state, words, { key: useKey, amount: left ?? "" }, {}, ["amount", "invoice"]);
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <input type="hidden" name="key" value={view.text("key") ?? useKey} />
      {left === null ? null : (
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
      <div className="pie">
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
        <ButtonLink href={`/consultar/r/${lookupId}`} variant="outline">
          {words.back}
        </ButtonLink>
      </div>
    </form>
  );
}
