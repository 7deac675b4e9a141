"use client";

import { useEffect, useRef } from "react";
import { Form } from "@/components/form/form";
import { type FormState, idle } from "@/components/form/form-state";
import { IdNumberField } from "@/components/form/id-number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import type { AnswerWays } from "./answer-props";
import { useCounterWords } from "./words-context";

const schema = () =>
  import("@/domain/lookup/schema").then(({ DigitsInput }) => DigitsInput.pick({ digits: true }));

/** Asks for the last four characters of the person's ID document. */
export function DigitsForm({
  lookupId,
  action,
  practice,
  wrong,
}: {
  lookupId: string;
  action: AnswerWays["digits"];
  practice: boolean;
  /** Set when the previous attempt was wrong. */
  wrong: string | null;
}) {
  const { digits } = useCounterWords();
  const form = useRef<HTMLFormElement>(null);
  // The page has only this field, so it takes the focus. After an error the summary takes it.
  useEffect(() => {
    if (wrong === null) form.current?.querySelector<HTMLInputElement>("#digits")?.focus();
  }, [wrong]);
  const answered: FormState =
    wrong === null ? idle : { status: "invalid", fields: { digits: wrong }, values: {} };
  return (
    <Form
      ref={form}
      action={action}
      // In the practice the error has words of its own.
      schema={practice ? undefined : schema}
      answered={answered}
      hidden={{ lookupId }}
    >
      {({ field }) => (
        <>
          <IdNumberField {...field("digits")} label={digits.label} hint={digits.hint} autoComplete="off" />
          <ActionBar>
            <SubmitButton pendingLabel={digits.submitting}>{digits.submit}</SubmitButton>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
